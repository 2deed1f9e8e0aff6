import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Files } from '../effects.ts';
import { type ImportPlan, planImport, type Written, writeImport } from '../import/run.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../model/diagnostic.ts';
import { openDatabase } from '../platform/duckdb.ts';
import { createFiles } from '../platform/files.ts';
import { alone } from '../platform/lock.ts';
import { readRecipes } from '../platform/recipes.ts';
import { findWorkspaceRoot, workspaceFile } from '../platform/root.ts';
import { diagnosticsText, type Sources } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { type Script, scriptOf } from './import-script.ts';
import { filesText, mappingText, rowsText, sourcesText, writtenText } from './import-text.ts';
import { InvalidInput } from './invalid-input.ts';
import { jsonOption, rootOption } from './options.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { coloursFor, print, printError, printErrorSentences, printJson, printSentences } from './terminal.ts';
import { unifiedDiff } from './unified-diff.ts';

interface ImportOptions {
  readonly data: string;
  readonly root?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly strict?: boolean;
  /** Rejected rows to list on the terminal; the report file has them all. */
  readonly limit: number;
  readonly json?: boolean;
  readonly encoding?: string;
  readonly decimal?: 'comma' | 'point';
  readonly dates?: 'day-first' | 'month-first';
  readonly printSql?: boolean;
}

const help = `
An import updates a workspace and never destroys what is in it: only values that
the source has changed are touched. Fields that it does not bring, comments,
order and layout stay. A value that somebody changed by hand stays, and is told;
--force takes the import's. Files that become smaller are copied to
.cuentas/backup first. What was brought is noted in the folder imported, by
which the next import tells its own values from yours: commit that folder.

A recipe knows the exports of Salesforce and HubSpot, with the heads of their
interfaces in English and Spanish and the names of their APIs: it finds accounts
and opportunities among the files of the folder and says which column it takes
for what. Numbers such as 1.234 and dates such as 1/2/2026 may be read in two
ways: say --decimal and --dates, or their rows are rejected.

The SQL file holds DuckDB statements over the files of the data folder. A line
"-- into: <target>" before a statement says where its rows go: people, products,
accounts, accounts.history, accounts.opportunities, accounts.contacts and the
other lists of an account, orders (data/orders.csv). "-- rejects" marks rows
that the SQL sets aside, with a column "reason". Columns are named like the
fields of the workspace ("fields.employees" for a nested one). These read a file
and add source_file and source_row, which the report shows:
  csv_rows('f.csv')               csv_rows('f.csv', encoding := 'windows-1252')
  xlsx_rows('f.xlsx', 'Sheet')    json_rows('f.json')
  parquet_rows('f.parquet')       yaml_rows('f.yaml')
All but Parquet come as text. decimal_comma(text), decimal_point(text),
day_first(text) and month_first(text) read numbers and dates as declared, and a
row that is not so is rejected. A sum needs TRY_CAST(… AS DECIMAL(18, 2)) around
them, and "-- rejects" for the rows that are not so. The encodings are utf-8,
utf-16, windows-1252 and iso-8859-15. The statements reach no other files, no
network and no extensions.

Examples:
  $ cuentas import --list
  $ cuentas import salesforce --data ../export --dry-run
  $ cuentas import hubspot --data ../export --encoding windows-1252 \\
      --decimal comma --dates day-first
  $ cuentas import salesforce --data ../export --print-sql > crm.sql
  $ cuentas import crm.sql --data ../export
  $ cuentas import crm.sql --data ../export --root reviews/acme --limit 50`;

export const createImportCommand = (): Command =>
  new Command('import')
    .description(
      'Brings tables of orders, customers or deals into a workspace, without losing what is there.',
    )
    .argument('[source]', 'a recipe (salesforce, hubspot), or an SQL file that says which columns go where')
    .option('--data <folder>', 'folder with the files of the source')
    .option('--list', 'list the recipes')
    .addOption(rootOption())
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--force', 'where a value was changed by hand, take the one that the import brings')
    .option(
      '--strict',
      'end with exit code 1 when a row was rejected or a value stays in spite of the import',
    )
    .option(
      '--encoding <name>',
      'recipes: how the CSV files are encoded, such as windows-1252; UTF-8 if not said',
    )
    .addOption(
      new Option('--decimal <mark>', 'recipes: the decimal mark of numbers').choices(['comma', 'point']),
    )
    .addOption(
      new Option('--dates <order>', 'recipes: how dates are written, where not as 2026-01-31').choices([
        'day-first',
        'month-first',
      ]),
    )
    .option('--print-sql', 'recipes: print the SQL that would be run, to start an own file from')
    .addOption(
      new Option('--limit <rows>', 'rejected rows to list; the report file has them all')
        .default(20)
        .argParser(parseLimit),
    )
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(
      async (source: string | undefined, options: Partial<ImportOptions> & Pick<ImportOptions, 'limit'>) => {
        process.exitCode = await run(source, options);
      },
    );

