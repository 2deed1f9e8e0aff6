import type { FigureInput } from '../../model/figure.ts';
import { compareIds } from '../../model/order.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import * as column from './columns.ts';
import { type KaismMovement, kaism, kaismMovements, quadrants } from './kaism.ts';
import { quadrantSeries } from './kaism-quadrant-series.ts';
import { revenueRows } from './revenue.ts';

/** The matrix, its quadrants, and the accounts that have no place in it. */
export const kaismSeries = (scope: Scope): Series[] => [
  seriesOnDemand(scope, 'portfolio.kaism', () => placedSeries(scope)),
  quadrantSeries(scope),
  missingSeries(scope),
];

const own = (name: string): string => `account.{account}.kaism.${name}`;
const attractiveness = column.shows(column.score('attractiveness'), own('attractiveness'));
const strength = column.shows(column.score('strength'), own('strength'));
// A prospect has no revenue, and so no figure of it.
const revenue = (scope: Scope): Column => column.amount(scope, 'revenue');
const revenueInputs = (scope: Scope, customer: string): readonly string[] =>
  scope.of(revenueRows).has(customer) ? [`account.${customer}.revenue`] : [];

const placedSeries = (scope: Scope): Series => {
  const placed = scope
    .of(kaismMovements)
    .map(movement => ({
      movement,
      row: {
        ...placedRow(movement),
        revenue: column.moneyCell(scope.of(revenueRows).get(movement.now.customer.id)?.current.total),
      },
    }))
    .sort((a, b) => byQuadrant(a.row, b.row));
  return {
    id: 'portfolio.kaism',
    columns: [
      column.account,
      attractiveness,
      strength,
      column.score('attractivenessPrior'),
      column.score('strengthPrior'),
      column.shows(column.term('quadrant', 'kaism'), own('quadrant')),
      column.term('quadrantPrior', 'kaism'),
      revenue(scope),
      column.flag('key'),
      column.term('scoredBy', 'scorer'),
      { id: 'scoredIn', kind: 'period' },
      { id: 'scoredOn', kind: 'date' },
      column.text('respondent'),
      column.text('bestCompetitor'),
      column.shows(column.score('distance'), own('distance')),
      column.flag('moved'),
      column.flag('near'),
    ],
    rows: placed.map(({ row }) => row),
    get rowInputs() {
      return placed.map(({ movement }) => [
        ...revenueInputs(scope, movement.now.customer.id),
        ...placedInputs(movement),
      ]);
    },
    get inputs() {
      return scope
        .of(kaismMovements)
        .flatMap(({ now }) => [
          `account.${now.customer.id}.kaism.attractiveness`,
          `account.${now.customer.id}.kaism.strength`,
        ]);
    },
  };
};

/** Who rated the strength, and what both axes came from a quarter ago. */
const placedInputs = ({ now, before }: KaismMovement): readonly FigureInput[] => [
  ...(now.strength === undefined ? [] : [now.strength.source]),
  ...(before === undefined ? [] : before.items.flatMap(({ inputs }) => inputs)),
  ...(before?.strength === undefined ? [] : [before.strength.source]),
];

/** Quadrants in their order, the larger customer first. */
const byQuadrant = (a: Row, b: Row): number =>
  placeOf(a) - placeOf(b) ||
  Number(b.revenue ?? 0) - Number(a.revenue ?? 0) ||
  compareIds(String(a.account), String(b.account));

const placeOf = (row: Row): number => (quadrants as readonly unknown[]).indexOf(row.quadrant);

// An account that had no place has nowhere to come from, even where one of its axes was known.
const placedRow = ({ now, before, moved }: KaismMovement): Row => ({
  account: now.customer.id,
  attractiveness: column.orMissing(now.attractiveness.value),
  strength: column.orMissing(now.strength?.value),
  attractivenessPrior: before?.quadrant === undefined ? null : column.orMissing(before.attractiveness.value),
  strengthPrior: before?.quadrant === undefined ? null : column.orMissing(before.strength?.value),
  quadrant: now.quadrant,
  quadrantPrior: column.orMissing(before?.quadrant),
  key: now.key,
  scoredBy: column.orMissing(now.strength?.scoredBy),
  scoredIn: column.orMissing(now.strength?.scoredIn),
  scoredOn: column.orMissing(now.strength?.scoredOn),
  respondent: column.orMissing(now.strength?.respondent),
  bestCompetitor: column.orMissing(now.strength?.competitor),
  distance: column.orMissing(now.distance),
  moved,
  near: now.near,
});

const missingSeries = (scope: Scope): Series => {
  const missing = scope.of(kaism)?.rows.filter(row => row.quadrant === undefined) ?? [];
  return {
    id: 'portfolio.kaism.missing',
    columns: [column.account, column.term('axis', 'kaism-axis'), attractiveness, strength, revenue(scope)],
    rows: missing.map(({ customer, attractiveness, strength }) => ({
      account: customer.id,
      axis: axisOf(attractiveness.value, strength?.value),
      attractiveness: column.orMissing(attractiveness.value),
      strength: column.orMissing(strength?.value),
      revenue: column.moneyCell(scope.of(revenueRows).get(customer.id)?.current.total),
    })),
    rowInputs: missing.map(({ customer }) => [
      `account.${customer.id}.kaism.attractiveness`,
      `account.${customer.id}.kaism.strength`,
      ...revenueInputs(scope, customer.id),
    ]),
    inputs: missing.map(({ customer }) => `account.${customer.id}.kaism.quadrant`),
  };
};

const axisOf = (attractiveness: number | undefined, strength: number | undefined): string => {
  if (attractiveness === undefined) return strength === undefined ? 'both' : 'attractiveness';
  return 'strength';
};
