import type { Coverage, FigureInput, Unavailable } from '../../model/figure.ts';
import { type Formula, minus } from '../../model/formula.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Account } from '../../model/workspace.ts';
import { addRecorded, amountOf, isAmountRecorded, noParts } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { totalFrom } from '../formulas.ts';
import type { Money } from '../money.ts';
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
}

/** Margin less cost to serve over the span of the basis; a year to date is replaced by the trailing year (see `levelSpan`). */
export const profitOf = (scope: Scope, customer: Customer): Profit => {
  const [margin, cost] = [noParts(), noParts()];
  let sought = 0;
  let both = 0;
  for (const [member, period] of quartersOf(scope, customer)) {
    if (!isSought(scope, member, period)) continue;
    sought += 1;
    if (!hasBoth(scope, member, period)) continue;
    both += 1;
    addRecorded(scope, margin, member, 'margin', period);
    addRecorded(scope, cost, member, 'costToServe', period);
  }
  const coverage = { n: both, of: sought };
  if (both === 0) return { unavailable: { code: 'no-profit' }, coverage };
  if (both < sought) return { unavailable: { code: 'incomplete-profit', params: { ...coverage } }, coverage };
  return { total: margin.sum.total.minus(cost.sum.total), coverage };
};

/** Where the profit comes from: margins, then costs to serve; a formula only where it is known. */
export const statedProfit = (
  scope: Scope,
  customer: Customer,
): { readonly inputs: readonly FigureInput[]; readonly formula?: Formula } => {
  const sought = quartersOf(scope, customer).filter(([member, period]) => isSought(scope, member, period));
  const part = (field: 'margin' | 'costToServe', from = 0) =>
    totalFrom(
      sought.map(([member, period]) => amountOf(scope, [member], field, [period])),
      from,
    );
  const margin = part('margin');
  const cost = part('costToServe', margin.places);
  const inputs = [...margin.inputs, ...cost.inputs];
  const isKnown = sought.length > 0 && sought.every(([member, period]) => hasBoth(scope, member, period));
  return isKnown ? { inputs, formula: minus(margin.formula, cost.formula) } : { inputs };
};

const quartersOf = (
  scope: Scope,
  { members }: Customer,
): readonly (readonly [member: Account, period: PeriodId])[] =>
  members.flatMap(member => levelSpan(scope).map(period => [member, period] as const));

const hasBoth = (scope: Scope, member: Account, period: PeriodId): boolean =>
  isAmountRecorded(scope, member, 'margin', period) && isAmountRecorded(scope, member, 'costToServe', period);

const isSought = (scope: Scope, member: Account, period: PeriodId): boolean =>
  isAmountRecorded(scope, member, 'margin', period) ||
  isAmountRecorded(scope, member, 'costToServe', period) ||
  (Object.keys(member.history).length > 0 && isExpected(scope, member, period));
