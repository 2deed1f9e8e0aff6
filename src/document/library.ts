import type { Analysis } from '../analysis/analyze.ts';
import type { ChartGrammar } from '../charts/grammar.ts';
import type { Files } from '../effects.ts';
import type { Locale } from '../locale/locale.ts';
import type { Outcome } from '../model/diagnostic.ts';
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

type Tree = Pick<Files, 'read' | 'list'>;

const notebookFile = /^reports\/[a-z0-9-]+\.md$/;

/** Whether a path is that of a notebook. */
export const isNotebook = (path: string): boolean => notebookFile.test(path);

/** Reads and checks the notebooks of a workspace. */
export const readLibrary = async (
  workspace: Tree,
  product: Tree,
  analysis: Analysis,
  locales: readonly Locale[],
  grammar: ChartGrammar,
): Promise<Outcome<Library>> => {
  const texts = await readNotebooks(workspace, product);
  const check = notebookChecker(analysis, locales, grammar);
  const checked = await Promise.all([...texts].map(([file, text]) => check(file, text)));
  return {
    value: { notebooks: checked.flatMap(({ value }) => value ?? []), texts },
    diagnostics: checked.flatMap(({ diagnostics }) => diagnostics),
  };
};

/**
 * The texts of the notebooks, by file: those that ship with the product, and those of the workspace, which take the place
 * of a shipped one of the same name.
 */
export const readNotebooks = async (workspace: Tree, product: Tree): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  for (const files of [product, workspace]) {
    for (const file of await files.list('reports')) {
      const text = isNotebook(file) ? await files.read(file) : undefined;
      if (text !== undefined) texts.set(file, text);
    }
  }
  return new Map(sortBy([...texts], ([name]) => name));
};

/** Checks notebooks against what an analysis found; what they may name is listed with the first one. */
export const notebookChecker = (
  analysis: Analysis,
  locales: readonly Locale[],
  grammar: ChartGrammar,
): ((file: string, text: string) => Promise<Outcome<CheckedNotebook>>) => {
  const [main] = locales;
  if (main === undefined) return async () => ({ diagnostics: [] });
  const listed = () => ({
    vocabulary: vocabularyOf(analysis, main, helperNames),
    columns: seriesColumns(analysis),
    languages: languagesOf(analysis.scope.workspace.settings.locales),
  });
  let offered: ReturnType<typeof listed> | undefined;
  return async (file, text) => {
    offered ??= listed();
    const { vocabulary, columns, languages } = offered;
    const { value, diagnostics } = checkNotebook(file, text, vocabulary, columns);
    if (value === undefined) return { diagnostics };
    const conditions = checkWhere(value, analysis.scope);
    const charts = await checkVegaLite(value, { grammar, series: vocabulary.series, columns, languages });
    return { value, diagnostics: [...diagnostics, ...conditions, ...charts] };
  };
};
