import type { FigureInput } from '../../model/figure.ts';
import type { Formula } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { keyCustomers } from '../customers.ts';
import { shareOfFirst } from '../formulas.ts';
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
  /** Key status of the key customers. */
  readonly keyInputs: readonly SourceRef[];
  /** Key status, a place for each other customer, and the rest of the revenue. */
  readonly inputs: readonly FigureInput[];
  /** Key customers ÷ customers, by the places of the inputs. */
  readonly formula: Formula;
  /** Key customers with revenue. */
  readonly buyingKey: readonly string[];
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
  const others = buying.filter(row => !key.has(row.customer.id));
  const keyInputs = scope.of(keyCustomers).map(({ account }) => at(account.source, 'key'));
  return {
    key: key.size,
    customers: all.size,
    ...(buying.length === 0 ? {} : { value: key.size / all.size }),
    ...(revenueShare === undefined ? {} : { revenueShare }),
    keyInputs,
    get inputs() {
      return [
        ...keyInputs,
        ...others.flatMap(row => row.current.inputs.slice(0, 1)),
        ...others.flatMap(row => row.current.inputs.slice(1)),
        ...buying.filter(row => key.has(row.customer.id)).flatMap(row => row.current.inputs),
      ];
    },
    formula: shareOfFirst(key.size, all.size),
    buyingKey: buying.flatMap(({ customer: { id } }) => (key.has(id) ? [id] : [])),
  };
};
