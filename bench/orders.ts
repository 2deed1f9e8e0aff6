import { dayOf } from '../src/model/days.ts';
import type { AccountOrders, OrderHistory } from '../src/model/order-history.ts';
import { accountId } from './example.ts';
import { fraction } from './fraction.ts';

const first = dayOf('2024-10-01');
const days = 730;
const perAccount = 24;

/** Two years of order lines for every third account of `count`, two lines to most orders. */
export const ordersOf = (count: number): OrderHistory => {
  const accounts = new Map<string, AccountOrders>();
  for (let index = 0; index < count; index += 3) accounts.set(accountId(index), linesOf(index));
  return { source: { file: 'data/orders.csv', path: [] }, accounts };
};

const linesOf = (index: number): AccountOrders => {
  // Some go silent early, some buy to the last day.
  const span = days * (0.4 + 0.6 * fraction(index, 20));
  const lines = Array.from({ length: perAccount }, (_, line) => line);
  const dayOfLine = (line: number): number => {
    const order = line - (line % 2);
    return Math.floor(first + (span * (order + fraction(index, order, 21))) / perAccount);
  };
  return {
    days: Int32Array.from(lines, dayOfLine),
    rows: Int32Array.from(lines, line => (index / 3) * perAccount + line),
    begins: Uint8Array.from(lines, line => 1 - (line % 2)),
    amounts: Float64Array.from(lines, line => Math.round(20_000 * fraction(index, line, 22))),
  };
};
