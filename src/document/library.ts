import type { Analysis } from '../analysis/analyze.ts';
import type { ChartGrammar } from '../charts/grammar.ts';
import type { Files } from '../effects.ts';
import type { Locale } from '../locale/locale.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { sortBy } from '../model/order.ts';
import { languagesOf } from './analyst/texts.ts';
import { type CheckedNotebook, checkNotebook } from './check.ts';
import { checkVegaLite } from './check-vega-lite.ts';
import { checkWhere } from './check-where.ts';
import { helperNames } from './helpers.ts';
import { seriesColumns, vocabularyOf } from './vocabulary.ts';

/** The notebooks of a workspace, and the text of each file for code frames. */
export interface Library {
  readonly notebooks: readonly CheckedNotebook[];
  readonly texts: ReadonlyMap<string, string>;
}

const notebookFile = /^reports\/[a-z0-9-]+\.md$/;

/**
 * Reads and checks the notebooks: those that ship with the product, and those of the workspace, which take the place of
 * a shipped one of the same name.
 */
export const readLibrary = async (
  workspace: Pick<Files, 'read' | 'list'>,
  product: Pick<Files, 'read' | 'list'>,
  analysis: Analysis,
  locales: readonly Locale[],
  grammar: ChartGrammar,
): Promise<Outcome<Library>> => {
  const texts = new Map<string, string>();
  for (const files of [product, workspace]) {
    for (const file of await files.list('reports')) {
      const text = notebookFile.test(file) ? await files.read(file) : undefined;
      if (text !== undefined) texts.set(file, text);
    }
  }
  const columns = seriesColumns(analysis);
  const languages = languagesOf(analysis.scope.workspace.settings.locales);
  const diagnostics: Diagnostic[] = [];
  const notebooks: CheckedNotebook[] = [];
  for (const [file, text] of sortBy([...texts], ([name]) => name)) {
    const [main] = locales;
    if (main === undefined) continue;
    const vocabulary = vocabularyOf(analysis, main, helperNames);
    const checked = checkNotebook(file, text, vocabulary, columns);
    diagnostics.push(...checked.diagnostics);
    if (checked.value === undefined) continue;
    diagnostics.push(
      ...checkWhere(checked.value, analysis.scope),
      ...(await checkVegaLite(checked.value, { grammar, series: vocabulary.series, columns, languages })),
    );
    notebooks.push(checked.value);
  }
  return { value: { notebooks, texts }, diagnostics };
};
