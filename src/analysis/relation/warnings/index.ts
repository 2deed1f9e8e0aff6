import type { Customer } from '../../customers.ts';
import { customers } from '../../customers.ts';
import { standingOf } from '../../portfolio/standing.ts';
import type { Scope } from '../../scope.ts';
import { openComplaints } from './complaints.ts';
import { contractEnd } from './contract-end.ts';
import { fallingOrders } from './falling-orders.ts';
import { lowNps } from './low-nps.ts';
import { silence } from './silence.ts';
import { sponsorLeft } from './sponsor-left.ts';
import type { Warning, WarningCheck, WarningSignal } from './warning.ts';

const checks: readonly WarningCheck[] = [
  silence,
  fallingOrders,
  openComplaints,
  sponsorLeft,
  contractEnd,
  lowNps,
];

/** What the signals of one active customer come to. */
export interface Warned {
  readonly customer: Customer;
  /** In the order of `warningSignals`. */
  readonly raised: readonly WarningSignal[];
  /** Signals of which something is known. */
  readonly known: number;
}

/** What the signals of all active customers come to, by customer; the signals themselves would fill the memory. */
export const warnings = (scope: Scope): ReadonlyMap<string, Warned> =>
  new Map(
    scope
      .of(customers)
      .filter(customer => standingOf(scope, customer) === 'active')
      .map(customer => [customer.id, warned(scope, customer)]),
  );

/** The signals of one customer, in the order of `warningSignals`. */
export const warningsOf = (scope: Scope, customer: Customer): readonly Warning[] =>
  checks.map(check => check(scope, customer));

const warned = (scope: Scope, customer: Customer): Warned => {
  const all = warningsOf(scope, customer);
  return {
    customer,
    raised: all.flatMap(({ state, signal }) => (state === 'raised' ? [signal] : [])),
    known: all.filter(({ state }) => state !== 'unknown').length,
  };
};
