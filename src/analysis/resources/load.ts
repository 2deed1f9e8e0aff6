import type { Coverage, Unavailable } from '../../model/figure.ts';
import { trailingYear } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { type Customer, isKey, keyCustomers } from '../customers.ts';
import { currentCustomers, type Kam, kams } from '../kams.ts';
import { sumOfKnown } from '../portfolio/effort.ts';
import type { Scope } from '../scope.ts';
import { assignmentsOf, hoursOfYear } from './people.ts';
import { resourceSettings } from './settings.ts';

export type LoadVerdict = 'over' | 'within' | 'under';

/** Hours a year that a customer needs of its key account manager. */
export interface Need {
  readonly customer: Customer;
  /** Absent where nobody says and a quarter of the manager's own hours is missing. */
  readonly hours?: number;
  readonly inputs: readonly SourceRef[];
}

/** What a key account manager is asked for, against what they have. */
export interface KamLoad {
  readonly kam: Kam;
  /** Customers and prospects that they look after now. */
  readonly needs: readonly Need[];
  readonly keyAccounts: number;
  /** Hours a year that the accounts need, as far as known. */
  readonly need?: number;
  /** Hours a year for key accounts. */
  readonly capacity?: number;
  /** Need ÷ capacity; at least that where the need of an account is unknown. */
  readonly load?: number;
  readonly unavailable?: Unavailable;
  /** Accounts whose need is known, of all. */
  readonly coverage: Coverage;
  readonly verdict?: LoadVerdict;
}

/** The load of every key account manager, by id. */
export const kamLoads = (scope: Scope): readonly KamLoad[] =>
  scope.of(kams).map(kam => {
    const needs = currentCustomers(scope, kam).map(customer => needOf(scope, kam, customer));
    const need = needs.length === 0 ? 0 : sumOfKnown(needs.map(({ hours }) => hours));
    const { capacity } = kam.person;
    const load = need === undefined || capacity === undefined ? undefined : need / capacity;
    const coverage = { n: needs.filter(({ hours }) => hours !== undefined).length, of: needs.length };
    const verdict = verdictOf(scope, load, needs.length, coverage);
    return {
      kam,
      needs,
      keyAccounts: needs.filter(({ customer }) => isKey(scope, customer)).length,
      coverage,
      ...(need === undefined ? {} : { need }),
      ...(capacity === undefined ? {} : { capacity }),
      ...(load === undefined
        ? { unavailable: { code: capacity === undefined ? 'no-capacity' : 'no-need' } }
        : { load }),
      ...(verdict === undefined ? {} : { verdict }),
    };
  });

/** As declared for the accounts of the customer; else the manager's own hours of the last four quarters, if none is missing. */
const needOf = (scope: Scope, kam: Kam, customer: Customer): Need => {
  const declared = customer.members.filter(({ resources }) => resources?.need !== undefined);
  if (declared.length > 0)
    return {
      customer,
      hours: sumOfKnown(declared.map(({ resources }) => resources?.need)) ?? 0,
      inputs: declared.map(({ source }) => at(source, 'resources', 'need')),
    };
  const year = trailingYear(scope.period);
  const own = assignmentsOf(customer.members, kam.id);
  const hours = hoursOfYear(scope, own);
  return {
    customer,
    ...(hours === undefined ? {} : { hours }),
    inputs: own.flatMap(({ assignment, source }) => {
      const recorded = year.filter(period => assignment.hours[period] !== undefined);
      const hours = at(source, 'hours');
      return recorded.length === 0 ? [hours] : recorded.map(period => at(hours, period));
    }),
  };
};

/** With an account whose need is unknown only "over" is sure. */
const verdictOf = (
  scope: Scope,
  load: number | undefined,
  accounts: number,
  coverage: Coverage,
): LoadVerdict | undefined => {
  const { low, high, accounts: most } = resourceSettings(scope).load;
  if ((load !== undefined && load > high) || (most !== undefined && accounts > most)) return 'over';
  if (load === undefined || coverage.n < coverage.of) return undefined;
  return load < low ? 'under' : 'within';
};

/** Key accounts that nobody manages, and those without an executive sponsor. */
export const unassigned = (scope: Scope): Readonly<Record<'manager' | 'sponsor', readonly Customer[]>> => {
  const without = (field: 'manager' | 'sponsor'): readonly Customer[] =>
    keyCustomers(scope).filter(({ account }) => account[field] === undefined);
  return { manager: without('manager'), sponsor: without('sponsor') };
};
