import type { Coverage, FigureInput } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Criterion, Scoring } from '../../model/scoring.ts';
import { at, type Sourced } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Customer, isKey } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { type DerivedPoints, derivedPoints, type Scale } from './derived-points.ts';
import { type Placed, rankedByScore } from './ranking.ts';
import { wantedCustomers } from './standing.ts';
import { weightedMean } from './weighted.ts';
import { scoringThen } from './weights.ts';

/** Points of one account under one criterion. */
export interface PointsItem {
  readonly criterion: Criterion;
  readonly origin: 'rated' | 'derived' | 'missing';
  /** On the declared scale; absent where missing. */
  readonly points?: number;
  /** Quarter of the rating, which may be carried forward. */
  readonly ratedIn?: PeriodId;
  readonly inputs: readonly FigureInput[];
}

/** A mean over what is known, with the range that the missing points leave open. */
export interface Score {
  /** Absent where not one criterion has points. */
  readonly value?: number;
  readonly low: number;
  readonly high: number;
  /** Criteria with points, of criteria that carry weight. */
  readonly coverage: Coverage;
}

export interface ScoredAccount extends Score {
  readonly customer: Customer;
  readonly key: boolean;
  readonly items: readonly PointsItem[];
}

export type PointsRow = Placed<ScoredAccount>;

export interface PointsTable {
  /** With the weights of the period. */
  readonly scoring: Sourced<Scoring>;
  /** By score, highest first; accounts without any points at the end, by id. */
  readonly rows: readonly PointsRow[];
}

/** The points table over active customers and prospects; undefined where the workspace declares no criteria. */
export const pointsTable = (scope: Scope): PointsTable | undefined => {
  const scoring = scope.of(scoringThen);
  if (scoring === undefined) return undefined;
  return { scoring, rows: rankedByScore(scope, scored(scope, scoring, wantedCustomers(scope)), scoring) };
};

/** The key accounts of the points table alone, ranked among themselves: nothing says whom the key set would admit. */
export const keyPointsTable = (scope: Scope): PointsTable | undefined => {
  const scoring = scope.of(scoringThen);
  if (scoring === undefined) return undefined;
  const key = wantedCustomers(scope).filter(customer => isKey(scope, customer));
  return { scoring, rows: rankedByScore(scope, scored(scope, scoring, key), { ...scoring, keySet: {} }) };
};

const scored = (scope: Scope, scoring: Scoring, of: readonly Customer[]): readonly ScoredAccount[] => {
  const derived = new Map(
    scoring.criteria.flatMap(({ id, derive }) =>
      derive === undefined ? [] : [[id, derivedPoints(scope, derive, scoring.scale)] as const],
    ),
  );
  return of.map(customer => {
    const items = scoring.criteria.map(criterion =>
      itemOf(scope, customer.account, criterion, derived.get(criterion.id)?.get(customer.id)),
    );
    return { customer, key: isKey(scope, customer), items, ...scoreOf(items, scoring.scale) };
  });
};

const itemOf = (
  scope: Scope,
  account: Account,
  criterion: Criterion,
  derived: DerivedPoints | undefined,
): PointsItem => {
  if (criterion.derive !== undefined) {
    const { points, inputs = [] } = derived ?? {};
    return points === undefined
      ? { criterion, origin: 'missing', inputs }
      : { criterion, origin: 'derived', points, inputs };
  }
  const ratedIn = lastRated(scope.period, account, criterion.id);
  const rating = ratedIn === undefined ? undefined : account.ratings[ratedIn]?.[criterion.id];
  if (ratedIn === undefined || rating === undefined)
    return { criterion, origin: 'missing', inputs: [at(account.source, 'ratings')] };
  return {
    criterion,
    origin: 'rated',
    points: typeof rating === 'number' ? rating : rating.points,
    ratedIn,
    inputs: [
      at(account.source, 'ratings', ratedIn, criterion.id, ...(typeof rating === 'number' ? [] : ['points'])),
    ],
  };
};

/** The last quarter up to the period in which the criterion was rated. */
const lastRated = (period: PeriodId, account: Account, criterion: string): PeriodId | undefined =>
  Object.keys(account.ratings)
    .filter(quarter => quarter <= period && account.ratings[quarter]?.[criterion] !== undefined)
    .sort()
    .at(-1);

/**
 * Σ wᵢ·sᵢ / Σ wᵢ over the criteria that have points: the value that the missing ones would leave unchanged if they
 * came out like the rest. Beside it the worst and the best case, with the missing points at either end of the scale.
 */
export const scoreOf = (items: readonly PointsItem[], { min, max }: Scale): Score => {
  const weighted = items.filter(item => item.criterion.weight > 0);
  const meanWith = (missing: number | undefined): number | undefined =>
    weightedMean(
      weighted.flatMap(({ criterion: { weight }, points = missing }) =>
        points === undefined ? [] : [{ weight, points }],
      ),
    );
  const value = meanWith(undefined);
  const n = weighted.filter(item => item.points !== undefined).length;
  const coverage = { n, of: weighted.length };
  // Nothing missing leaves no range, which saves two means of every account.
  if (value !== undefined && n === weighted.length) return { value, low: value, high: value, coverage };
  return {
    ...(value === undefined ? {} : { value }),
    low: meanWith(min) ?? min,
    high: meanWith(max) ?? max,
    coverage,
  };
};

/** What each criterion adds to the score: the contributions of an account add up to it. */
export const contributionOf = (
  { items }: ScoredAccount,
  { points, criterion }: PointsItem,
): number | undefined => {
  const weights = items.reduce(
    (total, item) => total + (item.points === undefined ? 0 : item.criterion.weight),
    0,
  );
  return points === undefined || weights === 0 ? undefined : (criterion.weight * points) / weights;
};
