import type { Analysis } from '../analysis/analyze.ts';
import { keyCustomers } from '../analysis/customers.ts';
import { genericId } from '../analysis/generic-id.ts';
import { figureIds, seriesIds } from '../analysis/ids.ts';
import type { Locale } from '../locale/locale.ts';
import type { ById } from '../model/by-id.ts';
import type { Ids, Vocabulary } from './expressions.ts';
import { blockNames } from './helpers.ts';
import { subjectFields, viewNames } from './view.ts';

/** The ids of the columns of a series, which may have `*` for an account. */
export type SeriesColumns = Pick<ById<ReadonlySet<string>>, 'get'>;

/** What a notebook may name, given what this analysis found. */
export const vocabularyOf = (
  { figures, series, portfolio }: Analysis,
  locale: Locale,
  helpers: Iterable<string>,
): Omit<Vocabulary, 'labels'> => ({
  helpers: new Set([...helpers, ...blockNames]),
  names: new Set<string>([...viewNames, 'this']),
  fields: subjectFields,
  figures: idsOf(figureIds, portfolio.figures.keys(), figures),
  series: idsOf(seriesIds, portfolio.series.keys(), series),
  texts: locale.keys,
  parametersOf: locale.parameters,
});

/** The ids of the portfolio and those with `*` to choose from; the ids of single accounts are known, too. */
const idsOf = (promised: readonly string[], own: Iterable<string>, all: ById<unknown>): Ids => {
  const listed = new Set([...promised, ...[...own].flatMap(id => [id, genericId(id)])]);
  return { has: id => listed.has(id) || all.has(id), [Symbol.iterator]: () => listed.values() };
};

/** Ids with `*` stand for the accounts that documents are made about, the key accounts. */
export const seriesColumns = ({ scope, portfolio, account, series }: Analysis): SeriesColumns => {
  const columns = new Map<string, Set<string>>();
  for (const part of [portfolio, ...keyCustomers(scope).map(({ id }) => account(id))])
    for (const { id, columns: own } of part.series.values()) {
      const known = columns.get(genericId(id)) ?? new Set<string>();
      for (const column of own) known.add(column.id);
      columns.set(genericId(id), known);
    }
  return {
    get: id => {
      const own = series.get(id);
      return own === undefined ? columns.get(id) : new Set(own.columns.map(column => column.id));
    },
  };
};
