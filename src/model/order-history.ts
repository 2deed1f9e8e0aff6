import { at, type SourceRef } from './source.ts';

/**
 * The order lines of one account, by day, those of a day in the order of the file. Parallel arrays, so that half a
 * million lines fit.
 */
export interface AccountOrders {
  /** Day of each line, counted from 1970-01-01. */
  readonly days: Int32Array;
  /** Row of each line in the file, counted from 0 below the column names. */
  readonly rows: Int32Array | Float64Array;
  /**
   * How many orders begin with a line: 1, or 0 where it continues one of the same id and day; more where the lines of a day were
   * added up.
   */
  readonly begins: Uint8Array | Uint32Array;
  /** Amount of each line in the currency of the account; not a number where none is given. */
  readonly amounts: Float64Array;
}

/** What `data/orders.csv` or `data/orders.parquet` says: the orders of the accounts, by account id. */
export interface OrderHistory {
  readonly source: SourceRef;
  readonly accounts: ReadonlyMap<string, AccountOrders>;
}

/** The place of a line of the order file, or of one of its cells. */
export const orderLine = ({ source }: OrderHistory, row: number, column?: OrderColumn): SourceRef =>
  column === undefined ? at(source, row) : at(source, row, column);

/** Columns of the order file; the first two are needed. */
export const orderColumns = ['account', 'date', 'amount', 'order'] as const;
export type OrderColumn = (typeof orderColumns)[number];
