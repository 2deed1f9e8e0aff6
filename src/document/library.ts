import type { Analysis } from '../analysis/analyze.ts';
import type { ChartGrammar } from '../charts/grammar.ts';
import type { Files } from '../effects.ts';
import type { Locale } from '../locale/locale.ts';
import { type Diagnostic, distinct, type Outcome } from '../model/diagnostic.ts';
import { sortBy } from '../model/order.ts';
import { languagesOf } from './analyst/texts.ts';
import { type CheckedNotebook, checkNotebook, notebookOf, readNotebook } from './check.ts';
import { checkQuadrants } from './check-quadrants.ts';
import { checkVegaLite } from './check-vega-lite.ts';
import { checkWhere } from './check-where.ts';
import { blockNames, helperNames } from './helpers.ts';
import { includePartials, type NotebookSource, writtenAt } from './include.ts';
import { helpersFolder, readOwnHelpers } from './own-helpers/read.ts';
import { viewNames } from './view.ts';
import { seriesColumns, vocabularyOf } from './vocabulary.ts';

/** The notebooks of a workspace, and the text of each file for code frames. */
export interface Library {
  readonly notebooks: readonly CheckedNotebook[];
  readonly texts: ReadonlyMap<string, string>;
  /** The files that each notebook is made of, its own first, by that file. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

type Tree = Pick<Files, 'read' | 'list'>;

const notebookFile = /^reports\/[a-z0-9-]+\.md$/;
const partialFile = /^templates\/partials\/([\w-]+)\.md$/;

/** Reads and checks the notebooks of a workspace. */
export const readLibrary = async (
  workspace: Tree,
  product: Tree,
  analysis: Analysis,
  locales: readonly Locale[],
  grammar: ChartGrammar,
): Promise<Outcome<Library>> => {
  const sources = await readNotebooks(workspace, product);
  return checkLibrary(sources, notebookChecker(analysis, locales, grammar));
};

/** The same for notebooks that are read already. */
export const checkLibrary = async (
  sources: ReadonlyMap<string, NotebookSource>,
  check: NotebookChecker,
): Promise<Outcome<Library>> => {
  const checked = await Promise.all([...sources.values()].map(check));
  return {
    value: libraryOf(
      sources,
      checked.flatMap(({ value }) => value ?? []),
    ),
    diagnostics: distinct(checked.flatMap(({ diagnostics }) => diagnostics)),
  };
};

/** The same where all of them are known to be sound: they are read, and held against nothing. Undefined where one can't be read. */
export const soundLibrary = (sources: ReadonlyMap<string, NotebookSource>): Library | undefined => {
  const notebooks = [...sources.values()].flatMap(source => {
    const notebook = notebookOf(readNotebook(source.file, source.text));
    return notebook === undefined ? [] : [withOrigins(notebook, source)];
  });
  return notebooks.length === sources.size ? libraryOf(sources, notebooks) : undefined;
};

const libraryOf = (
  sources: ReadonlyMap<string, NotebookSource>,
  notebooks: readonly CheckedNotebook[],
): Library => ({
  notebooks,
  texts: originalsOf(sources),
  parts: new Map([...sources].map(([file, { originals }]) => [file, [...originals.keys()]])),
});

/** The texts as they were written, of notebooks and of the partials that they include. */
export const originalsOf = (sources: ReadonlyMap<string, NotebookSource>): ReadonlyMap<string, string> =>
  new Map([...sources.values()].flatMap(({ originals, helpers }) => [...originals, ...helpers.texts]));

/**
 * The notebooks, by file, with their partials in them: those that ship with the product, and those of the workspace, which
 * take the place of a shipped one of the same name. Partials and helpers are the workspace's own: `templates/partials/<name>.md`,
 * `templates/helpers/<name>.js`.
 */
export const readNotebooks = async (
  workspace: Tree,
  product: Tree,
): Promise<ReadonlyMap<string, NotebookSource>> => {
  const texts = new Map<string, string>();
  for (const files of [product, workspace])
    for (const [file, text] of await readAll(files, 'reports', notebookFile)) texts.set(file, text);
  const partials = new Map(
    (await readAll(workspace, 'templates/partials', partialFile)).map(([file, text]) => [
      partialFile.exec(file)?.[1] ?? file,
      { file, text },
    ]),
  );
  const own = await readAll(workspace, helpersFolder, /./);
  const helpers = readOwnHelpers(
    own.map(([file, text]) => ({ file, text })),
    namesTaken,
  );
  return new Map(
    sortBy([...texts], ([name]) => name).map(([file, text]) => [
      file,
      includePartials({ file, text }, partials, helpers),
    ]),
  );
};

const readAll = async (files: Tree, folder: string, wanted: RegExp): Promise<[string, string][]> => {
  const found: [string, string][] = [];
  for (const file of await files.list(folder)) {
    const text = wanted.test(file) ? await files.read(file) : undefined;
    if (text !== undefined) found.push([file, text]);
  }
  return found;
};

export type NotebookChecker = (source: NotebookSource) => Promise<Outcome<CheckedNotebook>>;

/**
 * Checks notebooks against what an analysis found; what they may name is listed with the first one.
 * @param read reads one; one that remembers where the same are checked again and again
 * @param within whatever is read of the analysis is read within it
 */
export const notebookChecker = (
  analysis: Analysis,
  locales: readonly Locale[],
  grammar: ChartGrammar,
  read: typeof readNotebook = readNotebook,
  within: <T>(make: () => T) => T = make => make(),
): NotebookChecker => {
  const [main] = locales;
  if (main === undefined) return async () => ({ diagnostics: [] });
  const listed = () => ({
    vocabulary: { ...vocabularyOf(analysis, main, helperNames), texts: textsInAll(locales) },
    columns: seriesColumns(analysis),
    languages: languagesOf(analysis.scope.workspace.settings.locales),
  });
  let offered: ReturnType<typeof listed> | undefined;
  const held = (source: NotebookSource) => {
    offered ??= listed();
    const { vocabulary, columns, languages } = offered;
    const own = source.helpers.scripts.map(({ name }) => name);
    const known = { ...vocabulary, helpers: new Set([...vocabulary.helpers, ...own]) };
    const { value, diagnostics } = checkNotebook(read(source.file, source.text), known, columns);
    if (value === undefined) return { diagnostics };
    return {
      value,
      diagnostics: [
        ...diagnostics,
        ...checkWhere(value, analysis.scope),
        ...checkQuadrants(value, analysis, vocabulary.texts),
      ],
      charts: checkVegaLite(value, { grammar, series: vocabulary.series, columns, languages }),
    };
  };
  return async source => {
    const { value, diagnostics, charts } = within(() => held(source));
    if (value === undefined) return { diagnostics: told(diagnostics, source) };
    return {
      value: withOrigins(value, source),
      diagnostics: told([...diagnostics, ...((await charts) ?? [])], source),
    };
  };
};

/** What `{{t}}` may print: a text that a workspace added to one of its languages would be missing in the others. */
const textsInAll = (locales: readonly Locale[]): ReadonlySet<string> => {
  const [first, ...others] = locales;
  return new Set([...(first?.keys ?? [])].filter(key => others.every(locale => locale.has(key))));
};

/** What a name in two braces means already. */
const namesTaken: readonly string[] = [...helperNames, ...blockNames, ...viewNames, 'this', 'cell', 'mark'];

/** Diagnostics at the places where what they are about was written. */
const told = (diagnostics: readonly Diagnostic[], source: NotebookSource): Diagnostic[] =>
  [...source.helpers.diagnostics, ...source.problems, ...diagnostics].map(one =>
    one.span === undefined ? one : { ...one, span: writtenAt(one.span, source) },
  );

/** With the places where its cells were written, and the functions that it may call. */
const withOrigins = (notebook: CheckedNotebook, source: NotebookSource): CheckedNotebook => ({
  ...notebook,
  cells: placed(notebook.cells, source),
  helpers: source.helpers,
});

const placed = (cells: CheckedNotebook['cells'], source: NotebookSource): CheckedNotebook['cells'] =>
  new Map([...cells].map(([line, cell]) => [line, { ...cell, place: writtenAt(cell.place, source) }]));
