import type { FigureInput } from '../../model/figure.ts';
import { previous } from '../../model/period.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import * as column from './columns.ts';
import type { Scale } from './derived-points.ts';
import { keySetAnswer } from './key-set-answer.ts';
import { contributionOf, type PointsItem, type PointsRow, pointsRows, pointsTable } from './points-table.ts';
import { difference } from './weighted.ts';
import { scoringThen, weightPlaces } from './weights.ts';

/** Decimals of a score: two on 1–10, one on 1–100. */
export const scorePrecision = ({ min, max }: Scale): number => (max - min > 20 ? 1 : 2);

/** The ranks of a quarter ago, by customer. */
export const earlierRows = (scope: Scope): ReadonlyMap<string, PointsRow> =>
  scope.at(previous(scope.period)).of(pointsRows);

/**
 * Score now less score a quarter ago; undefined where either is missing, or where other criteria had points then: the
 * difference would be one of what is known, not of the account.
 */
export const changeOf = (row: PointsRow, before: PointsRow | undefined): number | undefined =>
  row.value === undefined || before?.value === undefined || !sameCriteria(row, before)
    ? undefined
    : difference(row.value, before.value);

/** Whether the same criteria had points in both quarters. */
export const sameCriteria = (row: PointsRow, before: PointsRow): boolean => {
  const earlier = new Map(before.items.map(item => [item.criterion.id, item.points !== undefined]));
  return row.items
    .filter(item => item.criterion.weight > 0)
    .every(item => earlier.get(item.criterion.id) === (item.points !== undefined));
};

const score = (id: string, precision: number, signed = false): Column =>
  column.measure(id, 'score', precision, signed);

const inputsOf = (rows: readonly PointsRow[]): string[] =>
  rows.map(({ customer }) => `account.${customer.id}.score.total`);

/** The ranked table and the contributions behind it. */
export const pointsSeries = (scope: Scope): Series[] => {
  const table = scope.of(pointsTable);
  const rows = table?.rows ?? [];
  const precision = table === undefined ? 2 : scorePrecision(table.scoring.scale);
  return [
    seriesOnDemand(scope, 'portfolio.ranking', () => rankingSeries(scope, rows, precision)),
    seriesOnDemand(scope, 'portfolio.contributions', () => contributionSeries(scope, rows, precision)),
  ];
};

/** The criteria of one account. */
export const accountPointsSeries = (scope: Scope, account: string): Series[] => {
  const table = scope.of(pointsTable);
  const row = scope.of(pointsRows).get(account);
  return table === undefined || row === undefined
    ? []
    : [criteriaSeries(scope, row, scorePrecision(table.scoring.scale))];
};

const own = (name: string): string => `account.{account}.score.${name}`;

const rankingSeries = (scope: Scope, rows: readonly PointsRow[], precision: number): Series => {
  const earlier = scope.of(earlierRows);
  return {
    id: 'portfolio.ranking',
    columns: [
      column.shows(column.count('rank'), own('rank')),
      column.account,
      column.shows(score('score', precision), own('total')),
      score('low', precision),
      score('high', precision),
      column.share('coverage'),
      column.flag('inKeySet'),
      column.term('keySetAnswer', 'key-set-answer'),
      column.flag('key'),
      column.shows(score('scorePrior', precision), own('prior')),
      column.shows(score('change', precision, true), own('change')),
      column.shows(column.count('rankPrior'), own('rank-prior')),
      column.measure('rankClimb', 'count', 0, true),
      column.flag('nearTie'),
    ],
    rows: rows.map(row => ({
      ...rankingRow(row, earlier.get(row.customer.id)),
      keySetAnswer: answerOf(scope, row),
    })),
    // The range and the coverage belong to the score, the earlier rank to the earlier one.
    get rowInputs() {
      return rows.map(({ customer }) => [
        `account.${customer.id}.score.total`,
        `account.${customer.id}.score.prior`,
      ]);
    },
    get inputs() {
      return inputsOf(rows);
    },
  };
};

const answerOf = (scope: Scope, row: PointsRow): string | null => {
  const scoring = scope.of(scoringThen);
  return column.orMissing(scoring && keySetAnswer(row, scoring.keySet));
};

const rankingRow = (row: PointsRow, before: PointsRow | undefined): Row => ({
  rank: column.orMissing(row.rank),
  account: row.customer.id,
  score: column.orMissing(row.value),
  low: row.low,
  high: row.high,
  coverage: row.coverage.of === 0 ? null : row.coverage.n / row.coverage.of,
  inKeySet: column.orMissing(row.inKeySet),
  key: row.key,
  scorePrior: column.orMissing(before?.value),
  change: column.orMissing(changeOf(row, before)),
  rankPrior: column.orMissing(before?.rank),
  // First is 1: whoever climbs has a smaller number now.
  rankClimb: row.rank === undefined || before?.rank === undefined ? null : before.rank - row.rank,
  nearTie: row.nearTie,
});

/** Where the points and the weight of a criterion come from, and what both are weighed against. */
const itemInputs = (
  scope: Scope,
  { customer }: PointsRow,
  { criterion: { id } }: PointsItem,
): FigureInput[] => {
  const place = scope.of(weightPlaces).get(id);
  const score = `account.${customer.id}.score`;
  return [`${score}.criterion.${id}`, ...(place === undefined ? [] : [place]), `${score}.total`];
};

const contributionSeries = (scope: Scope, rows: readonly PointsRow[], precision: number): Series => ({
  id: 'portfolio.contributions',
  columns: [
    column.account,
    column.text('criterion'),
    column.shows(score('points', precision), own('criterion.{criterionId}')),
    column.measure('weight', 'index', 2),
    score('contribution', precision),
    column.term('origin', 'origin'),
  ],
  rows: rows.flatMap(row =>
    row.items.map(item => ({
      account: row.customer.id,
      criterionId: item.criterion.id,
      criterion: item.criterion.shortName ?? item.criterion.name,
      points: column.orMissing(item.points),
      weight: item.criterion.weight,
      contribution: column.orMissing(contributionOf(row, item)),
      origin: item.origin,
    })),
  ),
  get rowInputs() {
    return rows.flatMap(row => row.items.map(item => itemInputs(scope, row, item)));
  },
  get inputs() {
    return inputsOf(rows);
  },
});

const criteriaSeries = (scope: Scope, row: PointsRow, precision: number): Series => {
  const before = new Map(
    scope
      .of(earlierRows)
      .get(row.customer.id)
      ?.items.map(item => [item.criterion.id, item]),
  );
  return {
    id: `account.${row.customer.id}.criteria`,
    columns: [
      column.text('criterion'),
      column.measure('weight', 'index', 2),
      column.shows(score('points', precision), `account.${row.customer.id}.score.criterion.{criterionId}`),
      score('pointsPrior', precision),
      score('contribution', precision),
    ],
    rows: row.items.map(item => ({
      criterionId: item.criterion.id,
      criterion: item.criterion.shortName ?? item.criterion.name,
      weight: item.criterion.weight,
      points: column.orMissing(item.points),
      pointsPrior: column.orMissing(before.get(item.criterion.id)?.points),
      contribution: column.orMissing(contributionOf(row, item)),
    })),
    rowInputs: row.items.map(item => [
      ...itemInputs(scope, row, item),
      ...(before.get(item.criterion.id)?.inputs ?? []),
    ]),
    inputs: row.items.map(item => `account.${row.customer.id}.score.criterion.${item.criterion.id}`),
  };
};
