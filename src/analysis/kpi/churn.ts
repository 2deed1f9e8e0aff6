import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { numberOfFirst } from '../formulas.ts';
import { recordsLeavings } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measure, rate, trialsOf, unavailable } from './measurement.ts';
import { isWithin, type Tenure, tenures, yearWindow } from './tenure.ts';

/**
 * Churn of customers (domain 4.11): lost in the last four quarters ÷ customers at their start. Those that came in between
 * are in neither, so a newcomer that leaves at once is not churn of the base. A share, 0–1. Not available
 * where nobody records who left.
 */
export const churn: Measure = (scope, of) => {
  const { base, isLost, inputs } = cohortOf(scope, of);
  const undated = of.filter(({ account }) => account.status === 'lost' && account.lost === undefined).length;
  if (base.length > 0 && !scope.of(recordsLeavings)) return unavailable('no-leavings-recorded', inputs);
  return rate(
    scope,
    trialsOf(base, isLost, lastPlace, () => inputs),
    'no-customers-at-start',
    { n: base.length, of: base.length + undated },
  );
};

const cohortOf = (scope: Scope, of: readonly Customer[]) => {
  const window = yearWindow(scope);
  const base = tenures(scope, of).filter(
    ({ start, end }) => start < window.first && (end === undefined || end >= window.first),
  );
  const isLost = ({ end }: Tenure): boolean => isWithin(end, window);
  return { base, isLost, inputs: base.flatMap(tenure => tenure.inputs) };
};

const firstPlace = ({ customer, inputs: [start] }: Tenure): SourceRef =>
  start ?? at(customer.account.source, 'since');

/** When it left, else when it came. */
const lastPlace = ({ customer, inputs }: Tenure): SourceRef =>
  inputs.at(-1) ?? at(customer.account.source, 'since');

/** Customers at the start of the last four quarters, a count. */
export const customersAtStart: Measure = (scope, of) => {
  const { base, inputs } = cohortOf(scope, of);
  const places =
    base.length > 0 ? base.map(firstPlace) : of.map(({ account }) => at(account.source, 'since'));
  return { value: base.length, inputs: [...places, ...inputs], formula: numberOfFirst(base.length) };
};

/** Those of them that were lost since, a count; unknown where nobody records who left. */
export const customersLost: Measure = (scope, of) => {
  const { base, isLost } = cohortOf(scope, of);
  if (!scope.of(recordsLeavings)) return unavailable('no-leavings-recorded');
  const lost = base.filter(isLost);
  const wouldStand = (base.length > 0 ? base.map(({ customer }) => customer) : of).map(({ account }) =>
    at(account.source, 'lost'),
  );
  return {
    value: lost.length,
    inputs: lost.length > 0 ? [...lost.map(lastPlace), ...lost.flatMap(tenure => tenure.inputs)] : wouldStand,
    formula: numberOfFirst(lost.length),
  };
};
