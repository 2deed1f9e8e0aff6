import type { Unavailable } from '../../model/figure.ts';
import type { Criterion } from '../../model/scoring.ts';
import { isAmountRecorded } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { levelSpan, type MeasureName } from '../portfolio/measures.ts';
import { isExpected } from '../portfolio/record.ts';
import type { Scope } from '../scope.ts';

/** Measures that add up quarters, and what each quarter has to record. A ratio or a growth of fewer quarters still is one. */
const summed = {
  revenue: 'revenue',
  margin: 'margin',
  'cost-to-serve': 'costToServe',
  orders: 'orders',
} as const satisfies Partial<Record<MeasureName, string>>;
type Summed = keyof typeof summed;

const isSummed = (measure: MeasureName): measure is Summed => measure in summed;

/**
 * Why the points of a quarter can't be held against later ones: a criterion that adds up a year was scored on part of one,
 * since the record begins in its midst or a quarter is missing. Undefined where the year is whole.
 */
export const incompleteWindow = (
  scope: Scope,
  { members }: Customer,
  { derive }: Criterion,
): Unavailable | undefined => {
  if (derive === undefined || !isSummed(derive.measure)) return undefined;
  const field = summed[derive.measure];
  const span = levelSpan(scope);
  // A parent may have nothing of its own: what its units record is all there is.
  const counted = members.filter(({ history }) => Object.keys(history).length > 0);
  const isWhole = (period: string): boolean => {
    const recorded = counted.filter(member =>
      field === 'orders'
        ? member.history[period]?.orders !== undefined
        : isAmountRecorded(scope, member, field, period),
    );
    return (
      recorded.length > 0 &&
      counted.every(member => recorded.includes(member) || !isExpected(scope, member, period))
    );
  };
  const n = span.filter(isWhole).length;
  return n === 0 || n === span.length
    ? undefined
    : { code: 'window-incomplete', params: { n, of: span.length } };
};
