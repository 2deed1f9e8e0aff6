import { Command, Option } from 'commander';
import type { Analysis } from '../analysis/analyze.ts';
import { genericId } from '../analysis/generic-id.ts';
import { figureName } from '../locale/figure-names.ts';
import type { Locale } from '../locale/locale.ts';
import { sortBy } from '../model/order.ts';
import type { PeriodId } from '../model/period.ts';
import { jsonPieces } from './json-pieces.ts';
import { openEdition } from './open-edition.ts';
import { openReadersLocale } from './open-locale.ts';
import { openWorkspace, periodOf } from './open-workspace.ts';
import { jsonOption, localeOption, periodOption, redactOption, rootOption } from './options.ts';
import { type Colours, coloursFor, printPieces, printSentences } from './terminal.ts';

interface AnalyzeOptions {
  readonly root?: string;
  readonly period?: PeriodId;
  readonly locale?: string;
  readonly redact?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ cuentas analyze --list            names for charts, tables and explain
  $ cuentas analyze --json
  $ cuentas analyze --json --period 2026-Q2`;

export const createAnalyzeCommand = (): Command =>
  new Command('analyze')
    .description('Computes every figure, series and finding of a period, and prints them.')
    .addOption(new Option('--list', 'print names, units and descriptions (default)').conflicts('json'))
    .addOption(jsonOption())
    .addOption(rootOption())
    .addOption(redactOption())
    .addOption(periodOption())
    .addOption(localeOption())
    .addHelpText('after', examples)
    .action(run);

const run = async (options: AnalyzeOptions): Promise<void> => {
  const opened = await openWorkspace(options.root);
  const { workspace, analyze } = await openEdition(opened, options.redact);
  const analysis = analyze(periodOf(options.period, workspace));
  if (options.json === true) await printPieces(jsonPieces(plainAnalysis(analysis)));
  else
    printSentences(
      listText(
        analysis,
        await openReadersLocale(options.locale, workspace, opened.files),
        coloursFor(process.stdout),
      ),
      narrowIndent,
    );
};

/** Plain data, ordered by id. */
const plainAnalysis = ({ scope, figures, series, findings }: Analysis) => ({
  period: scope.period,
  figures: figures.values(),
  series: series.values(),
  findings,
});

/** Names with `*` for an account, a manager or another word of the workspace, each with its unit and what it is. */
const listText = ({ figures, series, findings }: Analysis, locale: Locale, colours: Colours): string =>
  [
    ...section('Figures', colours, [
      ...byGenericId(figures.values()).map(([id, { unit }]) => [id, unit, figureName(id, locale) ?? '']),
    ]),
    ...section('Series', colours, [
      ...byGenericId(series.values()).map(([id, { columns }]) => [
        id,
        columns.map(column => column.id).join(', '),
        locale.has(`tables.${id}`) ? locale.t(`tables.${id}`) : '',
      ]),
    ]),
    ...section(
      'Findings',
      colours,
      findings.map(({ id, severity, topic }) => [id, severity, topic]),
    ),
  ].join('\n');

/** One of each kind: the first by id. */
const byGenericId = <T extends { readonly id: string }>(all: Iterable<T>): (readonly [string, T])[] => {
  const first = new Map<string, T>();
  for (const one of all) {
    const generic = genericId(one.id);
    if (!first.has(generic)) first.set(generic, one);
  }
  return sortBy([...first], ([id]) => id);
};

const narrowIndent = 6;

/** On a terminal what a thing is stands below its name: names and units alone fill a line. */
const onLines = (
  [id = '', middle = '', last = '']: readonly string[],
  colours: Colours,
): readonly string[] => [
  `  ${id}  ${colours.dim(middle)}`,
  ...(last === '' ? [] : [`${' '.repeat(narrowIndent)}${last}`]),
];

/** In a pipe each thing is one line, in columns. */
const section = (
  title: string,
  colours: Colours,
  rows: readonly (readonly string[])[],
): readonly string[] => {
  if (process.stdout.isTTY)
    return [colours.bold(`${title} (${rows.length})`), ...rows.flatMap(row => onLines(row, colours)), ''];
  const widths = [0, 1].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)));
  const line = ([id = '', middle = '', last = '']: readonly string[]): string =>
    `  ${id.padEnd(widths[0] ?? 0)}  ${colours.dim(middle.padEnd(widths[1] ?? 0))}  ${last}`;
  return [colours.bold(`${title} (${rows.length})`), ...rows.map(line), ''];
};
