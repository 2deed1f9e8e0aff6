import { customerAmount } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { isComparable, recordedPriorSpan } from '../portfolio/record.ts';
import { type CustomerRevenue, revenueRows } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';

/** Revenue of a customer in the span and in the same quarters a year earlier, and whether the two can be compared. */
export type BothYears = Pick<CustomerRevenue, 'customer' | 'prior' | 'current' | 'comparable'>;

/** That of the portfolio, where the customer is among those that have any. */
export const revenueOfBothYears = (scope: Scope, customer: Customer): BothYears =>
  scope.of(revenueRows).get(customer.id) ?? {
    customer,
    prior: customerAmount(scope, customer, 'revenue', recordedPriorSpan(scope)),
    current: customerAmount(scope, customer, 'revenue', currentSpan(scope)),
    comparable: isComparable(scope, customer, currentSpan(scope)),
  };
