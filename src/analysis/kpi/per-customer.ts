import type { Account } from '../../model/workspace.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';

/**
 * Something of one customer, computed once per scope however many measures, segments and managers ask for it: the KPIs of ten
 * thousand accounts are sums over the same few facts.
 */
export const perCustomer = <T>(
  compute: (scope: Scope, customer: Customer) => T,
): ((scope: Scope, customer: Customer) => T) => {
  const known = (): Map<Account, T> => new Map();
  return (scope, customer) => {
    const facts = scope.of(known);
    const fact = facts.get(customer.account);
    if (fact !== undefined) return fact;
    const made = compute(scope, customer);
    facts.set(customer.account, made);
    return made;
  };
};
