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
import type { Warning, WarningCheck } from './warning.ts';

const checks: readonly WarningCheck[] = [
  silence,
  fallingOrders,
  openComplaints,
  sponsorLeft,
  contractEnd,
  lowNps,
];

/** The signals of one active customer, in the order of `warningSignals`. */
export interface Warned {
  readonly customer: Customer;
  readonly warnings: readonly Warning[];
  readonly raised: readonly Warning[];
  /** Signals of which something is known. */
  readonly known: number;
}

/** Warning signals of all active customers, by customer. */
export const warnings = (scope: Scope): ReadonlyMap<string, Warned> =>
  new Map(
    scope
      .of(customers)
      .filter(customer => standingOf(scope, customer) === 'active')
      .map(customer => [customer.id, warned(scope, customer)]),
  );

const warned = (scope: Scope, customer: Customer): Warned => {
  const all = checks.map(check => check(scope, customer));
  return {
    customer,
    warnings: all,
    raised: all.filter(({ state }) => state === 'raised'),
    known: all.filter(({ state }) => state !== 'unknown').length,
  };
};
