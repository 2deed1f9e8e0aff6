import type { FigureInput, Unavailable } from '../../model/figure.ts';
import { type Formula, weightedMeanOf } from '../../model/formula.ts';
import type { Criterion } from '../../model/scoring.ts';
import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import type { Stated } from '../formulas.ts';
import { type PointsItem, pointsRows, pointsTable } from '../portfolio/points-table.ts';
import { statedPoints } from '../portfolio/stated-points.ts';
import { difference } from '../portfolio/weighted.ts';
import { weightSource } from '../portfolio/weights.ts';
import type { Scope } from '../scope.ts';
import type { AccountPlan } from './plan.ts';
import { incompleteWindow } from './window.ts';

/** Points under one criterion when the account was designated, and now. */
export interface CriterionThenNow {
  readonly criterion: Criterion;
  readonly before: number | Unavailable;
  readonly beforeFrom: CriterionOrigin;
  readonly now: number | undefined;
  /** Now less before. */
  readonly change: number | Unavailable;
}

/** What points rest on; no formula where derived ones depend on all accounts. */
export interface CriterionOrigin {
  readonly inputs: readonly FigureInput[];
  readonly formula?: Formula;
}

/** The criteria that selected the account, in the order of the points table; none for an account that it does not rank. */
export const criteriaThenNow = (
  scope: Scope,
  { customer, designation }: AccountPlan,
): readonly CriterionThenNow[] => {
  const now = scope.of(pointsRows).get(customer.id);
  if (now === undefined) return [];
  const earlier = designation === undefined ? undefined : scope.at(designation.from);
  const earlierItems = new Map(
    earlier
      ?.of(pointsRows)
      .get(customer.id)
      ?.items.map(item => [item.criterion.id, item]),
  );
  return now.items.map(({ criterion, points }) => {
    const item = earlierItems.get(criterion.id);
    const before =
      (earlier && incompleteWindow(earlier, customer, criterion)) ??
      item?.points ??
      ({ code: designation === undefined ? 'no-designation' : 'not-measured-then' } as const);
    return {
      criterion,
      before,
      beforeFrom: originOf(earlier, customer, item),
      now: points,
      change: changeOf(before, points, earlier?.period === scope.period),
    };
  });
};

const originOf = (
  earlier: Scope | undefined,
  customer: Customer,
  item: PointsItem | undefined,
): CriterionOrigin => {
  const stated = earlier && item && statedPoints(earlier, customer, item);
  if (stated !== undefined) return stated;
  const { inputs = [] } = item ?? {};
  return { inputs: inputs.length === 0 ? [at(customer.account.source, 'ratings')] : inputs };
};

/** The score at designation from the points of each criterion then and the weight that it had; undefined where they are not known. */
export const scoreThenFrom = (scope: Scope, plan: AccountPlan): Stated | undefined => {
  const { customer, designation } = plan;
  if (designation === undefined) return undefined;
  const scoring = scope.at(designation.from).of(pointsTable)?.scoring;
  const known = criteriaThenNow(scope, plan).filter(({ before }) => typeof before === 'number');
  if (scoring === undefined || known.length === 0) return undefined;
  const inputs = known.flatMap(({ criterion: { id } }): FigureInput[] => [
    `account.${customer.id}.plan.criterion-then.${id}`,
    weightSource(scoring, id, designation.from) ?? scoring.source,
  ]);
  return { inputs, formula: weightedMeanOf(0, inputs.length) };
};

const changeOf = (
  before: number | Unavailable,
  now: number | undefined,
  isSameQuarter: boolean,
): number | Unavailable => {
  if (isSameQuarter) return { code: 'designated-now' };
  if (typeof before !== 'number') return before;
  return now === undefined ? { code: 'not-rated' } : difference(now, before);
};
