import type { Analysis } from '../analysis/analyze.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import type { CheckedNotebook } from './check.ts';
import { type Subject, subjectsOf } from './subject.ts';
import type { DocumentLink } from './view.ts';

/** One document to make: a notebook in a locale, about an account, a key account manager or nobody in particular. */
export interface Planned {
  readonly notebook: CheckedNotebook;
  readonly locale: Locale;
  readonly subject?: Subject;
  readonly formats: readonly ('html' | 'pdf')[];
  /** Path below the folder of the period, without ending: `account-plan/aceros-montgo.es-ES`. */
  readonly path: string;
}

export interface PlanRequest {
  readonly locales: readonly Locale[];
  /** Which documents: names or globs over `notebook` and `notebook/subject`; all when empty. */
  readonly only: readonly string[];
  readonly formats?: readonly ('html' | 'pdf')[];
}

/** Every document of the build, in the order of notebooks, subjects, locales. */
export const planDocuments = (
  notebooks: readonly CheckedNotebook[],
  analysis: Analysis,
  request: PlanRequest,
): Planned[] =>
  notebooks.flatMap(notebook =>
    subjectsOf(notebook.head, analysis.scope).flatMap(subject => {
      const id = subject === undefined ? notebook.name : `${notebook.name}/${subject.id}`;
      if (!wanted(id, request.only)) return [];
      const formats = notebook.head.formats.filter(format => request.formats?.includes(format) ?? true);
      return request.locales.map(locale => ({
        notebook,
        locale,
        ...(subject === undefined ? {} : { subject }),
        formats,
        path: `${id}.${locale.tag}`,
      }));
    }),
  );

/** Whether globs ask for a document: `notebook` or `notebook/subject`. */
export const wanted = (id: string, globs: readonly string[]): boolean =>
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
export const linksOf = (planned: readonly Planned[], names: Names): DocumentLink[] =>
  planned
    .filter(({ notebook }) => notebook.name !== 'index')
    .flatMap(({ notebook, locale, subject, formats, path }) =>
      formats.map(format => ({
        notebook: notebook.name,
        title: locale.prose(locale.text(notebook.head.title).text),
        ...(subject === undefined ? {} : { subject: subject.name }),
        locale: locale.tag,
        format,
        path: `${path}.${format}`,
        ...concerned(subject, names),
      })),
    );

/** Who a document is about: an account and its manager, or a manager and the accounts they look after. */
const concerned = (subject: Subject | undefined, names: Names): Pick<DocumentLink, 'accounts' | 'kams'> => {
  if (subject === undefined) return { accounts: [], kams: [] };
  if (subject.kind === 'kam')
    return { accounts: subject.kam.customers.map(({ account }) => account.name), kams: [subject.name] };
  const { manager } = subject.account;
  return { accounts: [subject.name], kams: manager === undefined ? [] : [names.person(manager)] };
};
