import type { Column, Row, Series } from '../../model/series.ts';
import type { Account } from '../../model/workspace.ts';
import type { Customer } from '../customers.ts';
import { type Entry, entriesOf, type Register } from '../relation/entries.ts';
import type { Scope } from '../scope.ts';
import { seriesOf } from './lines.ts';

/** How the items of a list become rows. */
export interface RegisterRows<Key extends Register> {
  readonly columns: readonly Column[];
  /** The row of an item; items whose row is undefined do not belong to the register. */
  rowOf(entry: Entry<Account[Key][number]>): Row | undefined;
  /** Order of the rows; that of the data when absent. */
  readonly order?: (a: Row, b: Row) => number;
}

/** What a customer and the accounts under it record in one list, a row for each item. */
export const registerOf = <Key extends Register>(
  customer: Customer,
  key: Key,
  { columns, rowOf, order }: RegisterRows<Key>,
): Series => {
  const entries = entriesOf(customer, key).flatMap(entry => {
    const row = rowOf(entry);
    return row === undefined ? [] : [{ row, inputs: [entry.source] }];
  });
  if (order !== undefined) entries.sort((a, b) => order(a.row, b.row));
  return seriesOf(`account.${customer.id}.${key}`, columns, entries);
};

/** Name of a product of the price list; the id itself where the list does not have it. */
export const productName = (scope: Scope, id: string | undefined): Row[string] =>
  scope.of(productNames).get(id ?? '') ?? id ?? null;

const productNames = (scope: Scope): ReadonlyMap<string, Row[string]> =>
  new Map(scope.workspace.products.map(({ id, name }) => [id, name]));

/** Name of a contact of the account that recorded it. */
export const contactName = ({ contacts }: Account, id: string | undefined): string | null =>
  contacts.find(contact => contact.id === id)?.name ?? null;
