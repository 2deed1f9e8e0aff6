import { expect, it } from 'vitest';
import type { Table, TableRow } from '../../../src/document/model.ts';
import { gridView } from '../../../src/render/page-grid.ts';

const row = (name: string): TableRow => ({
  kind: 'data',
  strong: false,
  cells: [{ text: name, head: true }],
});
const table = (names: readonly string[]): Table => ({
  columns: [{ id: 'phase', title: 'Fase', align: 'left' }],
  rows: names.map(row),
  footnotes: [],
});
const view = (names: readonly string[]) => gridView(table(names), 'caption', 100);

it('parts the rows of a long table where its subject changes, and every fifth one only where each row has its own', () => {
  const grouped = view(['A', 'A', 'A', 'B', 'B', 'B', 'B', 'C', 'C', 'C']);
  expect(grouped.classes).not.toContain('rhythm');
  expect(grouped.rows.flatMap(({ classes }, index) => (classes.includes('ends') ? [index] : []))).toEqual([
    2, 6, 9,
  ]);
  const plain = view([...'ABCDEFGHIJ']);
  expect(plain.classes).toContain('rhythm');
  expect(plain.rows.some(({ classes }) => classes.includes('ends'))).toBe(false);
});
