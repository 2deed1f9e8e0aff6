import { withFullStop } from '../locale/sentence.ts';
import { type Cell, type Column, figureOfCell, type Row, type Series } from '../model/series.ts';
import { type CellStyle, type CellText, cellText } from './cell-text.ts';
import type { TableCellOptions } from './cells.ts';
import type { BlockContext } from './context.ts';
import { escapeMarkup } from './escape.ts';
import { type GraphicLook, graphicOf, isGraphic, pinKey, showsNumber } from './graphics.ts';
import type { Table, TableCell, TableColumn, TableRow } from './model.ts';
import { showFigure, showRow } from './shown.ts';
import { gridOf } from './table-across.ts';
import {
  type Chosen,
  type ColumnOption,
  chooseColumns,
  headIndexOf,
  isRecorded,
  type TableOptions,
} from './table-columns.ts';
import { printedDifferences } from './table-differences.ts';
import { columnTitle, groupsOf } from './table-heads.ts';
import { emptyRowsNote, headText, notRecordedNote, roundingNote } from './table-notes.ts';
import { type ChosenRows, chooseRows } from './table-rows.ts';
import { hasLongNumbers, restRow, roundedColumns, styleOf, totalRow } from './table-totals.ts';

/**
 * Builds a table from a series. Columns that the series does not have were refused when the notebook was checked.
 * @param choice rows to show; those that the options ask for when absent
 */
