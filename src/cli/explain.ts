import { Command, Option } from 'commander';
import type { Analysis } from '../analysis/analyze.ts';
import { explain } from '../explain/explanation.ts';
import { accountWith, idMeant, nearestId } from '../explain/find.ts';
import { seriesLines } from '../explain/series-lines.ts';
import { treeLines } from '../explain/tree-text.ts';
import type { Figure } from '../model/figure.ts';
import type { PeriodId } from '../model/period.ts';
import type { Series } from '../model/series.ts';
import { suggest } from '../workspace/suggest.ts';
import { InvalidInput } from './invalid-input.ts';
import { openEdition } from './open-edition.ts';
import { openReadersLocale } from './open-locale.ts';
import { openWorkspace, periodOf } from './open-workspace.ts';
import { jsonOption, localeOption, periodOption, redactOption, rootOption } from './options.ts';
import { coloursFor, print, printJson, widthOf } from './terminal.ts';

interface ExplainOptions {
  readonly account?: string;
  readonly root?: string;
  readonly period?: PeriodId;
  readonly locale?: string;
  readonly redact?: string;
  readonly json?: boolean;
  readonly all?: boolean;
}

const inputsShown = 6;

const examples = `
Examples:
  $ cuentas explain portfolio.concentration.hhi
  $ cuentas explain score.total --account aguas-del-serpis
  $ cuentas explain portfolio.loss
  $ cuentas explain kpi.nps.value --all --locale en`;

export const createExplainCommand = (): Command =>
  new Command('explain')
    .description(
      'Shows where a figure comes from: method, formula, cut-offs and inputs, down to file and line.',
    )
    .argument('<figure>', 'id of the figure or series ("cuentas analyze --list" prints them)')
    .addOption(new Option('--account <id>', 'the account that the figure is about'))
    .addOption(new Option('--all', `every input, not only the first ${inputsShown} of each figure`))
    .addOption(jsonOption())
    .addOption(rootOption())
    .addOption(redactOption())
    .addOption(periodOption())
    .addOption(localeOption())
    .addHelpText('after', examples)
    .action(run);

const run = async (asked: string, options: ExplainOptions): Promise<void> => {
  const opened = await openWorkspace(options.root);
  const { workspace, locate, analyze } = await openEdition(opened, options.redact);
  const analysis = analyze(periodOf(options.period, workspace));
  const { figure, table } = found(asked, analysis, options.account);
  const explanation = figure && explain(figure, analysis.figures, locate);
  if (options.json === true) return printJson(explanation ?? table);
  const colours = coloursFor(process.stdout);
  const style = {
    locale: await openReadersLocale(options.locale, workspace, opened.files),
    ink: { strong: colours.bold, faint: colours.dim },
    locate,
    limit: options.all === true ? Number.POSITIVE_INFINITY : inputsShown,
    width: widthOf(process.stdout),
  };
  const lines = explanation ? treeLines(explanation, style) : table ? seriesLines(table, style) : [];
  print(lines.join('\n'));
};

const found = (
  asked: string,
  { figures, series, scope }: Analysis,
  account: string | undefined,
): { readonly figure?: Figure | undefined; readonly table?: Series | undefined } => {
  const id = idMeant(asked, account);
  if (figures.has(id) || series.has(id)) return { figure: figures.get(id), table: series.get(id) };
  const accounts = scope.workspace.accounts.map(one => one.id);
  if (account !== undefined && !accounts.includes(account))
    throw new InvalidInput(`There is no account "${account}".`, didYouMean(suggest(account, accounts)));
  if (id.startsWith('account.*.'))
    throw new InvalidInput(`"${id}" stands for a figure of every account.`, [
      'Name one with --account <id>.',
    ]);
  const ids = new Set([...figures.keys(), ...series.keys()]);
  const example = account === undefined ? accountWith(asked, accounts, ids) : undefined;
  if (example !== undefined)
    throw new InvalidInput(`"${asked}" is a figure of each account.`, [
      `Say of which one, for example: cuentas explain ${asked} --account ${example}`,
    ]);
  throw new InvalidInput(`There is no figure "${id}".`, [
    ...didYouMean(nearestId(id, [...ids])),
    '"cuentas analyze --list" prints the ids of all figures and series.',
  ]);
};

const didYouMean = (suggestion: string | undefined): readonly string[] =>
  suggestion === undefined ? [] : [`Did you mean "${suggestion}"?`];
