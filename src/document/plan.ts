import type { Analysis } from '../analysis/analyze.ts';
import { keyCustomers } from '../analysis/customers.ts';
import type { Locale } from '../locale/locale.ts';
import type { Account } from '../model/workspace.ts';
import type { CheckedNotebook } from './check.ts';
import type { DocumentLink } from './view.ts';

/** One document to make: a notebook in a locale, about an account or about nothing in particular. */
export interface Planned {
  readonly notebook: CheckedNotebook;
  readonly locale: Locale;
  readonly account?: Account;
  readonly formats: readonly ('html' | 'pdf')[];
  /** Path below the folder of the period, without ending: `account-plan/aceros-montgo.es-ES`. */
  readonly path: string;
}

export interface PlanRequest {
  readonly locales: readonly Locale[];
  /** Which documents: names or globs over `notebook` and `notebook/account`; all when empty. */
  readonly only: readonly string[];
  readonly formats?: readonly ('html' | 'pdf')[];
}

/** Every document of the build, in the order of notebooks, accounts, locales. */
export const planDocuments = (
  notebooks: readonly CheckedNotebook[],
  analysis: Analysis,
  request: PlanRequest,
): Planned[] =>
  notebooks.flatMap(notebook =>
    subjectsOf(notebook, analysis).flatMap(account => {
      const id = account === undefined ? notebook.name : `${notebook.name}/${account.id}`;
      if (!wanted(id, request.only)) return [];
      const formats = notebook.head.formats.filter(format => request.formats?.includes(format) ?? true);
      return request.locales.map(locale => ({
        notebook,
        locale,
        ...(account === undefined ? {} : { account }),
        formats,
        path: `${id}.${locale.tag}`,
      }));
    }),
  );

const subjectsOf = (notebook: CheckedNotebook, { scope }: Analysis): readonly (Account | undefined)[] =>
  notebook.head.each === 'account' ? keyCustomers(scope).map(({ account }) => account) : [undefined];

const wanted = (id: string, globs: readonly string[]): boolean =>
  globs.length === 0 || globs.some(glob => globPattern(glob).test(id));

/** `*` matches within a name, `**` across; a name alone also stands for everything below it. */
const globPattern = (glob: string): RegExp => {
  const pattern = glob
    .split(/(\*\*|\*)/)
    .map(part =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${pattern}(/.*)?$`);
};

/** What the index links to. */
export const linksOf = (planned: readonly Planned[]): DocumentLink[] =>
  planned
    .filter(({ notebook }) => notebook.name !== 'index')
    .flatMap(({ notebook, locale, account, formats, path }) =>
      formats.map(format => ({
        notebook: notebook.name,
        title: locale.text(notebook.head.title).text,
        ...(account === undefined ? {} : { subject: account.name }),
        locale: locale.tag,
        format,
        path: `${path}.${format}`,
      })),
    );
