import { realpath } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlFailed, statementCount, statementRefused } from '../import/diagnostics.ts';
import type { Section } from '../import/section.ts';
import type { Database, Table, UnreadableLine } from '../import/table.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { cellOf } from './duckdb-cells.ts';

/** One thread: the order of rows, and with it every row number of a report, is the same on any machine. */
const configuration = {
  threads: '1',
  memory_limit: '1GB',
  temp_directory: '',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  allow_unsigned_extensions: 'false',
} as const;

/**
 * An empty database in memory that can read the files of one folder and reach nothing else: no other file, no network,
 * no extension, and no way to change that. For the SQL it offers the variable `data` (the folder) and the macros
 * `csv_rows(file)` and `parquet_rows(file)`, which read a file of the folder and add `source_file` and `source_row`.
 * @throws Error where the folder does not exist
 */
export const openDatabase = async (folder: string): Promise<Database> => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const data = await realpath(folder);
  const instance = await DuckDBInstance.create(':memory:', configuration);
  const connection = await instance.connect();
  for (const statement of preparation(data)) await connection.run(statement);
  return {
    run: section => runSection(connection, section),
    unreadable: () => unreadableLines(connection, data),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Everything in a CSV file is text until the SQL says otherwise; a line that can't be taken apart is kept for the report. */
const preparation = (data: string): readonly string[] => [
  `SET VARIABLE data = ${quoted(data)}`,
  `SET allowed_directories = [${quoted(data)}]`,
  'SET enable_external_access = false',
  `CREATE MACRO csv_rows(file) AS TABLE
     SELECT file AS source_file, row_number() OVER () AS source_row, *
     FROM read_csv(getvariable('data') || '/' || file, header = true, all_varchar = true, store_rejects = true)`,
  `CREATE MACRO parquet_rows(file) AS TABLE
     SELECT file AS source_file, row_number() OVER () AS source_row, *
     FROM read_parquet(getvariable('data') || '/' || file)`,
  'SET lock_configuration = true',
];

/** Kinds of statements that stay inside the database in memory. */
const allowed: ReadonlySet<string> = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
  'CREATE_FUNC',
  'DROP',
  'SET',
  'VARIABLE_SET',
]);

const runSection = async (connection: DuckDBConnection, section: Section): Promise<Outcome<Table>> => {
  const { StatementType } = await import('@duckdb/node-api');
  const tables: Table[] = [];
  try {
    const statements = await connection.extractStatements(section.sql);
    for (let index = 0; index < statements.count; index += 1) {
      const statement = await statements.prepare(index);
      const kind = StatementType[statement.statementType];
      if (!allowed.has(kind)) return { diagnostics: [statementRefused(section, kind)] };
      const result = await statement.runAndReadAll();
      if (kind === 'SELECT')
        tables.push({ columns: result.columnNames(), rows: result.getRows().map(row => row.map(cellOf)) });
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { diagnostics: [sqlFailed(section, error.message)] };
  }
  const expected = section.into === 'preparation' ? 0 : 1;
  if (tables.length !== expected) return { diagnostics: [statementCount(section, tables.length)] };
  const [value = { columns: [], rows: [] }] = tables;
  return { value, diagnostics: [] };
};

/** @throws Error from the database */
const unreadableLines = async (
  connection: DuckDBConnection,
  data: string,
): Promise<readonly UnreadableLine[]> => {
  const result = await connection.runAndReadAll(
    `SELECT DISTINCT file_path, line, error_message, csv_line
     FROM reject_errors JOIN reject_scans USING (scan_id, file_id) ORDER BY ALL`,
  );
  return result.getRows().map(([path, line, reason, text]) => ({
    file: String(path).replace(`${data}/`, ''),
    line: Number(line),
    reason: (String(reason).split('\n')[0] ?? '').trim(),
    text: String(text),
  }));
};
