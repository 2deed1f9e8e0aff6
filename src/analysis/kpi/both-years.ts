import { type Amount, customerAmount } from '../amounts.ts';
import { currentSpan, priorSpan } from '../spans.ts';
import { perCustomer } from './per-customer.ts';

/** Revenue of a customer in the span, and in the same quarters a year earlier. */
export const revenueOfBothYears = perCustomer(
  (scope, customer): { readonly prior: Amount; readonly current: Amount } => ({
    prior: customerAmount(scope, customer, 'revenue', priorSpan(scope)),
    current: customerAmount(scope, customer, 'revenue', currentSpan(scope)),
  }),
);
