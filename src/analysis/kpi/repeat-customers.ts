import { customerAmount } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { currentSpan, priorSpan } from '../spans.ts';
import { type Measurement, rate, unavailable } from './measurement.ts';

/**
 * Customers that buy again (domain 4.6): with revenue in the span and in the same quarters a year earlier ÷ customers with
 * revenue in the span. A share, 0–1; unavailable where nobody has a record a year earlier.
 */
export const repeatCustomers = (scope: Scope, of: readonly Customer[]): Measurement => {
  const buying = of
    .map(customer => ({
      current: customerAmount(scope, customer, 'revenue', currentSpan(scope)),
      prior: customerAmount(scope, customer, 'revenue', priorSpan(scope)),
    }))
    .filter(({ current }) => current.total?.greaterThan(0));
  const inputs = buying.flatMap(({ current, prior }) => [...current.inputs, ...prior.inputs]);
  if (buying.every(({ prior }) => prior.found === 0)) return unavailable('no-prior-revenue', inputs);
  const successes = buying.filter(({ prior }) => prior.total?.greaterThan(0)).length;
  return rate(scope, { successes, trials: buying.length, inputs }, 'no-revenue');
};
