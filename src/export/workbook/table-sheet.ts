import type { Locale } from '../../locale/locale.ts';
import type { Unit } from '../../model/figure.ts';
import { daysBetween } from '../../model/period.ts';
import type { ExportColumn, ExportTable, Value } from '../table.ts';
import { isSame, type LiveModel } from './live-model.ts';
import { dateFormat, numberFormat } from './number-format.ts';
import { letters, reference, type Sheet, type SheetCell } from './sheet.ts';

export interface TableLayout {
  readonly name: string;
  /** Columns to sum below the rows. */
  readonly totals: ReadonlySet<string>;
  /** Figures that cells show and that are computed in the workbook. */
  readonly model: LiveModel;
  readonly locale: Locale;
}

/** A table as people read it: formats by unit, cells that follow from figures as formulas, totals below. */
export const tableSheet = (table: ExportTable, layout: TableLayout): Sheet => {
  const rows = table.rows.map((row, index) => row.map((_, column) => cellOf(table, index, column, layout)));
  const total = totalRow(table, rows, layout);
  return {
    name: layout.name,
    columns: table.columns.map((column, index) => ({
      title: column.unit === 'points' ? `${column.title} (${layout.locale.t('units.points')})` : column.title,
      width: widthOf(column, index, table),
      numeric: column.kind === 'number',
    })),
    rows: total === undefined ? rows : [...rows, total],
    frozen: 1,
    filtered: rows.length,
  };
};

/** Shares of points print as a hundred times what they are: spreadsheets have no format for percentage points. */
const hundredfold = (unit: Unit): boolean => unit === 'points';

const cellOf = (table: ExportTable, row: number, column: number, layout: TableLayout): SheetCell => {
  const head = table.columns[column];
  const value = table.rows[row]?.[column] ?? null;
  if (head === undefined || value === null) return { value: null };
  if (head.kind === 'date' && typeof value === 'string') return dayCell(value, layout.locale);
  if (typeof value === 'boolean') return { value: layout.locale.t(value ? 'interface.yes' : 'interface.no') };
  if (typeof value !== 'number') return { value };
  const unit = head.unit ?? ownUnit(table.rows[row]?.[column + 1]);
  const format = numberFormat(unit, head, layout.locale);
  const by = hundredfold(unit) ? 100 : 1;
  const figure = table.figures?.[row]?.[column];
  const place = figure === undefined ? undefined : layout.model.placeOf(figure);
  const known = figure === undefined ? undefined : layout.model.numberOf(figure);
  if (place === undefined || known === undefined || !isSame(known, value))
    return { value: value * by, format };
  return { value: value * by, format, formula: by === 1 ? reference(place) : `${reference(place)}*${by}` };
};

/** The unit that stands in the column beside a value. */
const ownUnit = (beside: Value | undefined): Unit =>
  typeof beside === 'string' ? (beside as Unit) : 'index';

const firstDay = '1899-12-30';

/** A day as spreadsheets count it; what is no day, such as the month of a date, stays text. */
const dayCell = (value: string, locale: Locale): SheetCell =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && value > '1900-03-01'
    ? { value: daysBetween(firstDay, value), format: dateFormat(locale) }
    : { value };

const totalRow = (
  { columns, rows }: ExportTable,
  cells: readonly (readonly SheetCell[])[],
  { totals, locale }: TableLayout,
): readonly SheetCell[] | undefined => {
  const isSummed = columns.map(({ id, kind }) => kind === 'number' && totals.has(id));
  if (rows.length < 2 || !isSummed.includes(true)) return undefined;
  const label = isSummed.indexOf(false);
  return columns.map((_, column): SheetCell => {
    if (column === label) return { value: locale.t('interface.total'), look: 'total' };
    const values = cells.flatMap(row => (typeof row[column]?.value === 'number' ? [row[column].value] : []));
    const format = cells.find(row => row[column]?.format !== undefined)?.[column]?.format;
    if (isSummed[column] !== true || values.length === 0) return { value: null, look: 'total' };
    return {
      value: values.reduce((sum, value) => sum + value, 0),
      formula: `SUM(${letters(column)}2:${letters(column)}${rows.length + 1})`,
      look: 'total',
      ...(format === undefined ? {} : { format }),
    };
  });
};

const [narrowest, widest] = [9, 52];

/** Room for what stands in a column, longer texts in several lines. */
const widthOf = ({ title, kind }: ExportColumn, index: number, { rows }: ExportTable): number => {
  const words = Math.max(...title.split(/\s+/).map(word => word.length)) + 3;
  const cells = rows.map(row => lengthOf(row[index] ?? null, kind));
  return Math.min(widest, Math.max(narrowest, words, ...cells.map(length => length + 2)));
};

const lengthOf = (value: Value, kind: ExportColumn['kind']): number => {
  if (value === null) return 0;
  if (typeof value === 'number') return Math.max(8, String(Math.round(Math.abs(value))).length * 1.35 + 4);
  return kind === 'date' ? 12 : String(value).length;
};
