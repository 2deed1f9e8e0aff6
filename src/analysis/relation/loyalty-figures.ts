import type { Figure } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { loyalties } from './loyalty.ts';
import { type OfferTotal, totalOfOffers } from './offers.ts';
import { dateOfData } from './settings.ts';

/** `<prefix>.cost`, `.uptake`, `.incremental-margin` and `.return`, of the portfolio and of each account. */
export const loyaltyFigures = (scope: Scope, method: string): Figure[] => {
  const all = scope.of(loyalties);
  if (all.length === 0) return [];
  const offers = all.flatMap(one => one.offers);
  return [
    ...totalFigures(
      scope,
      method,
      'portfolio.loyalty',
      totalOfOffers(offers),
      offers.map(({ source }) => source),
    ),
    ...all.flatMap(({ customer, total, offers: own }) =>
      totalFigures(
        scope,
        method,
        `account.${customer.id}.loyalty`,
        total,
        own.length === 0 ? [at(customer.account.source, 'offers')] : own.map(({ source }) => source),
      ),
    ),
  ];
};

const totalFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  total: OfferTotal,
  inputs: readonly SourceRef[],
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const money = moneyUnit(scope);
  const assumptions = [dateOfData(scope)];
  const missing = (code: string): { readonly code: string } => ({
    code: total.count === 0 ? 'no-offers' : code,
  });
  return [
    make(`${prefix}.cost`, total.cost?.toNumber() ?? missing('no-offer-costs'), money, 0, inputs, {
      assumptions,
      coverage: total.costed,
    }),
    make(`${prefix}.uptake`, total.uptake ?? missing('no-offer-counts'), 'share', 0, inputs, {
      assumptions,
      coverage: total.counted,
      polarity: 'higher',
    }),
    make(
      `${prefix}.incremental-margin`,
      total.incremental?.toNumber() ?? missing('no-offer-estimates'),
      money,
      0,
      inputs,
      { assumptions, coverage: total.estimated, polarity: 'higher' },
    ),
    make(`${prefix}.return`, total.return ?? missing('no-offer-return'), 'share', 0, inputs, {
      assumptions,
      coverage: total.returned,
      polarity: 'higher',
    }),
  ];
};
