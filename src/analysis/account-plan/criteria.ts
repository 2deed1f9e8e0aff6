import type { FigureInput, Unavailable } from '../../model/figure.ts';
import type { Criterion } from '../../model/scoring.ts';
import { difference } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { pointsRows } from './measures.ts';
import type { AccountPlan } from './plan.ts';

/** Points under one criterion when the account was designated, and now. */
export interface CriterionThenNow {
  readonly criterion: Criterion;
  readonly before: number | Unavailable;
  readonly beforeInputs: readonly FigureInput[];
  readonly now: number | undefined;
  /** Now less before. */
  readonly change: number | Unavailable;
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
      item?.points ?? ({ code: designation === undefined ? 'no-designation' : 'not-measured-then' } as const);
    return {
      criterion,
      before,
      beforeInputs: item?.inputs ?? [],
      now: points,
      change: changeOf(before, points, earlier?.period === scope.period),
    };
  });
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
