import { type Amount, customerAmount } from '../amounts.ts';
import { isComparable } from '../portfolio/record.ts';
import { currentSpan, priorSpan } from '../spans.ts';
import { perCustomer } from './per-customer.ts';

export interface BothYears {
  readonly prior: Amount;
  readonly current: Amount;
  /** Whether no quarter is missing on one side only: it would pass for a fall, or for growth. */
  readonly comparable: boolean;
}

/** Revenue of a customer in the span, and in the same quarters a year earlier. */
export const revenueOfBothYears = perCustomer(
  (scope, customer): BothYears => ({
    prior: customerAmount(scope, customer, 'revenue', priorSpan(scope)),
    current: customerAmount(scope, customer, 'revenue', currentSpan(scope)),
    comparable: isComparable(scope, customer, currentSpan(scope)),
  }),
);
