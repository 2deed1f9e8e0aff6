import { roundToTotal } from '../locale/rounding.ts';
import type { Column, Row, Series } from '../model/series.ts';
import { type CellStyle, cellText, unitOf } from './cell-text.ts';
import type { TableCellOptions, TableColumnOption } from './cells.ts';
import type { BlockContext } from './context.ts';
import { type GraphicLook, graphicOf, isGraphic, showsNumber } from './graphics.ts';
import type { Table, TableCell, TableColumn, TableRow } from './model.ts';

type ColumnOption = Exclude<TableColumnOption, string>;

/** A column of the table: what the notebook asked for, joined with the column of the series. */
interface Chosen {
  readonly option: ColumnOption;
  readonly column: Column;
}

/** Builds a table from a series. Columns that the series does not have were refused when the notebook was checked. */
export const buildTable = (series: Series, options: TableCellOptions, context: BlockContext): Table => {
  const chosen = chooseColumns(series, options);
  const rows = chooseRows(series, options);
  const rounded = roundedColumns(chosen, rows, options);
  const groups = groupsOf(chosen, context);
  return {
    columns: chosen.map(one => tableColumn(one, context)),
    ...(groups === undefined ? {} : { groups }),
    rows: [
      ...rows.map((row, index) => dataRow(row, index, { series, chosen, options, rounded, rows, context })),
      ...(options.total === undefined ? [] : [totalRow(rows, chosen, options, context)]),
    ],
    footnotes: options.footnotes.map(note => context.markup(note)),
  };
};

export const columnIds = (options: Pick<TableCellOptions, 'columns'>): string[] =>
  (options.columns ?? []).map(column => (typeof column === 'string' ? column : column.id));

const chooseColumns = (series: Series, { columns }: TableCellOptions): Chosen[] => {
  const wanted: readonly TableColumnOption[] = columns ?? series.columns.map(({ id }) => id);
  return wanted.flatMap(wish => {
    const option: ColumnOption = typeof wish === 'string' ? { id: wish, as: 'text' } : wish;
    const column = series.columns.find(({ id }) => id === option.id);
    return column === undefined ? [] : [{ option, column }];
  });
};

const chooseRows = (series: Series, { where, limit }: TableCellOptions): readonly Row[] => {
  const kept = series.rows.filter(row =>
    Object.entries(where ?? {}).every(([id, value]) => row[id] === value),
  );
  return limit === undefined ? kept : kept.slice(0, limit);
};

const isNumeric = ({ column, option }: Chosen): boolean => column.kind === 'measure' && !isGraphic(option.as);

const tableColumn = ({ option, column }: Chosen, context: BlockContext): TableColumn => ({
  id: `${column.id}${isGraphic(option.as) ? `-${option.as}` : ''}`,
  title: option.title === undefined ? columnTitle(column, option, context) : context.plain(option.title),
  align: option.align ?? (isNumeric({ option, column }) ? 'right' : 'left'),
  ...(option.width === undefined ? {} : { width: option.width }),
});

/** The title from the locale, with the unit once in brackets where it is a percentage. */
const columnTitle = (column: Column, option: ColumnOption, { locale }: BlockContext): string => {
  const title = locale.t(`columns.${column.id}`);
  const isShare = column.kind === 'measure' && column.unit === 'share' && !isGraphic(option.as);
  return isShare && !title.includes('%') ? `${title} (%)` : title;
};

const groupsOf = (chosen: readonly Chosen[], context: BlockContext): Table['groups'] => {
  if (chosen.every(({ option }) => option.group === undefined)) return undefined;
  const groups: { title: string; span: number }[] = [];
  for (const { option } of chosen) {
    const title = option.group === undefined ? '' : context.plain(option.group);
    const last = groups.at(-1);
    if (last !== undefined && last.title === title) last.span += 1;
    else groups.push({ title, span: 1 });
  }
  return groups;
};

interface RowContext {
  readonly series: Series;
  readonly chosen: readonly Chosen[];
  readonly options: TableCellOptions;
  readonly rounded: ReadonlyMap<string, readonly (number | null)[]>;
  readonly rows: readonly Row[];
  readonly context: BlockContext;
}

