import type { AccountOrders } from '../../model/order-history.ts';

/** One line of the file that was read without fault. */
export interface OrderLine {
  readonly row: number;
  readonly day: number;
  readonly amount?: number;
  /** Id of the order, where the file has one. */
  readonly order?: string;
}

/** Puts the lines of one account by day into parallel arrays, and marks those that begin an order. */
export const compact = (lines: readonly OrderLine[]): AccountOrders => {
  const sorted = [...lines].sort((a, b) => a.day - b.day || a.row - b.row);
  const known = new Set<string>();
  const begins = sorted.map(({ day, order }) => {
    if (order === undefined) return 1;
    const key = `${day} ${order}`;
    if (known.has(key)) return 0;
    known.add(key);
    return 1;
  });
  return {
    days: Int32Array.from(sorted, ({ day }) => day),
    rows: Int32Array.from(sorted, ({ row }) => row),
    begins: Uint8Array.from(begins),
    amounts: Float64Array.from(sorted, ({ amount }) => amount ?? Number.NaN),
  };
};
