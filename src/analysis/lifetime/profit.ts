import type { Coverage, FigureInput, Unavailable } from '../../model/figure.ts';
import { type Formula, minus } from '../../model/formula.ts';
import { amountOf } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { totalFrom } from '../formulas.ts';
import { type Money, sum } from '../money.ts';
import { levelSpan } from '../portfolio/measures.ts';
import { isExpected } from '../portfolio/record.ts';
import type { Scope } from '../scope.ts';

/** Contribution margin after cost to serve of one customer. */
export interface Profit {
  /** In reporting currency; absent where a quarter lacks margin or cost to serve, since a part would pass for little profit. */
  readonly total?: Money;
  readonly unavailable?: Unavailable;
  /** Quarters with both, of those in which the members were customers. */
  readonly coverage: Coverage;
  /** Margins, then costs to serve. */
  readonly inputs: readonly FigureInput[];
  readonly formula?: Formula;
}

/** Margin less cost to serve over the span of the basis; a year to date is replaced by the trailing year (see `levelSpan`). */
export const profitOf = (scope: Scope, { members }: Customer): Profit => {
  const quarters = members.flatMap(member =>
    levelSpan(scope).map(period => {
      const margin = amountOf(scope, [member], 'margin', [period]);
      const cost = amountOf(scope, [member], 'costToServe', [period]);
      const isSought =
        margin.total !== undefined || cost.total !== undefined || isSoughtOf(scope, member, period);
      return { margin, cost, isSought };
    }),
  );
  const sought = quarters.filter(({ isSought }) => isSought);
  const parts = sought.flatMap(({ margin, cost }) =>
    margin.total === undefined || cost.total === undefined ? [] : [margin.total.minus(cost.total)],
  );
  const coverage = { n: parts.length, of: sought.length };
  const margin = totalFrom(sought.map(quarter => quarter.margin));
  const cost = totalFrom(
    sought.map(quarter => quarter.cost),
    margin.inputs.length,
  );
  const inputs = [...margin.inputs, ...cost.inputs];
  if (parts.length === 0) return { unavailable: { code: 'no-profit' }, coverage, inputs };
  if (parts.length < sought.length)
    return { unavailable: { code: 'incomplete-profit', params: { ...coverage } }, coverage, inputs };
  return { total: sum(parts), coverage, inputs, formula: minus(margin.formula, cost.formula) };
};

const isSoughtOf = (scope: Scope, member: Customer['account'], period: string): boolean =>
  Object.keys(member.history).length > 0 && isExpected(scope, member, period);