const run = async (
  source: string | undefined,
  { data, ...options }: Partial<ImportOptions> & Pick<ImportOptions, 'limit'> & { readonly list?: boolean },
): Promise<ExitCode> => {
  if (options.list === true) return listRecipes();
  if (source === undefined)
    throw new InvalidInput('Name an SQL file or a recipe.', ['cuentas import --list shows the recipes.']);
  if (data === undefined) throw new InvalidInput('Name the folder of the source with --data.');
  return importCommand(source, { ...options, data });
};

const listRecipes = async (): Promise<ExitCode> => {
  for (const [name, { title }] of await readRecipes()) printSentences(`${name.padEnd(12)}${title}`, 12);
  return exitCode.fine;
};

/** @throws InvalidInput where the source, the data folder or the workspace is not there */
const importCommand = async (source: string, options: ImportOptions): Promise<ExitCode> => {
  if (!(await isFolder(options.data)))
    throw new InvalidInput(`There is no folder ${options.data}.`, [
      'Name the folder with the exported tables with --data.',
    ]);
  const database = await openDatabase(options.data);
  try {
    const script = await scriptOf(source, options, database);
    if (!('sql' in script)) {
      presentRefusal(script, new Map(), options);
      return exitCode.findings;
    }
    if (options.printSql) {
      print(script.sql);
      return exitCode.fine;
    }
    const root = await workspaceFolder(options.root);
    const files = createFiles(root, { durable: true });
    const { name: sqlFile, sql } = script;
    const waits = (process: string): void =>
      printError(`Process ${process} imports into the same workspace; this import waits for its end.`);
    return await alone('import', root, waits, async () => {
      const outcome = await planImport({ sqlFile, sql, database, files, force: options.force ?? false });
      return carryOut(outcome, { sqlFile, sql, script, root, files, options });
    });
  } finally {
    await database.close();
  }
};

interface Carrying {
  readonly sqlFile: string;
  readonly sql: string;
  readonly script: Script;
  readonly root: string;
  readonly files: Files;
  readonly options: ImportOptions;
}

const carryOut = async (outcome: Outcome<ImportPlan>, carrying: Carrying): Promise<ExitCode> => {
  const { value: plan, diagnostics } = outcome;
  const { options, files } = carrying;
  if (plan === undefined) {
    presentRefusal(diagnostics, await sourcesOf(diagnostics, carrying), options);
    return exitCode.findings;
  }
  if (!options.json) presentPlan(plan, carrying);
  const isRefused = hasErrors(plan.problems);
  const isDry = options.dryRun === true;
  const written = isRefused || isDry ? undefined : await writeImport(plan, files);
  if (options.json) printJson(jsonOf(plan, written));
  else presentEnd(plan, written, carrying);
  const { rejects } = plan.report;
  const isImperfect = rejects.length + plan.conflicts.length > 0;
  return isRefused || (options.strict === true && isImperfect) ? exitCode.findings : exitCode.fine;
};

const presentRefusal = (
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: ImportOptions,
): void => {
  if (options.json) {
    printJson({ diagnostics });
    return;
  }
  printDiagnostics(diagnostics, sources);
  printError('Nothing was written.');
};

/** The texts that diagnostics point into: the SQL, and files of the workspace. */
const sourcesOf = async (
  diagnostics: readonly Diagnostic[],
  { sqlFile, sql, files }: Carrying,
): Promise<Sources> => {
  const sources = new Map([[sqlFile, sql]]);
  for (const { span } of diagnostics)
    if (span && !sources.has(span.file)) sources.set(span.file, (await files.read(span.file)) ?? '');
  return sources;
};

/** The mapping comes before anything is written; whoever sees a wrong one ends the command here. */
const presentPlan = (plan: ImportPlan, { script, options }: Carrying): void => {
  const colours = coloursFor(process.stdout);
  if (script.sources.length > 0) print(`${sourcesText(script.sources, colours)}\n`);
  print(`${mappingText(plan.mapping, colours)}\n`);
  print(`${rowsText(plan, options.limit, colours)}\n`);
  if (options.dryRun)
    for (const { path, before, text } of plan.files)
      if (before !== text) print(`${unifiedDiff(path, before, text, colours)}\n`);
  print(filesText(plan));
};

const presentEnd = (plan: ImportPlan, written: Written | undefined, { root, options }: Carrying): void => {
  const colours = coloursFor(process.stderr);
  if (plan.conflicts.length > 0) printError(`\n${diagnosticsText(plan.conflicts, plan.sources, colours)}`);
  if (plan.problems.length > 0) {
    printError('\nWith this import the workspace would have new problems:\n');
    printErrorSentences(diagnosticsText(plan.problems, plan.planned, colours));
  }
  if (written) print(writtenText(written, plan.report.rejects.length, relative('', root) || '.'));
  else if (options.dryRun) print('A dry run: nothing was written.');
  else printError('Nothing was written.');
};

const jsonOf = (plan: ImportPlan, written: Written | undefined) => ({
  mapping: plan.mapping,
  report: plan.report,
  files: plan.files.map(({ text: _, before, ...file }) => ({ ...file, isNew: before === undefined })),
  conflicts: plan.conflicts,
  problems: plan.problems,
  ...written,
});

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
