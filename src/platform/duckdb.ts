import { realpath } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  sourceUnreadable,
  sqlEndless,
  sqlFailed,
  statementCount,
  statementRefused,
} from '../import/diagnostics.ts';
import type { Section } from '../import/section.ts';
import { UnreadableSource } from '../import/source/text-table.ts';
import type { Database, Table, UnreadableLine } from '../import/table.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { cellOf } from './duckdb-cells.ts';
import { readings } from './duckdb-readings.ts';
import { loadSources, type SourceFolders } from './import-sources.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** One thread: the order of rows, and with it every row number of a report, is the same on any machine. */
export const lockedDown = {
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
 * no extension, and no way to change that. For the SQL it offers the variable `data` (the folder) and macros that read a file
 * of the folder and add `source_file` and `source_row`: `csv_rows`, `parquet_rows`, `xlsx_rows`, `json_rows`, `yaml_rows`.
 * @param patience milliseconds that the statements of a section may take: five million lines take a quarter of a minute
 * @throws Error where the folder does not exist
 */
export const openDatabase = async (folder: string, patience = 600_000): Promise<Database> => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const data = await realpath(folder);
  const copies = await createTemporaryFolder('import');
  const folders = { data, decoded: await realpath(copies.path) };
  const instance = await DuckDBInstance.create(':memory:', lockedDown);
  const connection = await instance.connect();
  for (const statement of preparation(folders)) await connection.run(statement);
  const loaded = new Set<string>();
  return {
    run: async section => {
      try {
        await loadSources(connection, section.sql, folders, loaded);
      } catch (error) {
        if (!(error instanceof UnreadableSource)) throw error;
        return { diagnostics: [sourceUnreadable(section, error.message)] };
      }
      return inTime(connection, section, patience);
    },
    unreadable: () => unreadableLines(connection, folders),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await copies.remove();
    },
  };
};

/** From then on a database reaches these folders and nothing else, and no statement changes that. */
export const confine = async (connection: DuckDBConnection, folders: readonly string[]): Promise<void> => {
  await connection.run(`SET allowed_directories = [${folders.map(quoted).join(', ')}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
};

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Tables that `loadSources` makes, by the name that it gives them. */
const loadedTable = (kind: string, detail: string): string =>
  `query_table('"${kind}:' || replace(file, '"', '""') || ':' || ${detail} || '"')`;

/** Everything in a file is text until the SQL says otherwise; a line that can't be taken apart is kept for the report. */
const preparation = ({ data, decoded }: SourceFolders): readonly string[] => [
  `SET VARIABLE data = ${quoted(data)}`,
  `SET VARIABLE decoded = ${quoted(decoded)}`,
  `SET allowed_directories = [${quoted(data)}, ${quoted(decoded)}]`,
  'SET enable_external_access = false',
  `CREATE MACRO csv_rows(file, encoding := 'utf-8') AS TABLE
     SELECT file AS source_file, row_number() OVER () AS source_row, *
     FROM read_csv(
       CASE encoding WHEN 'utf-8' THEN getvariable('data') ELSE getvariable('decoded') || '/' || encoding END || '/' || file,
       header = true, all_varchar = true, store_rejects = true)`,
  `CREATE MACRO parquet_rows(file) AS TABLE
     SELECT file AS source_file, row_number() OVER () AS source_row, *
     FROM read_parquet(getvariable('data') || '/' || file)`,
  `CREATE MACRO xlsx_rows(file, sheet := '') AS TABLE FROM ${loadedTable('xlsx', `replace(sheet, '"', '""')`)}`,
  `CREATE MACRO json_rows(file) AS TABLE FROM ${loadedTable('json', "''")}`,
  `CREATE MACRO yaml_rows(file) AS TABLE FROM ${loadedTable('yaml', "''")}`,
  ...readings,
  'SET lock_configuration = true',
];

/** Runs a section, and stops it where it does not come to an end. */
const inTime = async (
  connection: DuckDBConnection,
  section: Section,
  patience: number,
): Promise<Outcome<Table>> => {
  let isLate = false;
  const clock = setTimeout(() => {
    isLate = true;
    connection.interrupt();
  }, patience);
  try {
    const outcome = await runSection(connection, section);
    return isLate ? { diagnostics: [sqlEndless(section, patience / 1000)] } : outcome;
  } finally {
    clearTimeout(clock);
  }
};

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

/** Text without a statement, which DuckDB's extraction does not take. */
const isBlank = (sql: string): boolean => sql.replace(/--.*|\/\*[\s\S]*?\*\/|;/g, '').trim() === '';

const runSection = async (connection: DuckDBConnection, section: Section): Promise<Outcome<Table>> => {
  const tables: Table[] = [];
  try {
    for await (const { kind, rows } of resultsOf(connection, section.sql)) {
      if (rows === undefined) return { diagnostics: [statementRefused(section, kind)] };
      if (kind === 'SELECT') tables.push(rows);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { diagnostics: [sqlFailed(section, error.message)] };
  }
  if (section.into === 'preparation')
    return tables.length === 0
      ? { diagnostics: [] }
      : { diagnostics: [statementCount(section, tables.length)] };
  const [value] = tables;
  if (value === undefined || tables.length > 1)
    return { diagnostics: [statementCount(section, tables.length)] };
  return { value, diagnostics: [] };
};

/** Texts, names and comments, in which a word is no statement. */
const notWords = /--.*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g;

/** An export makes its folder as soon as it is prepared, so it is told by its word. */
const isExport = (sql: string): boolean => /(^|;)\s*export\b/i.test(sql.replace(notWords, ' '));

/** Runs statement after statement; one of a kind that is not allowed is not run and has no rows. */
async function* resultsOf(
  connection: DuckDBConnection,
  sql: string,
): AsyncGenerator<{ readonly kind: string; readonly rows?: Table }> {
  if (isBlank(sql)) return;
  if (isExport(sql)) return yield { kind: 'EXPORT' };
  const { StatementType } = await import('@duckdb/node-api');
  const statements = await connection.extractStatements(sql);
  for (let index = 0; index < statements.count; index += 1) {
    const statement = await statements.prepare(index);
    const kind = StatementType[statement.statementType];
    if (!allowed.has(kind)) yield { kind };
    else {
      const result = await statement.runAndReadAll();
      yield {
        kind,
        rows: { columns: result.columnNames(), rows: result.getRows().map(row => row.map(cellOf)) },
      };
    }
  }
}

/**
 * DuckDB makes its tables of rejects with the first scan that stores them. One line may have several errors, such as two
 * columns too many; the first says enough.
 */
const unreadableLines = async (
  connection: DuckDBConnection,
  { data, decoded }: SourceFolders,
): Promise<readonly UnreadableLine[]> => {
  const tables = await connection.runAndReadAll(
    "SELECT table_name FROM duckdb_tables() WHERE table_name = 'reject_errors'",
  );
  if (tables.currentRowCount === 0) return [];
  const nameIn = (path: string): string =>
    path.startsWith(`${decoded}/`)
      ? path.slice(decoded.length + 1).replace(/^[^/]*\//, '')
      : path.replace(`${data}/`, '');
  const result = await connection.runAndReadAll(
    `SELECT file_path, line, first(error_message ORDER BY column_idx, error_message), csv_line
     FROM reject_errors JOIN reject_scans USING (scan_id, file_id)
     GROUP BY file_path, line, csv_line ORDER BY file_path, line`,
  );
  return result.getRows().map(([path, line, reason, text]) => ({
    file: nameIn(String(path)),
    line: Number(line),
    reason: (String(reason).split('\n')[0] ?? '').trim(),
    text: String(text),
  }));
};
