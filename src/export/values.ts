import { cellText } from '../document/cell-text.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import type { Unit } from '../model/figure.ts';
import type { Cell, Column, Row } from '../model/series.ts';
import type { Audience, ExportColumn, Value, ValueKind } from './table.ts';

export interface Reader {
  readonly locale: Locale;
  readonly names: Names;
  readonly audience: Audience;
}

/** One column of a file, and how its value is read from a row of the series. */
export interface ValueColumn {
  readonly column: ExportColumn;
  read(row: Row): Value;
}

type Measure = Extract<Column, { kind: 'measure' }>;

/** The columns of a file that a column of a series becomes. @param rows decide whether units are named row by row */
export const valueColumns = (
  column: Column,
  rows: readonly Row[],
  reader: Reader,
): readonly ValueColumn[] => {
  if (column.kind === 'measure') return measureColumns(column, rows, reader);
  const kind = column.kind === 'flag' || column.kind === 'date' ? column.kind : 'text';
  const main = described(column, kind, reader);
  const read = (row: Row): Value => nameOf(row, column, reader);
  if (!isCode(column) || reader.audience === 'people') return [{ column: main, read }];
  return [
    { column: main, read: row => plain(row[column.id]) },
    { column: { ...main, id: `${column.id}-name` }, read },
  ];
};

const described = ({ id, kind }: Column, value: ValueKind, { locale }: Reader): ExportColumn => ({
  id,
  title: locale.t(`columns.${id}`),
  kind: value,
  precision: 0,
  signed: false,
  of: kind,
});

/** What is an id or a code in the data, and has a name beside it. */
const isCode = ({ kind }: Column): boolean =>
  kind === 'account' || kind === 'person' || kind === 'term' || kind === 'terms';

const plain = (cell: Cell | undefined): Value =>
  cell === undefined || cell === null || cell === '' || typeof cell === 'object' ? null : cell;

const measureColumns = (column: Measure, rows: readonly Row[], reader: Reader): readonly ValueColumn[] => {
  const read = (row: Row): Value => {
    const cell = row[column.id];
    return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
  };
  const main = {
    ...described(column, 'number', reader),
    precision: column.precision,
    signed: column.signed ?? false,
  };
  if (!rows.some(row => ownUnit(column, row) !== undefined))
    return [{ column: { ...main, unit: column.unit }, read }];
  const title = reader.locale.t('export.unitOf', { column: main.title });
  return [
    { column: main, read },
    {
      column: { ...main, id: `${column.id}-unit`, title, kind: 'text' },
      read: row => (read(row) === null ? null : (ownUnit(column, row) ?? column.unit)),
    },
  ];
};

/** The unit that a row gives to its value, where it gives one. */
const ownUnit = ({ id, unit }: Measure, row: Row): Unit | undefined => {
  const own = row[`${id}Unit`] ?? (unit === 'index' ? row.unit : undefined);
  return typeof own === 'string' ? (own as Unit) : undefined;
};

/** What people read in a cell that is no number; null where there is nothing, and no word for that. */
const nameOf = (row: Row, column: Exclude<Column, Measure>, { locale, names }: Reader): Value => {
  const cell = row[column.id];
  const isEmpty = cell === null || cell === undefined || cell === '';
  if (isEmpty && !('absent' in column && column.absent !== undefined)) return null;
  if (column.kind === 'flag') return cell === true;
  // Dates and periods stay as programs and spreadsheets know them.
  if (column.kind === 'date' || column.kind === 'period') return String(cell);
  const { text } = cellText(cell, column, row, { locale, names }, { scale: 1, short: false });
  return text.replaceAll(isolates, '');
};

/** Marks that hold names of another writing direction together on a page. */
const isolates = /[\u2066-\u2069]/g;
