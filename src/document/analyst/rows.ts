import type { Cell, Column, Row, Series } from '../../model/series.ts';

/** Ends the name of the field that says in words what a column holds as a code: `account`, `accountText`. */
const textEnding = 'Text';

/**
 * The rows of a series for a chart that an analyst wrote: as `cuentas analyze --json` gives them, so that filters work in
 * every language, and beside each column of codes, names, dates and texts a field with what a table prints there. A text that
 * its author wrote in several languages is the reader's own in both: a picture could print nothing but "[object Object]".
 * `of` is the place of a row, from 0: a mark that has it is explained like those of the product's own charts.
 * @param print what a table prints in a cell
 */
export const analystRows = (
  { columns, rows }: Series,
  print: (cell: Cell | undefined, column: Column, row: Row) => string,
): readonly Row[] => {
  const worded = columns.filter(isWorded);
  return rows.map((row, of) => ({
    ...row,
    ...Object.fromEntries(
      worded.flatMap(column => {
        const cell = row[column.id];
        const text = print(cell, column, row);
        return [[column.id + textEnding, text], ...(isInLanguages(cell) ? [[column.id, text]] : [])];
      }),
    ),
    of,
  }));
};

const isInLanguages = (cell: Cell | undefined): boolean => typeof cell === 'object' && cell !== null;

const isWorded = ({ kind }: Column): boolean => kind !== 'measure' && kind !== 'flag';

/** Fields of these rows, given the ids of the columns of their series. */
export const analystFields = (columns: Iterable<string>): ReadonlySet<string> =>
  new Set([...[...columns].flatMap(id => [id, id + textEnding]), 'of']);

/** The column that a field shows, as a code or in words. */
export const columnOfField = (field: string): string =>
  field.endsWith(textEnding) ? field.slice(0, -textEnding.length) : field;
