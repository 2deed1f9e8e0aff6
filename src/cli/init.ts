import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { currencySchema } from '../model/currency.ts';
import { type PeriodId, periodSchema, previous } from '../model/period.ts';
import { createFiles } from '../platform/files.ts';
import { packageRoot } from '../platform/package-root.ts';
import { isWorkspaceRoot, workspaceFile } from '../platform/root.ts';
import {
  exampleAccounts,
  mainLanguage,
  type NewAccount,
  type NewFile,
  readStarter,
} from '../workspace/starter/starter.ts';
import { calledAs } from './called-as.ts';
import { InvalidInput } from './invalid-input.ts';
import { accountNamed, parseAmount } from './new-account.ts';
import { tellWritten, writeNew } from './new-files.ts';
import { parseList, parsePeriod } from './options.ts';
import { ask, canAsk, type Question } from './questions.ts';
import { print } from './terminal.ts';

interface InitOptions {
  readonly company?: string;
  readonly currency?: string;
  readonly period?: PeriodId;
  readonly locale?: readonly string[];
  readonly account: readonly string[];
  readonly yes?: boolean;
}

const help = `
On a terminal it asks for what no option says; in a script, --company is needed
and the rest has defaults. Without --account it begins with three example
customers, which say that they are examples.

Examples:
  $ cuentas init                      asks, and writes into the current folder
  $ cuentas init reviews --company "Acme, S.L." \\
      --account "Aceros Norte=120000" --account "Vidrios Sur"
  $ cuentas init reviews --company Acme --locale en-GB --currency GBP`;

export const createInitCommand = (): Command =>
  new Command('init')
    .description('Begins a workspace: a few YAML files that build at once.')
    .argument('[folder]', 'where', '.')
    .option('--company <name>', 'legal name of the company, as on the cover')
    .option('--currency <code>', 'reporting currency, like EUR', parseCurrency)
    .addOption(
      new Option('--period <quarter>', 'quarter under review (default: the last whole one)').argParser(
        parsePeriod,
      ),
    )
    .addOption(
      new Option('--locale <tags>', 'languages of the documents, the main one first').argParser(parseLocales),
    )
    .addOption(
      new Option(
        '--account <name=revenue>',
        'a key account, with its revenue in the quarter if known; may be repeated',
      )
        .argParser((text: string, before: readonly string[]) => [...before, text])
        .default([], 'three examples'),
    )
    .option('--yes', 'ask nothing')
    .addHelpText('after', help)
    .action(run);

/** What a machine makes for itself. A repository that has such a file knows what it ignores; the cache sees to itself. */
const ignored: NewFile = { path: '.gitignore', text: 'node_modules/\n.cuentas/\n' };

const run = async (folder: string, options: InitOptions): Promise<void> => {
  const root = resolve(folder);
  if (isWorkspaceRoot(root))
    throw new InvalidInput(`There is already a workspace in ${folder}: it has ${workspaceFile}.`, [
      `Add to it with: ${calledAs()} new account <name>`,
    ]);
  const asks = options.yes !== true && canAsk();
  const answer = async (given: string | undefined, question: Question): Promise<string> =>
    given ?? (asks ? await ask(question) : (question.proposal ?? ''));
  const company = await answer(options.company, {
    text: 'Legal name of the company, as on the cover',
    check: name => (name.trim() === '' ? 'A cover needs a name.' : undefined),
  });
  if (company === '')
    throw new InvalidInput('A workspace needs the name of the company.', ['Say it with --company.']);
  const locales =
    options.locale ??
    parseList(
      await answer(undefined, {
        text: 'Languages of the documents, the main one first',
        proposal: 'es, en',
        check: wrong(parseLocales),
      }),
    );
  const currency = await answer(options.currency, {
    text: 'Reporting currency',
    proposal: 'EUR',
    check: wrong(parseCurrency),
  });
  const period = parsePeriod(
    await answer(options.period, {
      text: 'Quarter under review',
      proposal: lastWholeQuarter(),
      check: wrong(parsePeriod),
    }),
  );
  const language = mainLanguage(locales);
  const accounts = await accountsOf(options.account, { asks, period, currency, language });
  const starter = await readStarter(createFiles(packageRoot), language);
  const workspace = starter.workspace({
    company,
    currency: currency.toUpperCase(),
    period,
    locales,
    accounts,
  });
  const files = existsSync(join(root, ignored.path)) ? workspace : [...workspace, ignored];
  await writeNew(root, files);
  print('Written:');
  tellWritten(
    root,
    files.filter(({ path }) => !path.endsWith('.json')),
  );
  print(`  and the schemas from which editors complete, below data/schema/`);
  const where = folder === '.' ? '' : ` --root ${folder}`;
  const call = calledAs();
  print(
    `\nNext:\n  ${call} build${where}      the first documents\n  ${call} preview${where}    see them change while you write\n  ${call} new account${where} <name>`,
  );
};

interface Asking {
  readonly asks: boolean;
  readonly period: PeriodId;
  readonly currency: string;
  readonly language: string;
}

/** Those that options name; else those that a person names; else examples. */
const accountsOf = async (
  given: readonly string[],
  { asks, period, currency, language }: Asking,
): Promise<readonly NewAccount[]> => {
  const named = given.length > 0 ? given : asks ? await askAccounts(period, currency) : [];
  if (named.length === 0) return exampleAccounts(period, language);
  return named.map(text => {
    const [, name = '', amount] = /^(.*?)(?:=([^=]*))?$/s.exec(text) ?? [];
    const revenue = new Map(amount === undefined || amount === '' ? [] : [[period, parseAmount(amount)]]);
    return accountNamed(name.trim(), { revenue, keyFrom: period });
  });
};

const askAccounts = async (period: PeriodId, currency: string): Promise<string[]> => {
  const names = await ask({
    text: 'Names of key accounts, separated by semicolons (nothing: three examples)',
    proposal: '',
  });
  const named: string[] = [];
  for (const name of names
    .split(';')
    .map(one => one.trim())
    .filter(one => one !== '')) {
    const amount = await ask({
      text: `Revenue of ${name} in ${period}, in ${currency} (nothing: not known yet)`,
      check: wrong(text => (text === '' ? undefined : parseAmount(text))),
    });
    named.push(`${name}=${amount}`);
  }
  return named;
};

/** What the parser of an option says against an answer. */
const wrong =
  (parse: (text: string) => unknown) =>
  (answer: string): string | undefined => {
    try {
      parse(answer);
      return undefined;
    } catch (error) {
      if (error instanceof InvalidArgumentError || error instanceof InvalidInput) return error.message;
      throw error;
    }
  };

const parseCurrency = (text: string): string => {
  const code = currencySchema.safeParse(text.toUpperCase());
  if (!code.success)
    throw new InvalidArgumentError(
      `ISO 4217 has no currency ${text.toUpperCase()}; one is written like EUR.`,
    );
  return code.data;
};

const parseLocales = (text: string): readonly string[] => {
  const tags = parseList(text);
  for (const tag of tags)
    if (!/^(es|en)(-[A-Z]{2})?$/.test(tag))
      throw new InvalidArgumentError(
        `There is no locale ${tag}; there are es and en, with or without a region: es-MX.`,
      );
  return tags;
};

/** Here, at the edge, a proposal may look at the calendar; nothing that is built does. */
const lastWholeQuarter = (): PeriodId => {
  const today = new Date();
  return previous(periodSchema.parse(`${today.getFullYear()}-Q${Math.floor(today.getMonth() / 3) + 1}`));
};
