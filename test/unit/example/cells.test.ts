import { expect, test } from 'vitest';
import { type Column, figureOfCell, type Row, type Series } from '../../../src/model/series.ts';
import { analysis } from './example.ts';

/** Every cell of every series of the example that names its figure. */
const cells = [...analysis.series.values()].flatMap(({ id, columns, rows }) =>
  rows.flatMap((row, index) =>
    columns.flatMap(column => {
      const figure = figureOfCell(column, row);
      return figure === undefined
        ? []
        : [{ place: `${id}[${index}].${column.id}`, figure, cell: row[column.id] }];
    }),
  ),
);

test('a cell that names a figure shows its value, so that the reader can ask where it comes from', () => {
  expect(cells.length).toBeGreaterThan(20);
  const wrong = cells.filter(({ figure, cell }) => {
    const known = analysis.figures.get(figure);
    return known === undefined || (known.value ?? null) !== cell;
  });
  expect(wrong).toEqual([]);
});

/** Columns of numbers and of words that say something computed or recorded, not what the row is about. */
const telling = ({ columns }: Series): readonly Column[] =>
  columns.filter(
    (column, index) =>
      column.kind === 'measure' || (column.kind === 'term' && !isLabel(column, index, columns)),
  );

const isLabel = ({ id }: Column, index: number, columns: readonly Column[]): boolean =>
  index === 0 || columns.some(({ figure }) => figure?.includes(`{${id}}`));

const isExplained = (series: Series, column: Column, row: Row, index: number): boolean =>
  (row[column.id] ?? null) === null ||
  figureOfCell(column, row) !== undefined ||
  (series.rowInputs?.[index] ?? []).length > 0;

const unexplainedColumns = (series: Series): readonly string[] =>
  telling(series)
    .filter(column => series.rows.some((row, index) => !isExplained(series, column, row, index)))
    .map(column => `${series.id.replace(/^(account|kam)\.[^.]+/, '$1.*')}: ${column.id}`);

test('every number and every word of a table names its figure, or its row what it was made from', () => {
  const found = new Set([...analysis.series.values()].flatMap(unexplainedColumns));
  expect([...found]).toEqual([]);
});
