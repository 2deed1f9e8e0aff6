import { Command, InvalidArgumentError, Option } from 'commander';
import { type PeriodId, periodSchema } from '../model/period.ts';
import { slug } from '../model/slug.ts';
import { idSchema } from '../model/text.ts';
import { createFiles } from '../platform/files.ts';
import { packageRoot } from '../platform/package-root.ts';
import { mainLanguage, type NewFile, readStarter } from '../workspace/starter/starter.ts';
import { InvalidInput } from './invalid-input.ts';
import { accountNamed, parseAmount } from './new-account.ts';
import { tellWritten, writeNew } from './new-files.ts';
import { openWorkspace, usableWorkspace } from './open-workspace.ts';
import { rootOption } from './options.ts';
import { ask, canAsk } from './questions.ts';
import { print } from './terminal.ts';

const help = `
Examples:
  $ cuentas new account "Aceros Norte, S.L." --revenue 2026-Q3=120000 --key
  $ cuentas new report quarterly-notes --title "Quarterly notes"
  $ cuentas new report visit --each account   a document for each key account
  $ cuentas new report strategic-review       a copy of the product's, to change`;

const accountHelp = `
Examples:
  $ cuentas new account "Aceros Norte, S.L."
  $ cuentas new account "Aceros Norte, S.L." --revenue 2026-Q3=120000 --key`;

const reportHelp = `
Examples:
  $ cuentas new report quarterly-notes --title "Quarterly notes"
  $ cuentas new report visit --each account   a document for each key account
  $ cuentas new report strategic-review       a copy of the product's, to change`;

export const createNewCommand = (): Command => {
  const command = new Command('new')
    .description('Writes a new account or report to go on with.')
    .addHelpText('after', help);
  command
    .command('account')
    .description('A file data/accounts/<id>.yaml with what is known, and comments on what more there can be.')
    .argument('[name]', 'full name of the customer')
    .option('--id <id>', 'name of the file (default: made from the name)', parseId)
    .addOption(
      new Option('--revenue <quarter=amount>', 'net revenue of a quarter; may be repeated')
        .argParser(
          (text: string, before: ReadonlyMap<PeriodId, number>) => new Map([...before, parseRevenue(text)]),
        )
        .default(new Map(), 'none'),
    )
    .option('--key', 'it is a key account from the quarter under review on')
    .addOption(rootOption())
    .addHelpText('after', accountHelp)
    .action(newAccount);
  command
    .command('report')
    .description(
      'A notebook reports/<name>.md that builds at once; by the name of one that ships, a copy of it.',
    )
    .argument('[name]', 'name: lower-case letters, digits and hyphens')
    .option('--title <text>', 'title of the documents')
    .addOption(
      new Option('--each <subject>', 'a document for each')
        .choices(['none', 'account', 'kam'])
        .default('none'),
    )
    .addOption(rootOption())
    .addHelpText('after', reportHelp)
    .action(newReport);
  return command;
};

interface AccountOptions {
  readonly id?: string;
  readonly revenue: ReadonlyMap<PeriodId, number>;
  readonly key?: boolean;
  readonly root?: string;
}

const newAccount = async (given: string | undefined, options: AccountOptions): Promise<void> => {
  const opened = await openWorkspace(options.root);
  const { settings } = usableWorkspace(opened);
  const name =
    given ?? (await askedOr('Full name of the customer', 'Name the account: cuentas new account <name>'));
  const wanted = accountNamed(
    name.trim(),
    { revenue: options.revenue, ...(options.key === true ? { keyFrom: settings.period } : {}) },
    options.id,
  );
  const starter = await readStarter(createFiles(packageRoot), mainLanguage(settings.locales));
  await write(opened.root, starter.account(wanted));
};

interface ReportOptions {
  readonly title?: string;
  readonly each: 'none' | 'account' | 'kam';
  readonly root?: string;
}

const newReport = async (given: string | undefined, { title, each, root }: ReportOptions): Promise<void> => {
  const opened = await openWorkspace(root);
  const { settings } = usableWorkspace(opened);
  const name = parseId(
    given ??
      (await askedOr(
        'Name of the report, like quarterly-notes',
        'Name the report: cuentas new report <name>',
      )),
  );
  const product = createFiles(packageRoot);
  const shipped = await product.read(`reports/${name}.md`);
  if (shipped !== undefined) return write(opened.root, { path: `reports/${name}.md`, text: shipped });
  const starter = await readStarter(product, mainLanguage(settings.locales));
  await write(opened.root, starter.report(name, title ?? titleFrom(name), each));
};

const write = async (root: string, file: NewFile): Promise<void> => {
  await writeNew(root, [file]);
  print('Written:');
  tellWritten(root, [file]);
};

/** @throws InvalidInput where there is nobody to ask */
const askedOr = async (text: string, hint: string): Promise<string> => {
  if (!canAsk()) throw new InvalidInput('A name is missing.', [hint]);
  return ask({ text, check: answer => (answer.trim() === '' ? 'A name is needed.' : undefined) });
};

const titleFrom = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

const parseId = (text: string): string => {
  if (idSchema.safeParse(text).success) return text;
  const meant = slug(text);
  throw new InvalidArgumentError(
    `A name of a file is lower-case letters, digits and single hyphens${meant === undefined ? '' : `, like ${meant}`}.`,
  );
};

const parseRevenue = (text: string): readonly [PeriodId, number] => {
  const [quarter = '', amount = ''] = text.split('=');
  const period = periodSchema.safeParse(quarter.toUpperCase());
  if (!period.success) throw new InvalidArgumentError('Revenue is written like 2026-Q3=120000.');
  return [period.data, parseAmount(amount)];
};
