import { dateOfDay, dayOf } from '../../model/days.ts';
import type { AccountOrders } from '../../model/order-history.ts';
import { asOf } from '../as-of.ts';
import { type Customer, customers } from '../customers.ts';
import type { Scope } from '../scope.ts';
import type { PurchaseRecord } from './bg-nbd.ts';

export const daysInWeek = 7;

/** The orders of one customer up to the end of the scope. Orders of one day count as one purchase. */
export interface CustomerOrders {
  readonly customer: Customer;
  /** Orders: lines of one id and day are one. */
  readonly orders: number;
  /** Days with an order, from 1970-01-01, ascending; never empty. */
  readonly days: readonly number[];
  /** ISO dates. */
  readonly first: string;
  readonly last: string;
  /** As the BG/NBD model sees it, in weeks. */
  readonly record: PurchaseRecord;
  /** Days between orders, as a mean; absent with a single one. */
  readonly usualGap?: number;
  /** Days since the last one. */
  readonly silence: number;
  /** Rows of the file that were counted: first those with which an order begins. */
  readonly rows: readonly number[];
  /** How many of them that is. */
  readonly beginning: number;
}

/** Customers with orders on record, by id, lost ones included. */
export const customerOrders = (scope: Scope): ReadonlyMap<string, CustomerOrders> => {
  const { orders } = scope.workspace;
  if (orders === undefined) return new Map();
  const until = dayOf(asOf(scope));
  return new Map(
    scope.of(customers).flatMap((customer): (readonly [string, CustomerOrders])[] => {
      const own = customer.members.flatMap(({ id }) => orders.accounts.get(id) ?? []);
      const found = ordersOf(customer, own, until);
      return found === undefined ? [] : [[customer.id, found]];
    }),
  );
};

const ordersOf = (
  customer: Customer,
  own: readonly AccountOrders[],
  until: number,
): CustomerOrders | undefined => {
  const [begun, further]: [number[], number[]] = [[], []];
  const distinct = new Set<number>();
  let orders = 0;
  for (const { days, rows, begins } of own)
    for (let index = 0; index < days.length; index += 1) {
      const day = days[index] ?? 0;
      if (day > until) break;
      distinct.add(day);
      const begin = begins[index] ?? 0;
      orders += begin;
      (begin > 0 ? begun : further).push(rows[index] ?? 0);
    }
  const days = [...distinct].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const repeats = days.length - 1;
  return {
    customer,
    orders,
    days,
    first: dateOfDay(first),
    last: dateOfDay(last),
    record: { repeats, recency: (last - first) / daysInWeek, age: (until - first) / daysInWeek },
    ...(repeats === 0 ? {} : { usualGap: (last - first) / repeats }),
    silence: until - last,
    rows: [...begun, ...further],
    beginning: begun.length,
  };
};
