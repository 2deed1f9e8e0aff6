import type { Customer } from '../customers.ts';
import { recordsLeavings } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measure, rate, unavailable } from './measurement.ts';
import { isWithin, tenures, yearWindow } from './tenure.ts';

/**
 * Churn of customers (domain 4.11): lost in the last four quarters ÷ customers at their start. Those that came in between
 * are in neither, so a newcomer that leaves at once is not churn of the base. A share, 0–1. Not available
 * where nobody records who left.
 */
export const churn: Measure = (scope, of) => {
  const { base, lost, inputs } = cohortOf(scope, of);
  const undated = of.filter(({ account }) => account.status === 'lost' && account.lost === undefined).length;
  if (base.length > 0 && !scope.of(recordsLeavings)) return unavailable('no-leavings-recorded', inputs);
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

const cohortOf = (scope: Scope, of: readonly Customer[]) => {
  const window = yearWindow(scope);
  const base = tenures(scope, of).filter(
    ({ start, end }) => start < window.first && (end === undefined || end >= window.first),
  );
  return {
    base,
    lost: base.filter(({ end }) => isWithin(end, window)),
    inputs: base.flatMap(tenure => tenure.inputs),
  };
};

/** Customers at the start of the last four quarters, a count. */
export const customersAtStart: Measure = (scope, of) => {
  const { base, inputs } = cohortOf(scope, of);
  return { value: base.length, inputs };
};

/** Those of them that were lost since, a count; unknown where nobody records who left. */
export const customersLost: Measure = (scope, of) => {
  const { lost } = cohortOf(scope, of);
  if (!scope.of(recordsLeavings)) return unavailable('no-leavings-recorded');
  return { value: lost.length, inputs: lost.flatMap(tenure => tenure.inputs) };
};
