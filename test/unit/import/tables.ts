import { type Imported, mapTables, type SectionTable } from '../../../src/import/map.ts';
import type { Destination } from '../../../src/import/section.ts';
import type { Cell } from '../../../src/import/table.ts';

let line = 0;

/** The result of one statement, its rows as records. */
export const table = (
  into: Destination,
  ...records: readonly Readonly<Record<string, Cell>>[]
): SectionTable => {
  const columns = [...new Set(records.flatMap(record => Object.keys(record)))];
  line += 1;
  return {
    section: { into, file: 'my.sql', line, sql: '' },
    table: { columns, rows: records.map(record => columns.map(column => record[column] ?? null)) },
  };
};

/** @throws Error where the columns were refused */
export const imported = (...tables: readonly SectionTable[]): Imported => {
  const { value, diagnostics } = mapTables(tables);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
};
