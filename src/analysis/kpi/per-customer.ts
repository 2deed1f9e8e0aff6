import type { Customer } from '../customers.ts';
import type { Kept } from '../reading/reading.ts';
import type { Scope } from '../scope.ts';

/**
 * Something of one customer, computed once per scope however many measures, segments and managers ask for it: the KPIs of ten
 * thousand accounts are sums over the same few facts.
 */
export const perCustomer = <T>(
  compute: (scope: Scope, customer: Customer) => T,
): ((scope: Scope, customer: Customer) => T) => {
  const facts = (scope: Scope): ((customer: Customer) => T) =>
    scope.reading.keepEach(customer => compute(scope, customer));
  return (scope, customer) => scope.of(facts)(customer);
};

/**
 * Something of a group of customers, computed once per scope as long as the group is the same list. Of one customer alone it is
 * made anew: that is quick, and there are as many of them as accounts.
 */
export const perGroup = <T>(
  compute: (scope: Scope, of: readonly Customer[]) => T,
): ((scope: Scope, of: readonly Customer[]) => T) => {
  const known = (): WeakMap<readonly Customer[], Kept<T>> => new WeakMap();
  return (scope, of) => {
    if (of.length === 1) return compute(scope, of);
    const results = scope.of(known);
    const result = results.get(of) ?? scope.reading.keep(() => compute(scope, of));
    results.set(of, result);
    return result();
  };
};
