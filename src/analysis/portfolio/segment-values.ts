import type { SegmentationScheme } from '../../model/segmentation.ts';
import { isKey } from '../customers.ts';
import { type Money, ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { type CustomerRevenue, growthOfRows, portfolioRevenue, revenueRows, totalOf } from './revenue.ts';
import type { Member, Segmented } from './segmentation.ts';

/** What one segment, or everything that matches none, is worth in the span. */
export interface SegmentValue {
  /** Absent for what matches no rule. */
  readonly segment?: SegmentationScheme['segments'][number];
  readonly members: readonly Member[];
  readonly key: number;
  readonly revenue?: Money;
  readonly prior?: Money;
  readonly growth?: number;
  /** Share of the portfolio's positive revenue. */
  readonly share?: number;
}

/** Every segment in the order of its rules, empty ones included, and what matches none where there is any. */
export const segmentValues = (scope: Scope, { scheme, members }: Segmented): readonly SegmentValue[] => {
  const unmatched = members.filter(member => member.segment === undefined);
  return [
    ...scheme.segments.map(segment => ({
      segment,
      ...worthOf(
        scope,
        members.filter(member => member.segment?.id === segment.id),
      ),
    })),
    ...(unmatched.length === 0 ? [] : [worthOf(scope, unmatched)]),
  ];
};

/** Revenue rows of some members, in their order. */
export const rowsOf = (scope: Scope, members: readonly Member[]): readonly CustomerRevenue[] =>
  members.flatMap(({ customer }) => scope.of(revenueRows).get(customer.id) ?? []);

const worthOf = (scope: Scope, members: readonly Member[]): Omit<SegmentValue, 'segment'> => {
  const rows = rowsOf(scope, members);
  const revenue = totalOf(rows.map(row => row.current));
  const prior = totalOf(rows.map(row => row.prior));
  const growth = growthOfRows(rows);
  const positive = rows.flatMap(({ current: { total } }) => (total?.greaterThan(0) ? [total] : []));
  const share = ratio(sum(positive), scope.of(portfolioRevenue).base);
  return {
    members,
    key: members.filter(({ customer }) => isKey(scope, customer)).length,
    ...(revenue === undefined ? {} : { revenue }),
    ...(prior === undefined ? {} : { prior }),
    ...(growth === undefined ? {} : { growth }),
    ...(share === undefined ? {} : { share }),
  };
};
