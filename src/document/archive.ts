import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import { between, type PeriodId, previous, shift } from '../model/period.ts';
import type { LocalizedText } from '../model/text.ts';
import { documentAt } from './document-path.ts';
import type { DocumentLink } from './view.ts';

/** What was built for an earlier quarter and still lies in the folder of the reports. */
export interface ArchivedPeriod {
  readonly period: PeriodId;
  readonly documents: readonly DocumentLink[];
}

/** How far back an archive reaches: five years. */
const quartersBack = 20;

/** The quarters before one of which documents may be there, the latest first. */
export const archivedQuarters = (period: PeriodId): readonly PeriodId[] =>
  between(shift(period, -quartersBack), previous(period)).reverse();

/**
 * The documents among the files of earlier quarters; other files are passed over.
 * @param paths by quarter, as the folders list them
 * @param titles of the notebooks, by name; documents of other notebooks keep their name
 */
export const archiveOf = (
  paths: ReadonlyMap<PeriodId, readonly string[]>,
  titles: ReadonlyMap<string, LocalizedText>,
  locale: Locale,
  names: Names,
): readonly ArchivedPeriod[] =>
  [...paths]
    .map(([period, own]) => ({ period, documents: own.flatMap(path => linkTo(path, titles, locale, names)) }))
    .filter(({ documents }) => documents.length > 0);

const linkTo = (
  path: string,
  titles: ReadonlyMap<string, LocalizedText>,
  locale: Locale,
  names: Names,
): DocumentLink[] => {
  const [, period, below = ''] = /^reports\/([^/]+)\/(.+)$/.exec(path) ?? [];
  const document = documentAt(below);
  if (document === undefined || document.notebook === 'index') return [];
  const { notebook, tag, format } = document;
  const title = titles.get(notebook);
  const subject = document.subject === undefined ? undefined : nameOf(document.subject, names);
  return [
    {
      notebook,
      title: title === undefined ? notebook : locale.text(title).text,
      ...(subject === undefined ? {} : { subject }),
      locale: tag,
      format,
      path: `../${period}/${below}`,
      accounts: [],
      kams: [],
    },
  ];
};

/** An account or a person; whoever is no longer in the workspace keeps the id. */
const nameOf = (id: string, names: Names): string => {
  const account = names.account(id);
  return account === id ? names.person(id) : account;
};
