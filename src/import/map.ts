import { codePointOf } from '../model/character.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { sortBy } from '../model/order.ts';
import { foreignCharacterIn } from '../workspace/yaml-limits.ts';
import { checkColumns } from './columns.ts';
import { type Entity, entitiesOf } from './entities.ts';
import { type AccountBook, addEntry, addQuarter, emptyBook } from './entries.ts';
import { type Count, Ledger, type Reject } from './ledger.ts';
import { type OrderLine, orderLinesOf } from './orders.ts';
import type { Registers } from './references.ts';
import { IdRegister } from './register.ts';
import { type Row, rowsOf } from './rows.ts';
import type { Destination, Section } from './section.ts';
import type { Table } from './table.ts';
import { listNames, type Register } from './targets.ts';

/** What an import brings, sorted by id, and what became of every row. */
export interface Imported {
  readonly people: readonly Entity[];
  readonly products: readonly Entity[];
  readonly accounts: readonly (Entity & AccountBook)[];
  readonly orders: readonly OrderLine[];
  readonly counts: readonly Count[];
  readonly rejects: readonly Reject[];
}

export interface SectionTable {
  readonly section: Section;
  readonly table: Table;
}

/** An entity that the workspace has already: rows may name it, and update it. */
export interface Existing {
  readonly kind: Register;
  readonly id: string;
  readonly name: string;
}

/** Rows to entities, in whatever order the SQL gives them. Refused as a whole where columns don't fit. */
export const mapTables = (
  tables: readonly SectionTable[],
  existing: readonly Existing[] = [],
): Outcome<Imported> => {
  const diagnostics: Diagnostic[] = tables.flatMap(({ section, table }) => checkColumns(section, table));
  if (diagnostics.length > 0) return { diagnostics };
  const rows = tables.flatMap(({ section, table }) => rowsOf(section, table));
  const ledger = new Ledger();
  const sound = new Set(rows.filter(row => isText(row, ledger)));
  const into = (destination: Destination): Row[] =>
    rows.filter(row => row.section.into === destination && sound.has(row));
  const registers: Registers = {
    people: new IdRegister(),
    products: new IdRegister(),
    accounts: new IdRegister(),
  };
  for (const { kind, id, name } of existing) registers[kind].know(id, name);
  const people = entitiesOf('people', into('people'), registers, ledger);
  const products = entitiesOf('products', into('products'), registers, ledger);
  const accounts = entitiesOf('accounts', into('accounts'), registers, ledger).map(entity => ({
    ...entity,
    ...emptyBook(),
  }));
  const books = new Map(accounts.map(account => [account.id, account]));
  for (const row of into('accounts.history')) addQuarter(row, books, registers, ledger);
  for (const name of listNames)
    for (const row of into(`accounts.${name}`)) addEntry(row, name, books, registers, ledger);
  const orders = orderLinesOf(into('orders'), registers.accounts, ledger);
  for (const row of into('rejects')) ledger.setAside(row);
  const byId = <T extends Entity>(entities: readonly T[]): T[] => sortBy(entities, ({ id }) => id);
  return {
    value: {
      people: byId(people),
      products: byId(products),
      accounts: byId([...books.values()]),
      orders,
      ...ledger.close(rows),
    },
    diagnostics,
  };
};

/** The workspace would refuse the whole file for one such character, so the row that holds it is rejected. */
const isText = (row: Row, ledger: Ledger): boolean => {
  for (const [column, cell] of Object.entries(row.cells)) {
    const { character } = (typeof cell === 'string' && foreignCharacterIn(cell)) || {};
    if (character === undefined) continue;
    ledger.reject(
      row,
      'invalid',
      `"${column}" holds a character that is no text (${codePointOf(character)})`,
    );
    return false;
  }
  return true;
};
