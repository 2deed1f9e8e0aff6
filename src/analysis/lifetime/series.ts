import { compareIds } from '../../model/order.ts';
import { previous } from '../../model/period.ts';
import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { sum } from '../money.ts';
import * as column from '../portfolio/columns.ts';
import { revenueRows } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import { statedProfit } from './profit.ts';
import {
  type LifetimeMovement,
  type LifetimeRow,
  lifetimeMatrix,
  lifetimeMovements,
  lifetimeQuadrants,
} from './quadrants.ts';

const estimator = column.shows(
  column.term('estimator', 'lifetime-estimator'),
  'account.{account}.lifetime.estimator',
);
const years = column.shows(column.measure('years', 'years', 1), 'account.{account}.lifetime.years');

/** The matrix, its quadrants, and who has no place in it. */
export const lifetimeSeries = (scope: Scope): Series[] => [
  seriesOnDemand(scope, 'portfolio.lifetime', () => placedSeries(scope)),
  quadrantSeries(scope),
  missingSeries(scope),
];

const placedSeries = (scope: Scope): Series => {
  const movements = [...scope.of(lifetimeMovements)].sort(byQuadrant);
  const then = scope.at(previous(scope.period));
  return {
    id: 'portfolio.lifetime',
    columns: [
      column.account,
      column.shows(column.amount(scope, 'profit'), 'account.{account}.lifetime.profit'),
      years,
      estimator,
      column.shows(column.share('alive'), 'account.{account}.lifetime.alive'),
      column.shows(column.term('quadrant', 'lifetime-quadrant'), 'account.{account}.lifetime.quadrant'),
      column.term('quadrantPrior', 'lifetime-quadrant'),
      column.amount(scope, 'profitPrior'),
      column.measure('yearsPrior', 'years', 1),
      column.flag('moved'),
      column.flag('near'),
      column.flag('key'),
      column.shows(column.amount(scope, 'revenue'), 'account.{account}.revenue'),
    ],
    rows: movements.map(movement => placedRow(scope, movement)),
    get rowInputs() {
      return movements.map(({ row, before }) => [
        `account.${row.customer.id}.lifetime.quadrant`,
        ...(before === undefined
          ? []
          : [...statedProfit(then, row.customer).inputs, ...before.lifetime.inputs]),
      ]);
    },
    get inputs() {
      return movements.map(({ row }) => `account.${row.customer.id}.lifetime.quadrant`);
    },
  };
};

/** Quadrants in their order, the more profitable customer first. */
const byQuadrant = (a: LifetimeMovement, b: LifetimeMovement): number =>
  lifetimeQuadrants.indexOf(a.now.quadrant) - lifetimeQuadrants.indexOf(b.now.quadrant) ||
  b.now.profit.comparedTo(a.now.profit) ||
  compareIds(a.row.customer.id, b.row.customer.id);

const placedRow = (scope: Scope, { row, now, before, moved }: LifetimeMovement): Row => ({
  account: row.customer.id,
  profit: column.moneyCell(now.profit),
  years: now.lifetime.years,
  estimator: now.lifetime.estimator,
  alive: column.orMissing(now.lifetime.alive),
  quadrant: now.quadrant,
  quadrantPrior: column.orMissing(before?.quadrant),
  profitPrior: column.moneyCell(before?.profit),
  yearsPrior: column.orMissing(before?.lifetime.years),
  moved,
  near: now.near,
  key: row.key,
  revenue: column.moneyCell(scope.of(revenueRows).get(row.customer.id)?.current.total),
});

const quadrantSeries = (scope: Scope): Series => {
  const movements = scope.of(lifetimeMovements);
  const then = scope.at(previous(scope.period));
  const earlier = then.of(lifetimeMatrix).rows;
  const id = (name: string): string => `portfolio.lifetime.{quadrant}.${name}`;
  return {
    id: 'portfolio.lifetime.quadrants',
    columns: [
      column.term('quadrant', 'lifetime-quadrant'),
      column.shows(column.count('accounts'), id('count')),
      column.count('accountsPrior'),
      column.count('key'),
      column.shows(column.amount(scope, 'profit'), id('profit')),
      column.term('advice', 'lifetime-advice'),
    ],
    get rowInputs() {
      return (movements.length === 0 ? [] : lifetimeQuadrants).map(quadrant => [
        `portfolio.lifetime.${quadrant}.count`,
        ...movements
          .filter(({ now, row }) => now.quadrant === quadrant && row.key)
          .map(({ row }) => at(row.customer.account.source, 'key')),
        ...earlier
          .filter(({ place }) => place?.quadrant === quadrant)
          .flatMap(({ customer, outcome }) => [
            ...statedProfit(then, customer).inputs,
            ...(outcome.lifetime?.inputs ?? []),
          ]),
      ]);
    },
    rows: (movements.length === 0 ? [] : lifetimeQuadrants).map(quadrant => {
      const inside = movements.filter(({ now }) => now.quadrant === quadrant);
      return {
        quadrant,
        accounts: inside.length,
        accountsPrior: earlier.filter(({ place }) => place?.quadrant === quadrant).length,
        key: inside.filter(({ row }) => row.key).length,
        profit: sum(inside.map(({ now }) => now.profit)).toNumber(),
        advice: quadrant,
      };
    }),
    get inputs() {
      return movements.map(({ row }) => `account.${row.customer.id}.lifetime.quadrant`);
    },
  };
};

/** Customers of whom one axis is known, or that have key status, and what keeps them out of the matrix. */
const missingSeries = (scope: Scope): Series => {
  const rows = scope.of(lifetimeMatrix).rows.filter(({ place }) => place === undefined);
  return {
    id: 'portfolio.lifetime.missing',
    columns: [
      column.account,
      column.term('axis', 'lifetime-axis'),
      column.shows(column.amount(scope, 'profit'), 'account.{account}.lifetime.profit'),
      years,
      estimator,
      column.flag('key'),
    ],
    rows: rows.map(row => ({
      account: row.customer.id,
      axis: axisOf(row),
      profit: column.moneyCell(row.profit.total),
      years: column.orMissing(row.outcome.lifetime?.years),
      estimator: column.orMissing(row.outcome.lifetime?.estimator),
      key: row.key,
    })),
    rowInputs: rows.map(({ customer }) => [
      `account.${customer.id}.lifetime.profit`,
      `account.${customer.id}.lifetime.years`,
    ]),
    inputs: rows.map(({ customer }) => `account.${customer.id}.lifetime.quadrant`),
  };
};

const axisOf = ({ profit, outcome }: LifetimeRow): string => {
  if (profit.total !== undefined) return 'years';
  return outcome.lifetime === undefined ? 'both' : 'profit';
};
