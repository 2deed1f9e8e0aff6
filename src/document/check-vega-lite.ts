import type { ChartGrammar, SpecProblem } from '../charts/grammar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import type { LocalizedText } from '../model/text.ts';
import { suggest } from '../workspace/suggest.ts';
import { parseYaml } from '../workspace/yaml.ts';
import { analystFields } from './analyst/rows.ts';
import {
  addresses,
  encodedFields,
  largestSide,
  namedData,
  oversized,
  type Path,
  type Spec,
} from './analyst/spec.ts';
import { misplacedExpressions, resolveTexts } from './analyst/texts.ts';
import type { CheckedNotebook } from './check.ts';
import { type NotebookCode, notebookError } from './diagnostics.ts';
import type { Vocabulary } from './expressions.ts';
import { type CellNode, cellsOf, lineSpan } from './notebook.ts';
import type { SeriesColumns } from './vocabulary.ts';

/** What charts of analysts are held against. */
export interface ChartRules {
  readonly grammar: ChartGrammar;
  readonly series: Vocabulary['series'];
  readonly columns: SeriesColumns;
  /** Languages in which a text may be given. */
  readonly languages: ReadonlySet<string>;
}

/**
 * Checks the `vega-lite` cells of a notebook: against the series that they draw, at once, and then against the grammar of
 * Vega-Lite, which has nothing to do with the data.
 */
export const checkVegaLite = (
  { file, nodes }: Pick<CheckedNotebook, 'file' | 'nodes'>,
  rules: ChartRules,
): Promise<readonly Diagnostic[]> => {
  const cells = cellsOf(nodes).filter(({ cell }) => cell === 'vega-lite');
  return inTurn(cells.map(node => checkChart(file, node, rules)));
};

const inTurn = async (
  charts: readonly (() => Promise<readonly Diagnostic[]>)[],
): Promise<readonly Diagnostic[]> => {
  const found: Diagnostic[] = [];
  for (const told of charts) found.push(...(await told()));
  return found;
};

/** Holds a chart against the data. @returns what tells everything that is wrong with it, once it is held against the grammar, too */
const checkChart = (
  file: string,
  node: CellNode,
  rules: ChartRules,
): (() => Promise<readonly Diagnostic[]>) => {
  const source = parseYaml(file, node.options.trim() === '' ? '{}' : node.options);
  const spec = source.value as Spec;
  /** The nearest place that the text has for a path: Vega-Lite may miss something that nobody wrote. */
  const placeOf = (path: Path, part?: 'key'): Span => {
    if (path.length === 0) return lineSpan(file, node.line, '```vega-lite');
    const own = source.locate(path, part);
    return own === undefined ? placeOf(path.slice(0, -1)) : { ...own, line: own.line + node.line };
  };
  const tell = (code: NotebookCode, { path, part, message, hint }: SpecProblem): Diagnostic =>
    notebookError(code, message, placeOf(path, part), ...(hint === undefined ? [] : [hint]));
  const own = [
    ...unknownSeries(spec, rules).map(problem => tell('notebook/unknown-series', problem)),
    ...unknownFields(spec, rules).map(problem => tell('notebook/unknown-column', problem)),
    ...addresses(spec).map(path => tell('notebook/chart-data', { path, ...fromOutside })),
    ...oversized(spec).map(path => tell('notebook/vega-lite', { path, ...tooLarge })),
    ...misplacedExpressions(spec, rules.languages).map(path =>
      tell('notebook/expression', { path, ...evaluated }),
    ),
  ];
  const { usermeta: _, ...chart } = resolveTexts(spec, rules.languages, firstText) as Spec;
  return async () => {
    const grammar = own.length > 0 ? [] : await rules.grammar.problems(chart);
    return [
      ...own,
      ...grammar.map(problem => tell('notebook/vega-lite', problem)),
      ...(spec.description === undefined && own.length + grammar.length === 0
        ? [noDescription(placeOf([]))]
        : []),
    ];
  };
};

const fromOutside = {
  message: 'A chart draws from the series of the analysis; it may not load anything.',
  hint: 'Write data: { name: <series> }; "cuentas analyze --list" names the series.',
};
const tooLarge = {
  message: `A picture is at most ${largestSide} pixels wide and high.`,
  hint: 'Leave width out: a chart is as wide as its place',
};
const evaluated = {
  message: 'Vega would evaluate what this expression prints; it may stand in titles, texts and values only.',
  hint: 'A filter can use the parameters account, kam and period: datum.account === account',
};

const noDescription = (span: Span): Diagnostic => ({
  code: 'notebook/chart-description' satisfies NotebookCode,
  severity: 'warning',
  message: 'This chart has no description, so those who do not see it are told its caption only.',
  span,
  hints: ['Say in one or two sentences what it shows: description: { es: …, en: … }'],
});

const unknownSeries = (spec: Spec, { series }: ChartRules): readonly SpecProblem[] =>
  namedData(spec)
    .filter(({ name }) => !series.has(name))
    .map(({ name, path }) => ({
      path,
      message: `There is no series "${name}".`,
      ...hintFor(name, series),
    }));

/** Vega draws nothing, and says nothing, where a field does not exist. */
const unknownFields = (spec: Spec, { columns }: ChartRules): readonly SpecProblem[] => {
  const data = namedData(spec).map(({ name }) => columns.get(name));
  // Of a series without rows the columns are not known, and inline data have fields of their own.
  if (data.length === 0 || data.some(known => known === undefined)) return [];
  const known = analystFields(data.flatMap(ids => [...(ids ?? [])]));
  return encodedFields(spec)
    .filter(({ field }) => !known.has(field.replace(/[.[\\].*$/, '')))
    .map(({ field, path }) => ({
      path,
      message: `There is no column "${field}" in ${namedData(spec)
        .map(({ name }) => name)
        .join(', ')}.`,
      ...hintFor(field, known),
    }));
};

const hintFor = (word: string, known: Iterable<string>): { readonly hint?: string } => {
  const near = suggest(word, known);
  return near === undefined ? {} : { hint: `Did you mean "${near}"?` };
};

/** Any language tells whether the grammar is kept. */
const firstText = (text: LocalizedText): string =>
  typeof text === 'string' ? text : (Object.values(text)[0] ?? '');
