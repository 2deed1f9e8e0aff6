import type { Analysis } from '../analysis/analyze.ts';
import { genericId } from '../analysis/generic-id.ts';
import { figureIds, seriesIds } from '../analysis/ids.ts';
import type { Locale } from '../locale/locale.ts';
import type { Vocabulary } from './expressions.ts';
import { subjectFields, viewNames } from './view.ts';

/** Series id (accounts as `*`) → ids of its columns. */
export type SeriesColumns = ReadonlyMap<string, ReadonlySet<string>>;

/** What a notebook may name, given what this analysis found. */
export const vocabularyOf = (
  analysis: Analysis,
  locale: Locale,
  helpers: Iterable<string>,
): Omit<Vocabulary, 'labels'> => ({
  helpers: new Set([...helpers, 'if', 'unless', 'each', 'with']),
  names: new Set<string>([...viewNames, 'this']),
  fields: subjectFields,
  figures: new Set([...figureIds, ...[...analysis.figures.keys()].flatMap(id => [id, genericId(id)])]),
  series: new Set([...seriesIds, ...[...analysis.series.keys()].flatMap(id => [id, genericId(id)])]),
  texts: locale.keys,
});

export const seriesColumns = (analysis: Analysis): SeriesColumns => {
  const columns = new Map<string, Set<string>>();
  for (const { id, columns: own } of analysis.series.values()) {
    for (const name of [id, genericId(id)]) {
      const known = columns.get(name) ?? new Set<string>();
      for (const column of own) known.add(column.id);
      columns.set(name, known);
    }
  }
  return columns;
};
