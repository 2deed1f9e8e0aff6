import type { Table, TableCell, TableColumn, TableRow } from '../document/model.ts';
import { columnWidths } from './column-widths.ts';
import { Markup } from './markup.ts';
import type { CellView, GridView } from './page-model.ts';

/** From this many rows on, every fifth line is stronger, so that the eye keeps its row. */
const rowsWithRhythm = 10;

/**
 * @param labelledBy id of the caption
 * @param room width of the table in print, in millimetres
 */
export const gridView = (table: Table, labelledBy: string, room: number): GridView => {
  const widths = columnWidths(table, room);
  const detailed = table.rows.some(row => row.cells.some(cell => cell.detail !== undefined));
  const grouped = table.rows.some(row => row.kind === 'group');
  const long = table.rows.length >= rowsWithRhythm;
  const runs = long && table.rows.some((_, index) => continues(table.rows, index));
  return {
    labelledBy,
    classes: classes('data', {
      detailed,
      rhythm: long && !runs && !grouped && !detailed,
    }),
    columns: table.columns.map((column, index) => ({
      title: column.title,
      classes: column.align === 'right' ? 'number' : '',
      style: styleOf(widths[index]),
    })),
    widths: widths.some(width => width !== undefined),
    groups: table.groups,
    rows: table.rows.map((row, index) =>
      rowView(row, table.columns, runs && !continues(table.rows, index + 1)),
    ),
    footnotes: table.footnotes.map(note => new Markup(note)),
  };
};

const styleOf = (width: number | undefined): string => (width === undefined ? '' : `width:${round(width)}mm`);

const round = (millimetres: number): number => Math.floor(millimetres * 100) / 100;

/** Whether a row goes on with what the one before it is about: then lines part what belongs together from the rest. */
const continues = (rows: readonly TableRow[], index: number): boolean => {
  const [before, row] = [rows[index - 1], rows[index]];
  const name = row?.cells[0]?.text ?? '';
  return row?.kind === 'data' && before?.kind === 'data' && name !== '' && name === before.cells[0]?.text;
};

/** @param ends whether it is the last row about its subject, in a table with several rows about one */
const rowView = (
  row: TableRow,
  columns: readonly TableColumn[],
  ends: boolean,
): GridView['rows'][number] => ({
  classes: classes(row.kind === 'data' ? '' : row.kind, { strong: row.strong, ends }),
  row: row.row,
  of: row.of === undefined ? undefined : String(row.of),
  cells:
    row.kind === 'group'
      ? groupCells(row, columns.length)
      : row.cells.map((cell, i) => cellView(cell, columns[i])),
});

/** The title of a group goes across; its other cells, if any, keep their columns. */
const groupCells = (row: TableRow, width: number): CellView[] => {
  const [first] = row.cells;
  if (first === undefined) return [];
  return [{ ...cellView({ ...first, head: true }, undefined), scope: 'rowgroup', span: width }];
};

const cellView = (cell: TableCell, column: TableColumn | undefined): CellView => ({
  // Chromium leaves an empty cell out of the tags, and the row is then too short for PDF/UA: a no-break space keeps it.
  // One with a graphic that only who sees it needs counts as empty; the template gives it the space.
  text: cell.text === '' && cell.graphic === undefined ? '\u00a0' : cell.text,
  graphic: cell.graphic === undefined ? undefined : new Markup(cell.graphic),
  figure: cell.figure,
  head: cell.head,
  scope: 'row',
  span: undefined,
  classes: classes(cell.tone ?? '', {
    number: column?.align === 'right',
    graphic: cell.graphic !== undefined,
  }),
  detail: cell.detail,
  language: cell.language,
});

/** A class list: the base, and each name whose condition holds. */
export const classes = (base: string, conditions: Readonly<Record<string, boolean>>): string =>
  [base, ...Object.keys(conditions).filter(name => conditions[name])].filter(name => name !== '').join(' ');
