import type { Files } from '../../effects.ts';
import { between, type PeriodId, shift } from '../../model/period.ts';
import { slug } from '../../model/slug.ts';
import { kindOf } from '../file-kinds.ts';
import { modelineOf, schemaFiles } from '../json-schema.ts';
import { settingsFile } from '../layout.ts';
import { fill, scalar } from './fill.ts';

/** A file to be written, by its path below the root. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

export interface NewAccount {
  readonly name: string;
  readonly id: string;
  /** Net revenue by quarter. */
  readonly revenue: ReadonlyMap<PeriodId, number>;
  /** The quarter from which it is a key account, where it is one. */
  readonly keyFrom?: PeriodId;
}

export interface NewWorkspace {
  readonly company: string;
  readonly currency: string;
  readonly period: PeriodId;
  readonly locales: readonly string[];
  readonly accounts: readonly NewAccount[];
}

/** Writes files that people go on with; their comments are in the language of the workspace. */
export interface Starter {
  /** A small workspace that builds at once, with the schemas that editors complete from. */
  workspace(wanted: NewWorkspace): readonly NewFile[];
  account(wanted: NewAccount): NewFile;
  /** A notebook. @param each of what it makes a document each */
  report(name: string, title: string, each: 'none' | 'account' | 'kam'): NewFile;
}

/** The language in which people of the workspace read: that of its main locale. */
export const mainLanguage = (locales: readonly string[]): string => (locales[0] ?? 'en').replace(/-.*/, '');

/** @param product the installed package, which holds the templates */
export const readStarter = async (product: Pick<Files, 'read'>, language: string): Promise<Starter> => {
  const read = async (name: string): Promise<string> => {
    const text = await product.read(`templates/starter/${name}`);
    if (text === undefined) throw new Error(`There is no template ${name}`);
    return text;
  };
  const own = language === 'es' ? 'es' : 'en';
  const [settings, account, report] = await Promise.all([
    read(`${own}/workspace.yaml`),
    read(`${own}/account.yaml`),
    read('report.md'),
  ]);
  const accountFile = ({ id, name, revenue, keyFrom }: NewAccount): NewFile =>
    withModeline({
      path: `data/accounts/${id}.yaml`,
      text: fill(account, {
        name: scalar(name),
        keyFrom: keyFrom ?? '',
        history: historyOf(revenue),
      }),
    });
  return {
    account: accountFile,
    workspace: ({ company, currency, period, locales, accounts }) => [
      withModeline({
        path: settingsFile,
        text: fill(settings, { company: scalar(company), currency, period, locales: scalar(locales) }),
      }),
      ...accounts.map(accountFile),
      ...schemaFiles(),
    ],
    report: (name, title, each) => ({
      path: `reports/${name}.md`,
      text: fill(report, { title: scalar(title), each: each === 'none' ? '' : each }),
    }),
  };
};

/** Revenue by quarter, or an empty history where none is known yet. */
const historyOf = (revenue: NewAccount['revenue']): string =>
  revenue.size === 0
    ? '{}'
    : [...revenue].map(([period, amount]) => `\n  ${period}: { revenue: ${amount} }`).join('');

const withModeline = ({ path, text }: NewFile): NewFile => {
  const kind = kindOf(path);
  return { path, text: kind === undefined ? text : `${modelineOf(kind, path)}\n${text}` };
};

/** Accounts that an empty workspace begins with, so that its first review shows something. They say that they are examples. */
export const exampleAccounts = (period: PeriodId, language: string): readonly NewAccount[] =>
  examples.map(({ key, revenue }, index) => {
    const name = language === 'es' ? `Cliente de ejemplo ${index + 1}` : `Example customer ${index + 1}`;
    const quarters = between(shift(period, 1 - quartersEach), period);
    return {
      name,
      id: slug(name) ?? `example-${index + 1}`,
      revenue: new Map(quarters.map((quarter, place) => [quarter, revenue[place] ?? 0])),
      ...(key ? { keyFrom: period } : {}),
    };
  });

/** Two years each, so that every span can be held against the year before. */
const quartersEach = 8;
const examples = [
  { key: true, revenue: [352_000, 361_000, 349_000, 380_000, 402_000, 391_000, 415_000, 420_000] },
  { key: true, revenue: [264_000, 270_000, 283_000, 275_000, 268_000, 281_000, 259_000, 260_000] },
  { key: false, revenue: [48_000, 52_000, 55_000, 60_000, 72_000, 75_000, 84_000, 90_000] },
] as const;
