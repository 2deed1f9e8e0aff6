import { charts } from '../charts/index.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { checkShape } from '../workspace/check.ts';
import { suggest } from '../workspace/suggest.ts';
import { parseYaml, type YamlSource } from '../workspace/yaml.ts';
import { namedData, type Spec } from './analyst/spec.ts';
import { type CellOptions, cellSchemas } from './cells.ts';
import type { Cell } from './compile.ts';
import { type NotebookCode, notebookError } from './diagnostics.ts';
import { checkExpressions, type Ids, type Vocabulary } from './expressions.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter.ts';
import { type CellNode, cellsOf, lineSpan, type Node, type NotebookText, splitNotebook } from './notebook.ts';
import { wantedSubject } from './subject.ts';
import { noSubject, type Surroundings, surroundingsAt, surroundingsOf } from './surroundings.ts';
import { columnIds, rowFigures } from './table.ts';
import type { SeriesColumns } from './vocabulary.ts';

/** A notebook in which everything named exists. */
export interface CheckedNotebook extends NotebookText {
  readonly head: FrontMatter;
  readonly cells: ReadonlyMap<number, Cell>;
}

/**
 * Checks a notebook against what the analysis, the charts and the locales offer, and reports every problem at its place.
 * @param vocabulary what expressions may name; its labels are found here
 */
export const checkNotebook = (
  file: string,
  text: string,
  vocabulary: Omit<Vocabulary, 'labels'>,
  columns: SeriesColumns,
): Outcome<CheckedNotebook> => {
  const split = splitNotebook(file, text);
  if (split.value === undefined) return { diagnostics: split.diagnostics };
  const notebook = split.value;
  const diagnostics = [...split.diagnostics];
  const front = checkYaml(frontMatterSchema, file, notebook.frontMatter, 1);
  diagnostics.push(...front.diagnostics);
  const cellNodes = cellsOf(notebook.nodes);
  const parsed = cellNodes.map(node => ({ node, ...readCell(file, node) }));
  const outside = surroundingsOf(front.value?.each);
  const hereAt = (node: CellNode): Surroundings => surroundingsAt(text, node.line, outside);
  const labels = new Set<string>();
  for (const { node, value, diagnostics: own } of parsed) {
    diagnostics.push(...own);
    if (value !== undefined)
      diagnostics.push(
        ...checkCell(value, vocabulary, columns),
        ...checkSubject(value, hereAt(node)),
        ...claimLabel(value, labels),
      );
  }
  const full: Vocabulary = { ...vocabulary, labels };
  diagnostics.push(...checkProse(file, text, notebook, full, outside));
  for (const { node, value, source } of parsed)
    if (value !== undefined && source !== undefined)
      diagnostics.push(...checkOptionTexts(file, node, source, full, hereAt(node)));
  if (cellNodes[0]?.cell !== 'section' && split.diagnostics.length === 0)
    diagnostics.push(
      notebookError(
        'notebook/no-section',
        'The first cell of a notebook begins a section.',
        lineSpan(file, cellNodes[0]?.line ?? 1),
        'Begin with a section cell: ```section intro',
      ),
    );
  if (front.value === undefined || diagnostics.some(({ severity }) => severity === 'error'))
    return { diagnostics };
  const cells = new Map(
    parsed.flatMap(({ node, value }) => (value === undefined ? [] : [[node.line, value] as const])),
  );
  return { value: { ...notebook, head: front.value, cells }, diagnostics };
};

/** YAML inside a notebook: diagnostics are moved to the lines on which it stands. */
const checkYaml = <T>(
  schema: Parameters<typeof checkShape<T>>[0],
  file: string,
  text: string,
  linesBefore: number,
): Outcome<T> & { source: YamlSource } => {
  const source = parseYaml(file, text.trim() === '' ? '{}' : text);
  const checked =
    source.diagnostics.length > 0 ? { diagnostics: source.diagnostics } : checkShape(schema, source);
  return {
    ...checked,
    source,
    diagnostics: checked.diagnostics.map(diagnostic => moved(diagnostic, linesBefore)),
  };
};

const moved = (diagnostic: Diagnostic, lines: number): Diagnostic =>
  diagnostic.span === undefined
    ? diagnostic
    : { ...diagnostic, span: { ...diagnostic.span, line: diagnostic.span.line + lines } };

const openingLine = (file: string, { line, cell, argument }: CellNode): Span =>
  lineSpan(file, line, `\`\`\`${cell}${argument === '' ? '' : ` ${argument}`}`);

const readCell = (file: string, node: CellNode): Outcome<Cell> & { source?: YamlSource } => {
  const schema: Parameters<typeof checkShape<unknown>>[0] = cellSchemas[node.cell];
  const { value, source, diagnostics } = checkYaml<unknown>(schema, file, node.options, node.line);
  return value === undefined
    ? { diagnostics, source }
    : {
        value: { kind: node.cell, argument: node.argument, options: value, place: openingLine(file, node) },
        diagnostics,
        source,
      };
};

const checkCell = (
  cell: Cell,
  vocabulary: Omit<Vocabulary, 'labels'>,
  columns: SeriesColumns,
): Diagnostic[] => {
  const here = cell.place;
  if (cell.kind === 'chart') return checkChart(cell, here);
  if (cell.kind === 'table' || cell.kind === 'quadrants') return checkTable(cell, here, vocabulary, columns);
  if (cell.kind === 'strip')
    return (cell.options as CellOptions<'strip'>).figures.flatMap(({ figure }) =>
      vocabulary.figures.has(figure)
        ? []
        : [unknown('notebook/unknown-figure', 'figure', figure, vocabulary.figures, here)],
    );
  return [];
};

