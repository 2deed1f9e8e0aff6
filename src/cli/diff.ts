import { Argument, Command, Option } from 'commander';
import { analyze } from '../analysis/analyze.ts';
import { customers } from '../analysis/customers.ts';
import type { Scope } from '../analysis/scope.ts';
import { type Comparison, compare } from '../explain/comparison.ts';
import { comparisonData } from '../explain/comparison-data.ts';
import { comparisonLines } from '../explain/comparison-text.ts';
import { createNames } from '../locale/names.ts';
import type { PeriodId } from '../model/period.ts';
import type { Workspace } from '../model/workspace.ts';
import { type RevenueBasis, revenueBasisSchema } from '../model/workspace-settings.ts';
import { suggest } from '../workspace/suggest.ts';
import { InvalidInput } from './invalid-input.ts';
import { openReadersLocale } from './open-locale.ts';
import { openWorkspace, periodOf, usableWorkspace } from './open-workspace.ts';
import { jsonOption, localeOption, parsePeriod, rootOption } from './options.ts';
import { coloursFor, print, printJson } from './terminal.ts';

interface DiffOptions {
  readonly account?: string;
  readonly basis: RevenueBasis;
  readonly root?: string;
  readonly locale?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ cuentas diff 2026-Q2 2026-Q3
  $ cuentas diff 2025-Q3 2026-Q3 --basis year-to-date
  $ cuentas diff 2026-Q2 2026-Q3 --account aguas-del-serpis --json`;

export const createDiffCommand = (): Command =>
  new Command('diff')
    .description('Shows what moved between two quarters, with parts that add up to each change.')
    .addArgument(new Argument('<before>', 'the earlier quarter, like 2026-Q2').argParser(parsePeriod))
    .addArgument(new Argument('<after>', 'the later quarter').argParser(parsePeriod))
    .addOption(new Option('--account <id>', 'only what moved in this account'))
    .addOption(
      new Option('--basis <span>', 'quarters whose revenue is summed on each side')
        .choices(revenueBasisSchema.options)
        .default('quarter'),
    )
    .addOption(jsonOption())
    .addOption(rootOption())
    .addOption(localeOption())
    .addHelpText('after', examples)
    .action(run);

const run = async (before: PeriodId, after: PeriodId, options: DiffOptions): Promise<void> => {
  const opened = await openWorkspace(options.root);
  const workspace = usableWorkspace(opened);
  const comparison = compared(workspace, before, after, options);
  if (options.json === true) return printJson(comparisonData(comparison));
  const colours = coloursFor(process.stdout);
  print(
    comparisonLines(comparison, {
      locale: await openReadersLocale(options.locale, workspace, opened.files),
      names: createNames(workspace),
      ink: { strong: colours.bold, faint: colours.dim },
    }).join('\n'),
  );
};

const compared = (
  workspace: Workspace,
  before: PeriodId,
  after: PeriodId,
  { account, basis }: DiffOptions,
): Comparison => {
  if (before >= after)
    throw new InvalidInput(`${before} is not before ${after}.`, ['Name the earlier quarter first.']);
  const [then, now] = [before, after].map(period => analyze(workspace, periodOf(period, workspace)));
  if (then === undefined || now === undefined) throw new Error('Two periods gave fewer than two analyses');
  if (account !== undefined) requireCustomer(account, now.scope);
  return compare(then, now, { basis, ...(account === undefined ? {} : { customer: account }) });
};

/** An account that nobody controls: scores and revenue are those of the whole group. */
const requireCustomer = (id: string, scope: Scope): void => {
  const known = scope.of(customers).map(customer => customer.id);
  if (known.includes(id)) return;
  const controlling = scope.of(customers).find(({ members }) => members.some(member => member.id === id));
  if (controlling !== undefined)
    throw new InvalidInput(`${id} belongs to ${controlling.id}, which counts as one customer.`, [
      `Ask for ${controlling.id}.`,
    ]);
  const meant = suggest(id, known);
  throw new InvalidInput(
    `There is no account "${id}".`,
    meant === undefined ? [] : [`Did you mean "${meant}"?`],
  );
};
