import { expect, test } from 'vitest';
import { figureOfCell } from '../../../src/model/series.ts';
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
