import type { FigureInput } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { customers, keyCustomers } from '../customers.ts';
import { ratio, zero } from '../money.ts';
import { portfolioRevenue } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';

/** How widely key status is given (domain 2.1). */
export interface Breadth {
  /** Customers with key status in the period. */
  readonly key: number;
  /** Customers with revenue in the span or with key status. */
  readonly customers: number;
  /** Key customers ÷ customers, 0–1; absent without any revenue in the span. */
  readonly value?: number;
  /** Their share of the revenue, 0–1; absent without revenue. */
  readonly revenueShare?: number;
  readonly inputs: readonly FigureInput[];
}

/** A key customer without revenue counts on both sides, so that breadth never passes 1. */
export const breadth = (scope: Scope): Breadth => {
  const { rows, base } = scope.of(portfolioRevenue);
  const buying = rows.filter(({ current }) => current.total?.greaterThan(0));
  const key = new Set(scope.of(keyCustomers).map(customer => customer.id));
  const all = new Set([...key, ...buying.map(row => row.customer.id)]);
  const keyRevenue = buying
    .filter(row => key.has(row.customer.id))
    .reduce((total, row) => total.plus(row.current.total ?? zero), zero);
  const revenueShare = ratio(keyRevenue, base);
  return {
    key: key.size,
    customers: all.size,
    ...(buying.length === 0 ? {} : { value: key.size / all.size }),
    ...(revenueShare === undefined ? {} : { revenueShare }),
    inputs: [
      ...scope
        .of(customers)
        .filter(({ id }) => key.has(id))
        .map(({ account }) => at(account.source, 'key')),
      ...buying.flatMap(row => row.current.inputs),
    ],
  };
};
