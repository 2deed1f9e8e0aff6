import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type ImportResult, runImport } from '../import/run.ts';
import { hasErrors, type Outcome } from '../model/diagnostic.ts';
import { openDatabase } from '../platform/duckdb.ts';
import { createFiles } from '../platform/files.ts';
import { findWorkspaceRoot, workspaceFile } from '../platform/root.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { importText } from './import-text.ts';
import { InvalidInput } from './invalid-input.ts';
import { jsonOption, rootOption } from './options.ts';
import { coloursFor, print, printError, printJson } from './terminal.ts';

export interface ImportOptions {
  readonly data: string;
  readonly root?: string;
  readonly force?: boolean;
  readonly strict?: boolean;
  /** Rejected rows to list on the terminal; the report file has them all. */
  readonly limit: number;
  readonly json?: boolean;
}

const help = `
The SQL file holds DuckDB statements over the files of the data folder. A line "-- into: <target>" before a statement
says where its rows go: people, products, accounts, accounts.history, accounts.opportunities, accounts.contacts and the
other lists of an account, orders (data/orders.csv); "-- rejects" marks rows that the SQL sets aside, with a column "reason". Columns are named
like the fields of the workspace ("fields.employees" for a nested one). csv_rows('file.csv') and
parquet_rows('file.parquet') read a file and add source_file and source_row, which the report shows.
The statements reach no other files, no network and no extensions.

Examples:
  $ cuentas import crm.sql --data ../export
  $ cuentas import crm.sql --data ../export --root reviews/acme --force --limit 50`;

export const createImportCommand = (): Command =>
  new Command('import')
    .description('Turn tables of orders or customers into a workspace: an SQL file over CSV and Parquet.')
    .argument('<sql>', 'SQL file that says which columns go where')
    .requiredOption('--data <folder>', 'folder with the CSV and Parquet files')
    .addOption(rootOption())
    .option('--force', 'replace files that exist and differ')
    .option('--strict', 'end with exit code 1 when a row was rejected')
    .addOption(
      new Option('--limit <rows>', 'rejected rows to list; the report file has them all')
        .default(20)
        .argParser(parseLimit),
    )
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(async (sqlFile: string, options: ImportOptions) => {
      process.exitCode = await importCommand(sqlFile, options);
    });

/** @throws InvalidInput where the SQL file, the data folder or the workspace is not there */
export const importCommand = async (sqlFile: string, options: ImportOptions): Promise<ExitCode> => {
  const sql = await readSql(sqlFile);
  const root = await workspaceFolder(options.root);
  if (!(await isFolder(options.data))) throw new InvalidInput(`There is no folder ${options.data}.`);
  const database = await openDatabase(options.data);
  try {
    const outcome = await runImport({
      sqlFile,
      sql,
      database,
      files: createFiles(root),
      force: options.force ?? false,
    });
    return present(outcome, { sqlFile, sql, root, options });
  } finally {
    database.close();
  }
};

interface Presentation {
  readonly sqlFile: string;
  readonly sql: string;
  readonly root: string;
  readonly options: ImportOptions;
}

const present = (outcome: Outcome<ImportResult>, presentation: Presentation): ExitCode => {
  const { value, diagnostics } = outcome;
  if (presentation.options.json) printResult(outcome);
  else if (value) presentResult(value, presentation);
  else {
    const { sqlFile, sql } = presentation;
    printError(diagnosticsText(diagnostics, new Map([[sqlFile, sql]]), coloursFor(process.stderr)));
    printError('Nothing was written.');
  }
  const rejected = presentation.options.strict === true && (value?.report.rejects.length ?? 0) > 0;
  const refused = hasErrors(diagnostics) || hasErrors(value?.problems ?? []);
  return refused || rejected ? exitCode.findings : exitCode.fine;
};

const presentResult = (result: ImportResult, { root, options }: Presentation): void => {
  print(importText(result, relative('', root) || '.', options.limit, coloursFor(process.stdout)));
  if (result.problems.length === 0) return;
  printError('\nThe files were written, but the workspace has problems in them:\n');
  printError(diagnosticsText(result.problems, result.sources, coloursFor(process.stderr)));
};

const printResult = ({ value, diagnostics }: Outcome<ImportResult>): void => {
  if (value === undefined) {
    printJson({ diagnostics });
    return;
  }
  const { sources: _, ...result } = value;
  printJson({ ...result, diagnostics });
};

const readSql = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new InvalidInput(
      `${file} can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

/** A folder that is named may still be without settings: an import can be what a workspace begins with. */
const workspaceFolder = async (root: string | undefined): Promise<string> => {
  const folder = root === undefined ? findWorkspaceRoot('.') : resolve(root);
  if (folder === undefined)
    throw new InvalidInput(`There is no ${workspaceFile} here or above.`, [
      'Name the workspace with --root.',
    ]);
  if (!(await isFolder(folder))) throw new InvalidInput(`There is no folder ${root ?? folder}.`);
  return folder;
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
};

const parseLimit = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('A number from 0 to 999999 is needed.');
  return Number(text);
};
