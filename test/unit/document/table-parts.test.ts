import { expect, it } from 'vitest';
import { type Chosen, chooseColumns } from '../../../src/document/table-columns.ts';
import { roundedColumns } from '../../../src/document/table-totals.ts';
import type { Row, Series } from '../../../src/model/series.ts';

const series: Series = {
  id: 'programme.phase.signals',
  columns: [
    { id: 'phase', kind: 'term', vocabulary: 'phase' },
    { id: 'contribution', kind: 'measure', unit: 'index', precision: 2 },
  ],
  rows: [],
  inputs: [],
};
const options = {
  scale: 1,
  footnotes: [],
  wide: false,
  partsOf: { contribution: 'phase' },
} as const;
const chosen: readonly Chosen[] = chooseColumns(series, { ...options, footnotes: [] });
const rowsOf = (phase: string, parts: readonly number[]): Row[] =>
  parts.map(contribution => ({ phase, contribution }));

it('rounds the parts of each whole together, so that they add up as they are printed', () => {
  // 0.455 is printed 0.46; each part rounded alone would add up to 0.47.
  const rows = [...rowsOf('uncertainty', [0.125, 0.125, 0.205]), ...rowsOf('momentum', [0.027, 0.035])];
  const printed = roundedColumns(chosen, rows, [], { ...options, footnotes: [] }).rounded.get('contribution');
  expect(printed?.slice(0, 3)).toEqual([0.13, 0.13, 0.2]);
  expect(printed?.slice(3, 5)).toEqual([0.03, 0.03]);
});

it('leaves columns alone that are neither summed nor parts', () => {
  const { partsOf: _, ...plain } = options;
  expect(
    roundedColumns(chosen, rowsOf('momentum', [0.005]), [], { ...plain, footnotes: [] }).rounded.size,
  ).toBe(0);
});
