import { daysBetween } from './period.ts';
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

const epoch = '1970-01-01';

/** Days from 1970-01-01 to an ISO date. */
export const dayOf = (date: string): number => daysBetween(epoch, date);

/** The ISO date of a day counted from 1970-01-01 (Howard Hinnant, civil_from_days). */
export const dateOfDay = (day: number): string => {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const padded = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
};
