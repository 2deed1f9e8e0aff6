import { Command, Option } from 'commander';
import { analyze } from '../analysis/analyze.ts';
import { explain } from '../explain/explanation.ts';
import { findFigure, idsMeant } from '../explain/find.ts';
import { seriesLines } from '../explain/series-lines.ts';
import { treeLines } from '../explain/tree-text.ts';
import type { FigureId } from '../model/figure.ts';
import type { PeriodId } from '../model/period.ts';
import type { Workspace } from '../model/workspace.ts';
import { suggest } from '../workspace/suggest.ts';
import { InvalidInput } from './invalid-input.ts';
import { openReadersLocale } from './open-locale.ts';
import { openWorkspace, periodOf, usableWorkspace } from './open-workspace.ts';
import { jsonOption, localeOption, periodOption, rootOption } from './options.ts';
import { placesIn } from './places.ts';
import { coloursFor, print, printJson, widthOf } from './terminal.ts';

interface ExplainOptions {
  readonly account?: string;
  readonly root?: string;
  readonly period?: PeriodId;
  readonly locale?: string;
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
    .addOption(periodOption())
    .addOption(localeOption())
    .addHelpText('after', examples)
    .action(run);

const run = async (asked: string, options: ExplainOptions): Promise<void> => {
  const opened = await openWorkspace(options.root);
  const workspace = usableWorkspace(opened);
  const { figures, series } = analyze(workspace, periodOf(options.period, workspace));
  const locate = placesIn(opened.loaded);
  const id = knownId(asked, new Set([...figures.keys(), ...series.keys()]), options.account, workspace);
  const figure = figures.get(id);
  const table = series.get(id);
  if (figure === undefined && table === undefined) throw new Error(`The figure ${id} was found and is gone`);
  const explanation = figure && explain(figure, figures, locate);
  if (options.json === true) return printJson(explanation ?? table);
  const colours = coloursFor(process.stdout);
  const style = {
    locale: await openReadersLocale(options.locale, workspace),
    ink: { strong: colours.bold, faint: colours.dim },
    locate,
    limit: options.all === true ? Number.POSITIVE_INFINITY : inputsShown,
    width: widthOf(process.stdout),
  };
  const lines = explanation ? treeLines(explanation, style) : table ? seriesLines(table, style) : [];
  print(lines.join('\n'));
};

const knownId = (
  asked: string,
  ids: ReadonlySet<FigureId>,
  account: string | undefined,
  workspace: Workspace,
): FigureId => {
  const found = findFigure(asked, ids, account);
  if (found !== undefined) return found;
  const accounts = workspace.accounts.map(one => one.id);
  if (account !== undefined && !accounts.includes(account))
    throw new InvalidInput(`There is no account "${account}".`, didYouMean(suggest(account, accounts)));
  const meant = idsMeant(asked, account);
  throw new InvalidInput(`There is no figure "${meant[0] ?? asked}".`, [
    ...didYouMean(suggest(meant[0] ?? asked, ids)),
    '"cuentas analyze --list" prints the ids of all figures and series.',
  ]);
};

const didYouMean = (suggestion: string | undefined): readonly string[] =>
  suggestion === undefined ? [] : [`Did you mean "${suggestion}"?`];
