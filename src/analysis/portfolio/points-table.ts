import type { Coverage, FigureInput } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Criterion, Scoring } from '../../model/scoring.ts';
import { at, type Sourced } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Customer, isKey } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { derivedPoints, type Scale } from './derived-points.ts';
import { measureOf } from './measures.ts';
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
      itemOf(scope, customer, criterion, derived.get(criterion.id)?.get(customer.id)),
    );
    return { customer, key: isKey(scope, customer), items, ...scoreOf(items, scoring.scale) };
  });
};

const itemOf = (
  scope: Scope,
  customer: Customer,
  criterion: Criterion,
  derived: number | undefined,
): PointsItem => {
  if (criterion.derive !== undefined) return new Item(scope, customer, criterion, 'derived', derived);
  const { ratings } = customer.account;
  const ratedIn = lastRated(scope.period, customer.account, criterion.id);
  const rating = ratedIn === undefined ? undefined : ratings[ratedIn]?.[criterion.id];
  const points = typeof rating === 'object' ? rating.points : rating;
  return new Item(scope, customer, criterion, 'rated', points, ratedIn);
};

/** Ten thousand accounts have as many items as there are criteria, thrice over: where each comes from is looked up when asked. */
class Item implements PointsItem {
  readonly criterion: Criterion;
  readonly origin: PointsItem['origin'];
  readonly points?: number;
  readonly ratedIn?: PeriodId;
  readonly #scope: Scope;
  readonly #customer: Customer;

  constructor(
    scope: Scope,
    customer: Customer,
    criterion: Criterion,
    origin: 'rated' | 'derived',
    points: number | undefined,
    ratedIn?: PeriodId,
  ) {
    this.#scope = scope;
    this.#customer = customer;
    this.criterion = criterion;
    this.origin = points === undefined ? 'missing' : origin;
    if (points !== undefined) this.points = points;
    if (ratedIn !== undefined) this.ratedIn = ratedIn;
  }

  get inputs(): readonly FigureInput[] {
    const { criterion, ratedIn } = this;
    const { source, ratings } = this.#customer.account;
    if (criterion.derive !== undefined)
      return measureOf(this.#scope, this.#customer, criterion.derive.measure).inputs;
    if (ratedIn === undefined) return [at(source, 'ratings')];
    const isBare = typeof ratings[ratedIn]?.[criterion.id] === 'number';
    return [at(source, 'ratings', ratedIn, criterion.id, ...(isBare ? [] : ['points']))];
  }
}

/** The last quarter up to the period in which the criterion was rated. */
const lastRated = (period: PeriodId, { ratings }: Account, criterion: string): PeriodId | undefined => {
  let last: PeriodId | undefined;
  for (const quarter of Object.keys(ratings))
    if (
      quarter <= period &&
      (last === undefined || quarter > last) &&
      ratings[quarter]?.[criterion] !== undefined
    )
      last = quarter;
  return last;
};

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

/** The rows by id of the customer; none without a points table. */
export const pointsRows = (scope: Scope): ReadonlyMap<string, PointsRow> =>
  new Map(scope.of(pointsTable)?.rows.map(row => [row.customer.id, row]));
