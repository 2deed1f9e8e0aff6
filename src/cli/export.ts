import { Argument, Command, Option } from 'commander';
import type { Analysis } from '../analysis/analyze.ts';
import type { CheckedNotebook } from '../document/check.ts';
import type { Files } from '../effects.ts';
import type { ExportEffects, ExportFormat } from '../export/format.ts';
import { UnfitDocument } from '../export/unfit-document.ts';
import type { Locale } from '../locale/locale.ts';
import { createNames } from '../locale/names.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { PeriodId } from '../model/period.ts';
import { readChartSchema } from '../platform/chart-schema.ts';
import { createConfinement } from '../platform/confinement.ts';
import { parquetOf } from '../platform/duckdb-parquet.ts';
import { createFiles } from '../platform/files.ts';
import { loadFonts } from '../platform/fonts.ts';
import { createLog } from '../platform/log.ts';
import { packageRoot } from '../platform/package-root.ts';
import { createBrowserPainter } from '../platform/painter.ts';
import { suggest } from '../workspace/suggest.ts';
import { InvalidInput } from './invalid-input.ts';
import { openEdition } from './open-edition.ts';
import { openLocales } from './open-locale.ts';
import { openWorkspace, periodOf } from './open-workspace.ts';
import { jsonOption, localesOption, periodOption, redactOption, rootOption } from './options.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { isInteractive, print, printJson } from './terminal.ts';

interface ExportOptions {
  readonly root?: string;
  readonly period?: PeriodId;
  readonly locale?: readonly string[];
  readonly out?: string;
  readonly redact?: string;
  readonly json?: boolean;
}

const formats = ['csv', 'parquet', 'xlsx', 'charts', 'pptx', 'email'] as const;
type FormatName = (typeof formats)[number];

const help = `
Formats:
  csv      a file for each table: commas, UTF-8, numbers as computed, ids and
           codes each followed by its name
  parquet  the same tables with their types
  xlsx     one workbook: a sheet for each table, typed and formatted; figures,
           scores and totals are formulas over the numbers of the data files
  charts   each chart of the reports as SVG, PNG and Vega-Lite with its data
  pptx     a document as slides: charts that can be edited, notes for the
           speaker (default: board-summary)
  email    a document as a message: HTML with its styles inside, and plain text
           (default: board-summary)

Tables are named as analyze --list names them, charts and documents as in
notebooks; * stands for any characters. Texts that a spreadsheet would run as a
formula get an apostrophe. The same data give the same bytes.

Examples:
  $ cuentas export csv
  $ cuentas export csv 'portfolio.*' figures --locale en-GB --out ../tables
  $ cuentas export charts kaism 'criteria/*'
  $ cuentas export pptx --locale es-ES`;

export const createExportCommand = (): Command =>
  new Command('export')
    .description('Takes the results of a period out, for other programs. Written below exports/<period>/.')
    .addArgument(new Argument('<format>', 'what to write').choices(formats))
    .argument('[names...]', 'tables, charts or documents (default: all, or the board summary)')
    .addOption(periodOption())
    .addOption(localesOption())
    .addOption(new Option('--out <folder>', 'where to write (default: exports/<period>/ of the workspace)'))
    .addOption(redactOption())
    .addOption(rootOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(run);

const run = async (format: FormatName, wanted: readonly string[], options: ExportOptions): Promise<void> => {
  const { exportFormats } = await import('../export/export.ts');
  const opened = await openWorkspace(options.root);
  const edition = await openEdition(opened, options.redact);
  const { workspace, locate, audience } = edition;
  const period = periodOf(options.period, workspace);
  const locales = await openLocales(options.locale ?? workspace.settings.locales, opened.files);
  const analysis = edition.analyze(period);
  const notebooks = await openNotebooks(edition.files(opened.files), analysis, locales);
  const within = audience === undefined ? '' : `/${audience}`;
  const folder = options.out === undefined ? `exports${within}/${period}` : `${options.out}${within}`;
  const files = options.out === undefined ? below(opened.files, folder) : createFiles(folder);
  const maker: ExportFormat = exportFormats[format];
  const confinement = createConfinement();
  const written: string[] = [];
  const unchanged: string[] = [];
  await withEffects(async effects => {
    for (const locale of locales) {
      const sources = { analysis, locale, names: createNames(workspace), locate, notebooks, confinement };
      const chosen = choose(wanted.length > 0 ? wanted : (maker.usual ?? []), maker.names(sources));
      const made = await maker.files(sources, chosen, effects).catch(refuseUnfit);
      for (const { path, content } of made)
        ((await files.write(path, content)) ? written : unchanged).push(path);
    }
  });
  if (written.length + unchanged.length === 0)
    throw new InvalidInput('There is nothing to export.', [
      `Nothing is on record in ${period} for ${wanted.length === 0 ? 'any of it' : wanted.join(', ')}.`,
    ]);
  if (options.json === true) printJson({ written, unchanged });
  else print(`${written.length} written, ${unchanged.length} unchanged in ${folder}`);
};

/** @throws MachineFault where pictures are wanted and there is no browser */
const withEffects = async (work: (effects: ExportEffects) => Promise<void>): Promise<void> => {
  const log = createLog({ stream: process.stderr, interactive: isInteractive(process.stderr) });
  const painter = createBrowserPainter({}, log);
  try {
    await work({ fonts: loadFonts, painter, parquet: parquetOf });
  } finally {
    log.close();
    await painter.close();
  }
};

/** @throws InvalidInput where one is wrong, after printing what */
const openNotebooks = async (
  files: Files,
  analysis: Analysis,
  locales: readonly Locale[],
): Promise<readonly CheckedNotebook[]> => {
  const [{ readLibrary }, { createChartGrammar }] = await Promise.all([
    import('../document/library.ts'),
    import('../render/chart-grammar.ts'),
  ]);
  const { value, diagnostics } = await readLibrary(
    files,
    createFiles(packageRoot),
    analysis,
    locales,
    createChartGrammar(readChartSchema),
  );
  if (!hasErrors(diagnostics)) return value?.notebooks ?? [];
  return refuse(diagnostics, value?.texts ?? new Map());
};

/** @throws InvalidInput after printing what is wrong */
const refuse = (diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): never => {
  printDiagnostics(diagnostics, texts);
  throw new InvalidInput('The notebooks of the workspace must be mended first.');
};

const refuseUnfit = (error: unknown): never => {
  if (error instanceof UnfitDocument) return refuse(error.diagnostics, new Map());
  throw error;
};

const below = ({ write }: Files, folder: string): Pick<Files, 'write'> => ({
  write: (path, content) => write(`${folder}/${path}`, content),
});

/** @throws InvalidInput for a name that stands for nothing */
const choose = (wanted: readonly string[], known: readonly string[]): ReadonlySet<string> => {
  if (wanted.length === 0) return new Set(known);
  return new Set(
    wanted.flatMap(name => {
      // How analyze --list names the series of every account is a name of their table, too.
      const patterns = [name, name.replaceAll('.*.', '.')].map(patternOf);
      const found = known.filter(one => patterns.some(pattern => pattern.test(one)));
      if (found.length > 0) return found;
      const meant = suggest(name, known);
      throw new InvalidInput(`Nothing to export is called "${name}".`, [
        ...(meant === undefined ? [] : [`Did you mean "${meant}"?`]),
        `There are, for example, ${known.slice(0, 3).join(', ')}.`,
      ]);
    }),
  );
};

/** `*` stands for any characters. */
const patternOf = (name: string): RegExp =>
  new RegExp(`^${name.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
