import { compareIds } from '../model/order.ts';
import { orderColumns } from '../model/order-history.ts';
import { idSchema } from '../model/text.ts';
import type { Ledger } from './ledger.ts';
import type { IdRegister } from './register.ts';
import { fieldsOf, type Row } from './rows.ts';
import { settle } from './settle.ts';
import { orders } from './targets.ts';

/** A line of the order file, as texts. */
export type OrderLine = Readonly<Record<(typeof orderColumns)[number], string>>;

/**
 * Rows to lines of `data/orders.csv`. An import that brings no accounts takes their ids as they are: the workspace may have
 * them already, which its check verifies.
 */
export const orderLinesOf = (
  rows: readonly Row[],
  accounts: IdRegister,
  ledger: Ledger,
): readonly OrderLine[] =>
  rows.flatMap(row => {
    const line = lineOf(row, accounts, ledger);
    if (line === undefined) return [];
    ledger.use(row);
    return [line];
  });

const lineOf = (row: Row, accounts: IdRegister, ledger: Ledger): OrderLine | undefined => {
  const { account: reference, ...given } = fieldsOf(row.cells);
  if (reference === undefined) {
    ledger.reject(row, 'no-account', 'it names no account');
    return undefined;
  }
  const name = String(reference);
  const account = accounts.isEmpty && idSchema.safeParse(name).success ? name : accounts.find(name);
  if (account === undefined) {
    const remark = accounts.remarkOn(name);
    ledger.reject(row, 'unknown-account', `${JSON.stringify(name)} stands for no account${remark}`);
    return undefined;
  }
  const settled = settle(orders.schema, given);
  if ('problem' in settled) {
    ledger.reject(row, 'invalid', settled.problem);
    return undefined;
  }
  const { date, amount, order } = settled.fields;
  return {
    account,
    date: String(date),
    amount: typeof amount === 'number' ? plainAmount(amount) : '',
    order: order === undefined ? '' : String(order),
  };
};

/** 932.375 could be taken for thousands, and the workspace asks about it; 932.3750 says what it is. */
const plainAmount = (amount: number): string =>
  /^-?\d+\.\d{3}$/.test(String(amount)) ? amount.toFixed(4) : String(amount);

/** The order file: by date, then by all the rest, with the columns that have something to say. */
export const orderText = (lines: readonly OrderLine[]): string => {
  const columns = orderColumns.filter(
    column => column === 'account' || column === 'date' || lines.some(line => line[column] !== ''),
  );
  const texts = lines
    .map(line => ({ date: line.date, text: columns.map(column => quoted(line[column])).join(',') }))
    .sort((a, b) => compareIds(a.date, b.date) || compareIds(a.text, b.text))
    .map(({ text }) => text);
  return `${[columns.join(','), ...texts].join('\n')}\n`;
};

const quoted = (text: string): string =>
  /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text.replaceAll(/\s+/g, ' ');
