import type { Analysis } from '../analysis/analyze.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { suggest } from '../workspace/suggest.ts';
import type { CellOptions } from './cells.ts';
import type { CheckedNotebook } from './check.ts';
import { notebookError } from './diagnostics.ts';
import { seriesLike } from './vocabulary.ts';

/**
 * Whether the four codes of each two-by-two are codes of its column: of one that is none, nothing would stand in its quadrant,
 * and no language would have a title for it.
 * @param texts keys that every language has
 */
export const checkQuadrants = (
  { cells }: Pick<CheckedNotebook, 'cells'>,
  analysis: Analysis,
  texts: ReadonlySet<string>,
): Diagnostic[] =>
  [...cells.values()].flatMap(({ kind, argument, options, place }) => {
    if (kind !== 'quadrants') return [];
    const { by, order, titles } = options as CellOptions<'quadrants'>;
    const [series] = seriesLike(argument, analysis);
    const column = series?.columns.find(({ id }) => id === by);
    if (column?.kind !== 'term') return [];
    const terms = `terms.${column.vocabulary}.`;
    const known = [...texts].flatMap(key => (key.startsWith(terms) ? [key.slice(terms.length)] : []));
    return order
      .filter(code => titles[code] === undefined && !known.includes(code))
      .map(code => {
        const near = suggest(code, known);
        return notebookError(
          'notebook/unknown-code',
          `There is no code "${code}" of the column "${by}".`,
          place,
          near === undefined ? `Its codes: ${known.join(', ')}.` : `Did you mean "${near}"?`,
        );
      });
  });
