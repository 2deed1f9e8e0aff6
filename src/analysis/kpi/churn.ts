import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { numberOfFirst } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { recordsLeavings } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Measure, numberOf, rate, trialsOf, unavailable } from './measurement.ts';
import { isWithin, startPlace, type Tenure, tenurePlaces, tenures, yearWindow } from './tenure.ts';

/**
 * Churn of customers (domain 4.11): lost in the last four quarters ÷ customers at their start. Those that came in between
 * are in neither, so a newcomer that leaves at once is not churn of the base. A share, 0–1. Not available
 * where nobody records who left.
 */
export const churn: Measure = (scope, of) => {
  const list = (): readonly Tenure[] => baseOf(scope, of);
  const trials = trialsOf(list, isLostIn(scope), lastPlace, placesOf);
  if (trials.trials > 0 && !scope.of(recordsLeavings))
    return unavailable('no-leavings-recorded', () => placesOf(list()));
  const undated = numberOf(of, ({ account }) => account.status === 'lost' && account.lost === undefined);
  return rate(scope, trials, 'no-customers-at-start', {
    n: trials.trials,
    of: trials.trials + undated,
  });
};

/** Customers at the start of the last four quarters. */
const baseOf = (scope: Scope, of: readonly Customer[]): readonly Tenure[] => {
  const { first } = yearWindow(scope);
  return tenures(scope, of).filter(({ start, end }) => start < first && (end === undefined || end >= first));
};

const isLostIn = (scope: Scope): ((tenure: Tenure) => boolean) => {
  const window = yearWindow(scope);
  return ({ end }) => isWithin(end, window);
};

/** When it left, else when it came. */
const lastPlace = (tenure: Tenure): SourceRef => tenurePlaces(tenure).at(-1) ?? startPlace(tenure);

const placesOf = (base: readonly Tenure[]): readonly SourceRef[] => base.flatMap(tenurePlaces);

/** Customers at the start of the last four quarters, a count. */
export const customersAtStart: Measure = (scope, of) => {
  const value = baseOf(scope, of).length;
  const inputs = (): readonly SourceRef[] => {
    const base = baseOf(scope, of);
    const came = value > 0 ? base.map(startPlace) : of.map(({ account }) => at(account.source, 'since'));
    return [...came, ...placesOf(base)];
  };
  return withInputs(inputs, { value, formula: numberOfFirst(value) });
};

/** Those of them that were lost since, a count; unknown where nobody records who left. */
export const customersLost: Measure = (scope, of) => {
  if (!scope.of(recordsLeavings)) return unavailable('no-leavings-recorded');
  const isLost = isLostIn(scope);
  const value = numberOf(baseOf(scope, of), isLost);
  const inputs = (): readonly SourceRef[] => {
    const base = baseOf(scope, of);
    const lost = base.filter(isLost);
    if (lost.length > 0) return [...lost.map(lastPlace), ...placesOf(lost)];
    const might = base.length > 0 ? base.map(({ customer }) => customer) : of;
    return might.map(({ account }) => at(account.source, 'lost'));
  };
  return withInputs(inputs, { value, formula: numberOfFirst(value) });
};
