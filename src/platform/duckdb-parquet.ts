import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBAppender, DuckDBDateValue } from '@duckdb/node-api';
import type { ExportTable, Value, ValueKind } from '../export/table.ts';
import { daysBetween } from '../model/period.ts';
import { confine, lockedDown, quoted } from './duckdb.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

const types: Readonly<Record<ValueKind, string>> = {
  text: 'VARCHAR',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
  date: 'DATE',
};

/**
 * The bytes of a table as Parquet, written by a database that can reach nothing but a folder of its own, which goes
 * afterwards. One thread and no time in the file: the same table gives the same bytes.
 */
export const parquetOf = async ({ columns, rows }: ExportTable): Promise<Uint8Array> => {
  const { DuckDBInstance, DuckDBDateValue: Day } = await import('@duckdb/node-api');
  const folder = await createTemporaryFolder('parquet');
  const instance = await DuckDBInstance.create(':memory:', lockedDown);
  const connection = await instance.connect();
  try {
    const target = join(folder.path, 'table.parquet');
    await confine(connection, [folder.path]);
    const kinds = columns.map(({ kind }, place) => kindOf(kind, place, rows));
    const list = columns.map(
      ({ id }, place) => `"${id.replaceAll('"', '""')}" ${types[kinds[place] ?? 'text']}`,
    );
    await connection.run(`CREATE TABLE exported (${list.join(', ')})`);
    const appender = await connection.createAppender('exported');
    for (const row of rows) {
      for (const [place, kind] of kinds.entries()) append(appender, row[place] ?? null, kind, Day);
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(`COPY exported TO ${quoted(target)} (FORMAT parquet, COMPRESSION zstd)`);
    return await readFile(target);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await folder.remove();
  }
};

const isDay = (value: Value | undefined): boolean =>
  value === null || value === undefined || /^\d{4}-\d{2}-\d{2}$/.test(String(value));

/** A column of dates in which something is none, such as a quarter by which a thing is due, stays text. */
const kindOf = (kind: ValueKind, place: number, rows: ExportTable['rows']): ValueKind =>
  kind === 'date' && !rows.every(row => isDay(row[place])) ? 'text' : kind;

const append = (
  appender: DuckDBAppender,
  value: Value,
  kind: ValueKind,
  Day: typeof DuckDBDateValue,
): void => {
  if (value === null) appender.appendNull();
  else if (kind === 'number') appender.appendDouble(Number(value));
  else if (kind === 'flag') appender.appendBoolean(value === true);
  else if (kind === 'date') appender.appendDate(new Day(daysBetween('1970-01-01', String(value))));
  else appender.appendVarchar(String(value));
};
