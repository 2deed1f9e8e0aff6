import { expect, it } from 'vitest';
import { textWidth } from '../../../src/charts/text-width.ts';
import type { Table } from '../../../src/document/model.ts';
import { columnWidths } from '../../../src/render/column-widths.ts';

const tableOf = (
  columns: readonly { readonly title: string; readonly align?: 'left' | 'right'; readonly width?: number }[],
  ...rows: readonly (readonly string[])[]
): Table => ({
  columns: columns.map((column, index) => ({ id: `c${index}`, align: 'left', ...column })),
  rows: rows.map(cells => ({
    kind: 'data',
    strong: false,
    cells: cells.map(text => ({ text, head: false })),
  })),
  footnotes: [],
});

const total = (widths: readonly (number | undefined)[]): number =>
  widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);

it('keeps declared widths that hold every word', () => {
  const table = tableOf(
    [{ title: 'Name', width: 40 }, { title: 'Status', width: 30 }, { title: 'Rest' }],
    ['a', 'b', 'c'],
  );
  expect(columnWidths(table, 176)).toEqual([40, 30, undefined]);
});

it('widens a column for its longest word, at the expense of the others', () => {
  const word = 'Responsabilidades';
  const narrow = tableOf(
    [
      { title: 'A', width: 90 },
      { title: 'B', width: 80 },
      { title: 'C', width: 6 },
    ],
    ['a', 'b', word],
  );
  const widths = columnWidths(narrow, 176);
  expect(widths[2]).toBeGreaterThan((textWidth(word, 8) * 25.4) / 72);
  expect(total(widths)).toBeLessThanOrEqual(176 + 1e-9);
});

it('never asks for more than the table has, whatever its words', () => {
  const words = Array.from({ length: 12 }, (_, index) => 'Unteilbareswort'.repeat(1 + (index % 4)));
  const table = tableOf(
    words.map(() => ({ title: 'Überschrift', width: 10 })),
    words,
  );
  expect(total(columnWidths(table, 176))).toBeCloseTo(176, 6);
});

it('leaves numbers whole, which never break', () => {
  const table = tableOf([{ title: 'N', width: 4, align: 'right' }, { title: 'Rest' }], ['1.234.567,89', 'x']);
  expect(columnWidths(table, 100)[0]).toBeGreaterThan((textWidth('1.234.567,89', 8) * 25.4) / 72);
});
