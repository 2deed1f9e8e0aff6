import type { Finding } from '../../model/finding.ts';
import { yearOf } from '../../model/period.ts';
import { type Money, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { amount, choice, count, finding, period } from './findings.ts';
import { type QuarterRow, quarterRows } from './quarters.ts';

/** How the quarter ended against its plan, and where the year would with what is forecast for the rest of it. */
export const planFindings = (scope: Scope): readonly Finding[] => {
  const rows = quarterRows(scope, scope.workspace.accounts);
  const quarter = rows.find(row => row.period === scope.period);
  if (quarter?.actual === undefined || quarter.plan === undefined) return [];
  const gap = quarter.actual.minus(quarter.plan);
  const year = yearGap(scope, rows);
  return [
    finding('quarter.plan', gap.isNegative() ? 'notable' : 'good', 20, ['portfolio.revenue.total'], {
      period: period(scope.period),
      side: choice(sideOf(gap)),
      gap: amount(scope, gap.abs()),
      actual: amount(scope, quarter.actual),
      plan: amount(scope, quarter.plan),
      left: count(year?.left ?? 0),
      yearSide: choice(year === undefined ? 'unknown' : sideOf(year.gap)),
      yearGap: amount(scope, year?.gap.abs()),
      year: amount(scope, year?.total),
    }),
  ];
};

const sideOf = (gap: Money): 'above' | 'below' | 'on' => {
  if (gap.isZero()) return 'on';
  return gap.isNegative() ? 'below' : 'above';
};

/** Undefined unless all four quarters have a plan, and what was sold or is expected. */
const yearGap = (
  scope: Scope,
  rows: readonly QuarterRow[],
): { readonly total: Money; readonly gap: Money; readonly left: number } | undefined => {
  const own = rows.filter(row => yearOf(row.period) === yearOf(scope.period));
  const [reached, planned] = [
    own.flatMap(row => (row.period <= scope.period ? row.actual : row.forecast) ?? []),
    own.flatMap(row => row.plan ?? []),
  ];
  if (reached.length < 4 || planned.length < 4) return undefined;
  const total = sum(reached);
  return { total, gap: total.minus(sum(planned)), left: own.filter(row => row.period > scope.period).length };
};