const dataRow = (row: Row, index: number, all: RowContext): TableRow => {
  const headIndex = all.chosen.findIndex(({ column }) => column.kind !== 'measure' && column.kind !== 'flag');
  return {
    kind: 'data',
    strong: all.options.strong !== undefined && row[all.options.strong] === true,
    cells: all.chosen.map((one, position) =>
      dataCell(row, index, one, position === Math.max(0, headIndex), all),
    ),
  };
};

const dataCell = (row: Row, index: number, chosen: Chosen, head: boolean, all: RowContext): TableCell => {
  const { option, column } = chosen;
  const { context } = all;
  if (isGraphic(option.as)) return graphicCell(row, chosen, option.as, all);
  if (option.as === 'coverage') return { text: coverageText(row, context), head: false, tone: 'muted' };
  const exact = all.rounded.get(column.id)?.[index];
  const shown = exact === undefined ? row : { ...row, [column.id]: exact };
  const style = styleOf(option, exact === undefined ? all.options.scale : 1, all.options.scale);
  const text = cellText(shown[column.id], column, row, context, style);
  const tone = toneOf(option, row[column.id]);
  const detailColumn =
    option.detail === undefined ? undefined : all.series.columns.find(({ id }) => id === option.detail);
  const detail = detailColumn && cellText(row[detailColumn.id], detailColumn, row, context, style).text;
  return {
    ...text,
    head,
    ...(tone === undefined ? {} : { tone }),
    ...(detail === undefined ? {} : { detail }),
  };
};

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
    ? cellText(row[column.id], column, row, context, styleOf(option, options.scale, options.scale)).text
    : '';
  return { text, head: false, graphic: graphicOf(look, { row, rows, column, option, context }) };
};

/** A value that was rounded with its column is already divided; its precision is that of the divided column. */
const styleOf = (option: ColumnOption, scale: number, tableScale: number): CellStyle => {
  const precision = option.precision ?? (tableScale > 1 && scale === 1 ? 0 : undefined);
  return { scale, short: option.as === 'short', ...(precision === undefined ? {} : { precision }) };
};

const toneOf = (option: ColumnOption, value: unknown): TableCell['tone'] => {
  if (option.tone !== 'effect') return option.tone;
  if (typeof value !== 'number' || value === 0) return undefined;
  return value > 0 ? 'good' : 'bad';
};

/** Columns that are summed: their cells are rounded together, so that what is printed adds up. */
const roundedColumns = (
  chosen: readonly Chosen[],
  rows: readonly Row[],
  options: TableCellOptions,
): ReadonlyMap<string, readonly (number | null)[]> =>
  new Map(
    chosen.flatMap(({ column, option }) => {
      if (column.kind !== 'measure' || !(options.total ?? []).includes(column.id) || isGraphic(option.as))
        return [];
      const isMoney = column.unit.startsWith('money:');
      const divisor = isMoney ? options.scale : 1;
      const percent = column.unit === 'share' ? 2 : 0;
      const precision = (option.precision ?? (isMoney && options.scale > 1 ? 0 : column.precision)) + percent;
      const values = rows.map(row =>
        typeof row[column.id] === 'number' ? Number(row[column.id]) / divisor : null,
      );
      return [[column.id, roundToTotal(values, precision)] as const];
    }),
  );

const totalRow = (
  rows: readonly Row[],
  chosen: readonly Chosen[],
  options: TableCellOptions,
  context: BlockContext,
): TableRow => {
  const headIndex = Math.max(
    0,
    chosen.findIndex(({ column }) => column.kind !== 'measure' && column.kind !== 'flag'),
  );
  return {
    kind: 'total',
    strong: true,
    cells: chosen.map(({ column, option }, position) => {
      if (position === headIndex) return { text: context.locale.t('interface.total'), head: true };
      if (column.kind !== 'measure' || isGraphic(option.as) || !(options.total ?? []).includes(column.id))
        return { text: '', head: false };
      const sum = rows.reduce(
        (total, row) => total + (typeof row[column.id] === 'number' ? Number(row[column.id]) : 0),
        0,
      );
      const { unit, precision } = unitOf(column, {});
      const style = styleOf(option, options.scale, options.scale);
      return { text: cellText(sum, { ...column, unit, precision }, {}, context, style).text, head: false };
    }),
  };
};