export const buildTable = (
  written: Series,
  cell: TableCellOptions,
  context: BlockContext,
  choice?: ChosenRows,
): Table => {
  const { series, options, places } = gridOf(written, cell, context);
  const wanted = chooseColumns(series, options);
  const head = wanted[headIndexOf(wanted)]?.column.id;
  const { rows, rest, without } = choice ?? chooseRows(series, options, context.collected.named, head);
  const chosen = wanted.filter(one => isRecorded(one, rows));
  const { rounded: summed, adjusted } = roundedColumns(chosen, rows, rest, options);
  const rounded = printedDifferences({ rows, chosen, options, rounded: summed });
  const grouped = hasLongNumbers(chosen, rows, rest, options);
  const groups = groupsOf(chosen, context);
  const rowInputs = once(() => series.rowInputs);
  const sums = { rows, rest, chosen, options, rounded, grouped, context };
  return {
    columns: withRoom(
      chosen.map(one => tableColumn(one, context, detailTitle(one, series, rows, context))),
      chosen.length < wanted.length ? widestText(chosen) : undefined,
    ),
    ...(groups === undefined ? {} : { groups }),
    rows: [
      ...rows.map((row, index) =>
        dataRow(row, index, { series, rowInputs, places, chosen, options, rounded, grouped, rows, context }),
      ),
      ...(rest.length === 0 ? [] : [restRow(sums)]),
      ...(options.total === undefined || rows.length + rest.length < 2 ? [] : [totalRow(sums)]),
    ],
    footnotes: [
      ...chosen.flatMap(({ option, column }) =>
        option.as === 'pin' ? (pinKey(column.id, rows, context) ?? []) : [],
      ),
      ...(options.leftOut === undefined
        ? []
        : emptyRowsNote(without, wanted, series, options.leftOut, context)),
      ...notRecordedNote(
        options.leftOut === undefined ? without.map(row => headText(row, wanted, context)) : [],
        wanted
          .filter(one => !chosen.includes(one) && one.option.quiet !== true)
          .map(one => tableColumn(one, context).title),
        series,
        context,
      ),
      ...reasonNotes(rows, chosen, context),
      ...options.footnotes.map(note => context.markup(note)).filter(note => note.trim() !== ''),
      ...(adjusted ? roundingNote(context) : []),
    ],
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

export const columnIds = (options: Pick<TableCellOptions, 'columns'>): string[] =>
  (options.columns ?? []).map(column => (typeof column === 'string' ? column : column.id));

/** The figures, with `*`, that columns name for their rows. */
export const rowFigures = ({ columns }: Pick<TableCellOptions, 'columns'>): string[] =>
  (columns ?? []).flatMap(column => (typeof column === 'string' ? [] : (column.figure ?? [])));

const isNumeric = ({ column, option }: Chosen): boolean => column.kind === 'measure' && !isGraphic(option.as);

/** @param below title of what stands below the texts of the column */
const tableColumn = ({ option, column }: Chosen, context: BlockContext, below?: string): TableColumn => ({
  id: `${column.id}${isGraphic(option.as) ? `-${option.as}` : ''}`,
  title:
    option.heading ??
    (option.title === undefined
      ? [columnTitle(column, option, context), ...(below === undefined ? [] : [below])].join(' · ')
      : context.plain(option.title)),
  align: option.align ?? (isNumeric({ option, column }) ? 'right' : 'left'),
  ...(option.width === undefined ? {} : { width: option.width }),
});

/** The head names what the second lines of a column say, where there are any. */
const detailTitle = (
  { option }: Chosen,
  series: Series,
  rows: readonly Row[],
  { locale }: BlockContext,
): string | undefined => {
  const below = series.columns.find(({ id }) => id === option.detail);
  if (below === undefined || !rows.some(row => hasText(row[below.id], below))) return undefined;
  const key = `columns.${below.id}`;
  return locale.has(key) ? locale.t(key) : undefined;
};

/** The column of words that was given most room. */
const widestText = (chosen: readonly Chosen[]): Chosen['column'] | undefined =>
  chosen
    .filter(one => !isNumeric(one) && !isGraphic(one.option.as) && one.option.width !== undefined)
    .sort((a, b) => (b.option.width ?? 0) - (a.option.width ?? 0))[0]?.column;

/** The room of columns that are left out goes to one of the others, so that the rest stay as they are. */
const withRoom = (columns: readonly TableColumn[], growing: Chosen['column'] | undefined): TableColumn[] =>
  columns.map(column => {
    const { width, ...rest } = column;
    return column.id === growing?.id ? rest : column;
  });

interface RowContext {
  readonly series: Series;
  /** What its rows were made from; many series list it anew each time that somebody reads it. */
  readonly rowInputs: () => Series['rowInputs'];
  /** Where each row stands in the series. */
  readonly places: ReadonlyMap<Row, number>;
  readonly chosen: readonly Chosen[];
  readonly options: TableOptions;
  readonly rounded: ReadonlyMap<string, readonly (number | null)[]>;
  readonly grouped: boolean;
  readonly rows: readonly Row[];
  readonly context: BlockContext;
}

const dataRow = (row: Row, index: number, all: RowContext): TableRow => {
  const head = headIndexOf(all.chosen);
  const cells = all.chosen.map((one, position) => dataCell(row, index, one, position === head, all));
  const shown = cells.every(cell => cell.head || cell.figure !== undefined)
    ? undefined
    : showRow(all.context, all.series.id, all.rowInputs(), all.places.get(row) ?? 0, cells[head]?.text ?? '');
  return {
    kind: 'data',
    strong: all.options.strong !== undefined && row[all.options.strong] === true,
    ...(shown === undefined ? {} : { row: shown }),
    cells,
  };
};

const dataCell = (row: Row, index: number, chosen: Chosen, head: boolean, all: RowContext): TableCell => {
  const { option, column } = chosen;
  const { context } = all;
  if (isGraphic(option.as)) return graphicCell(row, chosen, option.as, all);
  const exact = all.rounded.get(column.id)?.[index];
  const shown = exact === undefined ? row : { ...row, [column.id]: exact };
  const isDivided = exact !== undefined && column.kind === 'measure' && column.unit.startsWith('money:');
  const style = styleOf(option, isDivided ? 1 : all.options.scale, all.options, all.grouped);
  const text = isVoid(row, chosen) ? { text: '' } : textOf(shown, chosen, style, context);
  const figure = figureOfCell(column, row);
  const explainable = figure === undefined ? undefined : showFigure(context, figure);
  const tone = option.as === 'coverage' ? 'muted' : toneOf(option, row[column.id], text.text);
  const detail =
    option.interval === true ? intervalText(row, chosen, all) : detailText(row, chosen, all.series, context);
  return {
    ...text,
    ...(isHint(row, chosen, context) ? { text: `${text.text}*` } : {}),
    head,
    ...(explainable === undefined ? {} : { figure: explainable.id }),
    ...(tone === undefined ? {} : { tone }),
    ...(detail === undefined ? {} : { detail }),
  };
};

const textOf = (row: Row, { option, column }: Chosen, style: CellStyle, context: BlockContext): CellText =>
  option.as === 'coverage'
    ? { text: coverageText(row, context) }
    : cellText(row[column.id], column, row, context, style);

/** Whether the row has nothing to do with the column, which is not the same as a value that is missing. */
const isVoid = (row: Row, { option, column }: Chosen): boolean =>
  option.sparse === true && row[column.id] === undefined;

/** Whether the cell is to be marked because its figure rests on a small sample. */
const isHint = (row: Row, { option, column }: Chosen, { analysis }: BlockContext): boolean => {
  if (option.starred !== true || row[column.id] === null) return false;
  const figure = figureOfCell(column, row);
  return (figure === undefined ? row.smallSample : analysis.figures.get(figure)?.smallSample) === true;
};

/** What stands below the text of a cell: why the figure of the row has no value, else the text of another column. */
const detailText = (
  row: Row,
  { option, column }: Chosen,
  series: Series,
  context: BlockContext,
): string | undefined => {
  const reason = reasonOf(row, { option, column }, context);
  if (reason !== undefined && option.reason !== 'note') return reason;
  const below = series.columns.find(({ id }) => id === option.detail);
  if (below === undefined || !hasText(row[below.id], below)) return undefined;
  return cellText(row[below.id], below, row, context, { scale: 1, short: false }).text;
};

/** "4,6 a 69,9", in the unit of the cell. */
const intervalText = (row: Row, chosen: Chosen, all: RowContext): string | undefined => {
  const { column, option } = chosen;
  const { context, options } = all;
  const figure = figureOfCell(column, row);
  const interval = figure === undefined ? undefined : context.analysis.figures.get(figure)?.interval;
  if (interval === undefined || row[column.id] === null) return undefined;
  const style = styleOf(option, options.scale, options, all.grouped);
  const bound = (value: number): string => cellText(value, column, row, context, style).text;
  return context.locale.t('interface.span', { low: bound(interval.low), high: bound(interval.high) });
};

/** Why the figure that a column names for its row has no value; undefined where it has one, or the column names none. */
const reasonOf = (row: Row, { option, column }: Chosen, context: BlockContext): string | undefined => {
  if (option.figure === undefined) return undefined;
  const figure = context.analysis.figures.get(rowFigure(option.figure, row[column.id]));
  return figure?.unavailable === undefined ? undefined : context.locale.reason(figure.unavailable);
};

/** "Alto Magro: …", a note for each reason, where columns want theirs below the table. */
const reasonNotes = (
  rows: readonly Row[],
  chosen: readonly Chosen[],
  context: BlockContext,
): readonly string[] =>
  chosen
    .filter(({ option }) => option.reason === 'note')
    .flatMap(one => {
      const names = new Map<string, string[]>();
      for (const row of rows) {
        const reason = reasonOf(row, one, context);
        if (reason === undefined) continue;
        const { text } = cellText(row[one.column.id], one.column, row, context, { scale: 1, short: true });
        names.set(reason, [...(names.get(reason) ?? []), text]);
      }
      return [...names].map(([reason, which]) =>
        escapeMarkup(withFullStop(`${context.locale.list(which)}: ${reason}`)),
      );
    });

/** Whether there is something to print below: where nothing is recorded, only a word that the column has for it. */
const hasText = (cell: Cell | undefined, column: Column): boolean =>
  (cell !== null && cell !== undefined && cell !== '') || ('absent' in column && column.absent !== undefined);

const rowFigure = (pattern: string, cell: Cell | undefined): string => pattern.replace('*', String(cell));

/** "41 de 58", with an asterisk where the sample is small. */
const coverageText = (row: Row, { locale }: BlockContext): string => {
  const { n, of, smallSample } = row;
  if (typeof n !== 'number') return '–';
  const text = typeof of === 'number' ? locale.t('interface.coverage', { n, of }) : String(n);
  return smallSample === true ? `${text}*` : text;
};

const graphicCell = (row: Row, { option, column }: Chosen, look: GraphicLook, all: RowContext): TableCell => {
  const { context, rows, options } = all;
  const text = showsNumber(look)
    ? cellText(row[column.id], column, row, context, styleOf(option, options.scale, options, all.grouped))
        .text
    : '';
  const alike = all.chosen.filter(one => one.option.as === look).map(one => one.column);
  const detail = detailText(row, { option, column }, all.series, context);
  return {
    text,
    head: false,
    graphic: graphicOf(look, { row, rows, alike, column, option, context }),
    ...(detail === undefined ? {} : { detail }),
  };
};

/** An effect that is printed as zero is neither good nor bad. */
const toneOf = (option: ColumnOption, value: unknown, printed: string): TableCell['tone'] => {
  if (option.tone !== 'effect') return option.tone;
  if (typeof value !== 'number' || !/[1-9]/.test(printed)) return undefined;
  return value > 0 ? 'good' : 'bad';
};
