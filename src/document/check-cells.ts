import { charts } from '../charts/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { suggest } from '../workspace/suggest.ts';
import { namedData, type Spec } from './analyst/spec.ts';
import type { CellOptions } from './cells.ts';
import type { Cell } from './compile.ts';
import { type NotebookCode, notebookError } from './diagnostics.ts';
import type { Ids, Vocabulary } from './expressions.ts';
import { wantedSubject } from './subject.ts';
import { noSubject, type Surroundings } from './surroundings.ts';
import { columnIds, rowFigures } from './table.ts';
import { columnsAcross } from './table-across.ts';
import { orderedColumn } from './table-rows.ts';
import type { SeriesColumns } from './vocabulary.ts';

export const checkCell = (
  cell: Cell,
  vocabulary: Omit<Vocabulary, 'labels'>,
  columns: SeriesColumns,
): Diagnostic[] => {
  const here = cell.place;
  if (cell.kind === 'chart') return checkChart(cell, here);
  if (cell.kind === 'table' || cell.kind === 'quadrants') return checkTable(cell, here, vocabulary, columns);
  if (cell.kind === 'finding' || cell.kind === 'findings' || cell.kind === 'asks')
    return findingsNamedIn(cell).flatMap(name =>
      vocabulary.findings.has(name)
        ? []
        : [unknown('notebook/unknown-finding', 'finding', name, vocabulary.findings, here)],
    );
  if (cell.kind === 'strip' || cell.kind === 'figure')
    return figuresOf(cell).flatMap(figure =>
      vocabulary.figures.has(figure)
        ? []
        : [unknown('notebook/unknown-figure', 'figure', figure, vocabulary.figures, here)],
    );
  return [];
};

/** The topics and codes that a cell names. */
const findingsNamedIn = ({ kind, argument, options }: Cell): readonly string[] => {
  if (kind === 'finding') return [argument];
  if (kind === 'asks') return (options as CellOptions<'asks'>).of;
  const { topics = [], except, references } = options as CellOptions<'findings'>;
  return [...topics, ...except, ...Object.keys(references)];
};

/** The figures that a cell shows large. */
const figuresOf = ({ kind, argument, options }: Cell): readonly string[] =>
  kind === 'figure' ? [argument] : (options as CellOptions<'strip'>).figures.map(({ figure }) => figure);

/** Whether there is someone for the `*` of what a cell shows. */
export const checkSubject = (cell: Cell, { subjects }: Surroundings): Diagnostic[] => {
  const shown =
    cell.kind === 'strip' || cell.kind === 'figure'
      ? figuresOf(cell)
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

/** Its options were held against its own schema when the cell was read. */
const checkChart = (cell: Cell, here: Span): Diagnostic[] =>
  charts.some(({ name }) => name === cell.argument)
    ? []
    : [
        unknown(
          'notebook/unknown-chart',
          'chart',
          cell.argument,
          new Set(charts.map(({ name }) => name)),
          here,
        ),
      ];

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
  if (known === undefined) return [];
  const options = cell.options as CellOptions<'table' | 'quadrants'>;
  const named =
    'by' in options
      ? [options.by, options.item, ...options.detail.map(one => (typeof one === 'string' ? one : one.id))]
      : [
          ...columnIds(options),
          ...(options.order ?? []).map(orderedColumn),
          ...[options.recorded ?? [], options.leftOut ?? []].flat(),
          ...columnsAcross(options),
          ...Object.entries(options.differences ?? {}).flatMap(([id, { from, to, causes }]) => [
            id,
            from,
            to,
            ...causes,
          ]),
        ];
  return [
    ...named.flatMap(id =>
      known.has(id) ? [] : [unknown('notebook/unknown-column', 'column', id, known, here)],
    ),
    ...('by' in options ? [] : [...rowFigures(options), ...Object.values(options.totalOf ?? {})]).flatMap(
      id =>
        isFigureOf(id, figures) ? [] : [unknown('notebook/unknown-figure', 'figure', id, figures, here)],
    ),
  ];
};

/** Whether the figures of rows exist: `*` stands for what the cell of a row holds. */
const isFigureOf = (pattern: string, figures: Ids): boolean => {
  const [before = '', after = ''] = pattern.split('*');
  return pattern.includes('*')
    ? isAny(figures, id => id.startsWith(before) && id.endsWith(after))
    : figures.has(pattern);
};

/** Ids that nobody promised are listed last, at some cost. */
const isAny = (ids: Ids, test: (id: string) => boolean): boolean => {
  for (const id of ids) if (test(id)) return true;
  return false;
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

export const claimLabel = (cell: Cell, labels: Set<string>): Diagnostic[] => {
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
