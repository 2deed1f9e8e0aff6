import type { Customer } from '../customers.ts';
import { recordsLeavings } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measurement, rate, unavailable } from './measurement.ts';
import { isWithin, tenures, yearWindow } from './tenure.ts';

/**
 * Churn of customers (domain 4.11): lost in the last four quarters ÷ customers at their start. Those that came in between
 * are in neither, so a newcomer that leaves at once is not churn of the base. A share, 0–1. Not available
 * where nobody records who left.
 */
export const churn = (scope: Scope, of: readonly Customer[]): Measurement => {
  const window = yearWindow(scope);
  const base = tenures(scope, of).filter(
    ({ start, end }) => start < window.first && (end === undefined || end >= window.first),
  );
  const lost = base.filter(({ end }) => isWithin(end, window));
  const undated = of.filter(({ account }) => account.status === 'lost' && account.lost === undefined).length;
  const inputs = base.flatMap(tenure => tenure.inputs);
  if (base.length > 0 && !recordsLeavings(scope)) return unavailable('no-leavings-recorded', inputs);
  return rate(
    scope,
    {
      successes: lost.length,
      trials: base.length,
      inputs,
      coverage: { n: base.length, of: base.length + undated },
    },
    'no-customers-at-start',
  );
};
