import { slug } from '../model/slug.ts';
import type { Entity } from './entities.ts';
import type { Ledger } from './ledger.ts';
import { type Registers, resolveReferences } from './references.ts';
import { type Fields, fieldsOf, type Row } from './rows.ts';
import { settle } from './settle.ts';
import { history, type ListName, lists, type Target } from './targets.ts';

/** What belongs to an account besides its own fields. */
export interface AccountBook {
  readonly history: Map<string, Fields>;
  readonly lists: Map<ListName, Fields[]>;
}

export const emptyBook = (): AccountBook => ({ history: new Map(), lists: new Map() });

interface Placed {
  readonly account: string;
  readonly fields: Fields;
}

/** Puts a row into the history of its account: one row a quarter. */
export const addQuarter = (
  row: Row,
  books: Map<string, AccountBook & Entity>,
  registers: Registers,
  ledger: Ledger,
): void => {
  const placed = place(row, history, registers, ledger);
  if (placed === undefined) return;
  const { period, ...quarter } = placed.fields;
  const quarters = bookOf(books, placed.account).history;
  if (quarters.has(String(period))) {
    ledger.reject(row, 'quarter-taken', `${String(period)} of ${placed.account} came before`);
    return;
  }
  quarters.set(String(period), quarter);
  ledger.use(row);
};

/** Appends a row to a list of its account. Entries with an id have it to themselves within the account. */
export const addEntry = (
  row: Row,
  name: ListName,
  books: Map<string, AccountBook & Entity>,
  registers: Registers,
  ledger: Ledger,
): void => {
  const placed = place(row, lists[name], registers, ledger);
  if (placed === undefined) return;
  const { lists: held } = bookOf(books, placed.account);
  const entries = held.get(name) ?? [];
  const id = placed.fields.id;
  if (id !== undefined && entries.some(entry => entry.id === id)) {
    ledger.reject(row, 'id-taken', `its id ${JSON.stringify(id)} came before in ${placed.account}`);
    return;
  }
  entries.push(placed.fields);
  held.set(name, entries);
  ledger.use(row);
};

const place = (row: Row, target: Target, registers: Registers, ledger: Ledger): Placed | undefined => {
  const { account: reference, ...given } = fieldsOf(row.cells);
  if (reference === undefined) {
    ledger.reject(row, 'no-account', 'it names no account');
    return undefined;
  }
  const name = String(reference);
  const account = registers.accounts.find(name);
  if (account === undefined) {
    const remark = registers.accounts.remarkOn(name);
    ledger.reject(row, 'unknown-account', `${JSON.stringify(name)} stands for no account${remark}`);
    return undefined;
  }
  const resolved = resolveReferences(target, withId(target, given), registers);
  if ('problem' in resolved) {
    ledger.reject(row, 'unknown-reference', resolved.problem);
    return undefined;
  }
  const settled = settle(target.schema, resolved.fields);
  if ('problem' in settled) {
    ledger.reject(row, 'invalid', settled.problem);
    return undefined;
  }
  return { account, fields: settled.fields };
};

/** A contact needs an id; it is made from the name where the row gives none. */
const withId = (target: Target, fields: Fields): Fields => {
  if (target !== lists.contacts || fields.id !== undefined) return fields;
  const id = slug(String(fields.name ?? ''));
  return id === undefined ? fields : { id, ...fields };
};

/** An account that only the workspace has gets its book with the first row for it. */
const bookOf = (books: Map<string, AccountBook & Entity>, account: string): AccountBook => {
  const book = books.get(account) ?? { id: account, fields: {}, ...emptyBook() };
  books.set(account, book);
  return book;
};
