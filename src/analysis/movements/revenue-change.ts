import { type PeriodId, quarterOf, trailingYear, yearToDate } from '../../model/period.ts';
import type { RevenueBasis } from '../../model/workspace-settings.ts';
import { customerAmount } from '../amounts.ts';
import { type Customer, customers } from '../customers.ts';
import { type Bridge, bridgeOf } from '../portfolio/bridge.ts';
import type { Scope } from '../scope.ts';

/** Quarters that are summed on each side of a comparison. */
export const spanOf = (basis: RevenueBasis, period: PeriodId): readonly PeriodId[] => {
  if (basis === 'quarter') return [period];
  return basis === 'year-to-date' ? yearToDate(period) : trailingYear(period);
};

/** Whether both spans have as many quarters, so that their revenue can be held against each other. */
export const canCompare = (basis: RevenueBasis, before: PeriodId, after: PeriodId): boolean =>
  basis !== 'year-to-date' || quarterOf(before) === quarterOf(after);

/**
 * From the revenue of one period to that of another, exactly, customer by customer: prior + new + expansion + contraction
 * + lost + currency = current. Undefined where either side has no record, or where `canCompare` says no.
 * @param of the customers to compare; all of them when absent
 */
export const revenueChange = (
  before: Scope,
  after: Scope,
  basis: RevenueBasis,
  of: readonly Customer[] = after.of(customers),
): Bridge | undefined => {
  if (!canCompare(basis, before.period, after.period)) return undefined;
  const [priorSpan, span] = [spanOf(basis, before.period), spanOf(basis, after.period)];
  const rows = of.map(customer => ({
    customer,
    prior: customerAmount(before, customer, 'revenue', priorSpan),
    current: customerAmount(after, customer, 'revenue', span),
  }));
  if (!rows.some(row => row.prior.found > 0) || !rows.some(row => row.current.found > 0)) return undefined;
  return bridgeOf(
    after,
    rows,
    span.map((period, index) => [period, priorSpan[index] ?? period]),
  );
};
