import type { FigureInput } from '../../model/figure.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { loyalties } from './loyalty.ts';

/** `portfolio.loyalty`: what is spent on whom, beside lifetime and profit; the dearest first. */
export const loyaltySeries = (scope: Scope): Series => {
  const all = [...scope.of(loyalties)].sort(
    (a, b) => (b.total.cost?.toNumber() ?? -1) - (a.total.cost?.toNumber() ?? -1),
  );
  const shown = (name: string): string => `account.{account}.loyalty.${name}`;
  return {
    id: 'portfolio.loyalty',
    columns: [
      column.account,
      column.term('lifetimeQuadrant', 'lifetime-quadrant'),
      column.count('offers'),
      column.shows(column.amount(scope, 'cost'), shown('cost')),
      column.amount(scope, 'returnedCost'),
      column.shows(column.measure('uptake', 'share', 0), shown('uptake')),
      column.shows(column.amount(scope, 'incremental'), shown('incremental-margin')),
      column.shows(column.measure('return', 'share', 0, true), shown('return')),
      column.term('fits', 'loyalty-flag'),
    ],
    rows: all.map(({ customer, total, quadrant, flag }) => ({
      account: customer.id,
      lifetimeQuadrant: column.orMissing(quadrant),
      offers: total.count,
      cost: column.moneyCell(total.cost),
      returnedCost: column.moneyCell(total.returnedCost),
      uptake: column.orMissing(total.uptake),
      incremental: column.moneyCell(total.incremental),
      return: column.orMissing(total.return),
      fits: flag ?? (quadrant === undefined ? null : 'fits'),
    })),
    rowInputs: all.map(({ customer, offers, quadrant }): FigureInput[] => [
      ...(offers.length === 0 ? [at(customer.account.source, 'offers')] : offers.map(({ source }) => source)),
      ...(quadrant === undefined ? [] : [`account.${customer.id}.lifetime.quadrant`]),
    ]),
    inputs: all.map(({ customer }) => `account.${customer.id}.loyalty.cost`),
  };
};