/** Whether there is someone for the `*` of what a cell shows. */
const checkSubject = (cell: Cell, { subjects }: Surroundings): Diagnostic[] => {
  const shown =
    cell.kind === 'strip'
      ? (cell.options as CellOptions<'strip'>).figures.map(({ figure }) => figure)
      : cell.kind === 'table' || cell.kind === 'quadrants'
        ? [cell.argument]
        : cell.kind === 'vega-lite'
          ? namedData(cell.options as Spec).map(({ name }) => name)
          : [];
  return shown.flatMap(id => {
    const wanted = wantedSubject(id);
    if (wanted === undefined || subjects.has(wanted)) return [];
    const { message, hint } = noSubject(wanted);
    return [notebookError('notebook/no-subject', `${message.slice(0, -1)} for "${id}".`, cell.place, hint)];
  });
};

const checkChart = (cell: Cell, here: Span): Diagnostic[] => {
  const chart = charts.find(({ name }) => name === cell.argument);
  if (chart === undefined)
    return [
      unknown(
        'notebook/unknown-chart',
        'chart',
        cell.argument,
        new Set(charts.map(({ name }) => name)),
        here,
      ),
    ];
  const options = chart.options.safeParse((cell.options as CellOptions<'chart'>).options);
  if (options.success) return [];
  return options.error.issues.map(issue =>
    notebookError(
      'notebook/cell-options',
      `Option ${issue.path.join('.') || 'of the chart'}: ${issue.message}.`,
      here,
    ),
  );
};

const checkTable = (
  cell: Cell,
  here: Span,
  { series, figures }: Omit<Vocabulary, 'labels'>,
  columns: SeriesColumns,
): Diagnostic[] => {
  if (!series.has(cell.argument))
    return [unknown('notebook/unknown-series', 'series', cell.argument, series, here)];
  const known = columns.get(cell.argument);
  // A series that this workspace has nothing for declares no columns that could be checked.
  if (known === undefined || known.size === 0) return [];
  const options = cell.options as CellOptions<'table' | 'quadrants'>;
  const named = 'by' in options ? [options.by, options.item, ...options.detail] : columnIds(options);
  return [
    ...named.flatMap(id =>
      known.has(id) ? [] : [unknown('notebook/unknown-column', 'column', id, known, here)],
    ),
    ...('by' in options ? [] : rowFigures(options)).flatMap(id =>
      isFigureOf(id, figures) ? [] : [unknown('notebook/unknown-figure', 'figure', id, figures, here)],
    ),
  ];
};

/** Whether the figures of rows exist: `*` stands for what the cell of a row holds. */
const isFigureOf = (pattern: string, figures: Ids): boolean => {
  const [before = '', after = ''] = pattern.split('*');
  return pattern.includes('*')
    ? [...figures].some(id => id.startsWith(before) && id.endsWith(after))
    : figures.has(pattern);
};

const unknown = (
  code: NotebookCode,
  what: string,
  word: string,
  known: Iterable<string>,
  span: Span,
): Diagnostic => {
  const close = suggest(word, known);
  return notebookError(
    code,
    `There is no ${what} "${word}".`,
    span,
    ...(close === undefined ? [] : [`Did you mean "${close}"?`]),
  );
};

const claimLabel = (cell: Cell, labels: Set<string>): Diagnostic[] => {
  const label = labelOf(cell);
  if (label === undefined) return [];
  if (labels.has(label))
    return [
      notebookError(
        'notebook/duplicate-label',
        `The label "${label}" is taken.`,
        cell.place,
        'Give each chart and table a label of its own',
      ),
    ];
  labels.add(label);
  return [];
};

const labelOf = (cell: Cell): string | undefined => {
  if (cell.kind === 'vega-lite') return (cell.options as CellOptions<'vega-lite'>).usermeta?.label;
  if (cell.kind !== 'chart' && cell.kind !== 'table' && cell.kind !== 'quadrants') return undefined;
  return (cell.options as CellOptions<'chart' | 'table' | 'quadrants'>).label;
};

/** The prose of the whole file is one template; cells and front matter are blanked so that lines stay where they are. */
const checkProse = (
  file: string,
  text: string,
  { nodes }: NotebookText,
  vocabulary: Vocabulary,
  outside: Surroundings,
): Diagnostic[] => {
  const lines = Array.from({ length: text.split('\n').length }, () => '');
  const place = (node: Node): void => {
    if (node.kind === 'container') for (const child of node.children) place(child);
    if (node.kind === 'markdown')
      for (const [index, line] of node.text.split('\n').entries()) lines[node.line - 1 + index] = line;
  };
  for (const node of nodes) place(node);
  return checkExpressions(
    lines.join('\n'),
    vocabulary,
    (line, column, length) => ({ file, line, column, length }),
    outside,
  );
};

/** Expressions inside the texts of a cell's options. */
const checkOptionTexts = (
  file: string,
  node: CellNode,
  source: YamlSource,
  vocabulary: Vocabulary,
  here: Surroundings,
): Diagnostic[] => {
  const visit = (value: unknown, path: readonly (string | number)[]): Diagnostic[] => {
    if (typeof value === 'string') {
      if (!value.includes('{{')) return [];
      const span = source.locate(path) ?? lineSpan(file, 1);
      return checkExpressions(value, vocabulary, () => ({ ...span, line: span.line + node.line }), here);
    }
    if (Array.isArray(value)) return value.flatMap((child, index) => visit(child, [...path, index]));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, child]) => visit(child, [...path, key]));
  };
  return visit(source.value, []);
};
