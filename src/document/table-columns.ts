import type { Column, Row, Series } from '../model/series.ts';
import type { TableCellOptions } from './cells.ts';
import type { TableColumnOption } from './table-options.ts';

export type ColumnOption = Exclude<TableColumnOption, string> & {
  /** Its title, where that is text of the data and no option of the notebook. */
  readonly heading?: string;
  /** Whether rows may have nothing to do with it: they stay empty there, and it stays where all of them do. */
  readonly sparse?: boolean;
};

/** Options of a table, with the columns that come from its data. */
export type TableOptions = Omit<TableCellOptions, 'columns'> & {
  readonly columns?: readonly (string | ColumnOption)[] | undefined;
};

/** A column of the table: what the notebook asked for, joined with the column of the series. */
export interface Chosen {
  readonly option: ColumnOption;
  readonly column: Column;
}

export const chooseColumns = (series: Series, { columns }: TableOptions): Chosen[] => {
  const wanted: readonly (string | ColumnOption)[] = columns ?? series.columns.map(({ id }) => id);
  return wanted.flatMap(wish => {
    const option: ColumnOption = typeof wish === 'string' ? { id: wish, as: 'text' } : wish;
    const column = series.columns.find(({ id }) => id === option.id);
    return column === undefined ? [] : [{ option, column }];
  });
};

/** The column that names the rows: the first that is neither a number nor a yes or no. */
export const headIndexOf = (chosen: readonly Chosen[]): number =>
  Math.max(
    0,
    chosen.findIndex(({ column }) => column.kind !== 'measure' && column.kind !== 'flag'),
  );

/**
 * Whether anything is on record for a column. Numbers, words and texts only: where no row has a term or a date, that may
 * itself be the message, and so it may where a text says what its absence means.
 */
export const isRecorded = ({ column, option }: Chosen, rows: readonly Row[]): boolean => {
  if (option.sparse === true) return true;
  if (column.kind !== 'measure' && column.kind !== 'word' && column.kind !== 'text') return true;
  if (column.kind === 'text' && column.absent !== undefined) return true;
  return rows.some(({ [column.id]: cell }) => cell !== null && cell !== undefined && cell !== '');
};
