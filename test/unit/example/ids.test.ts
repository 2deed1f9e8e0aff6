import { expect, test } from 'vitest';
import { genericId } from '../../../src/analysis/generic-id.ts';
import { figureIds, figureMakers, seriesIds, seriesMakers } from '../../../src/analysis/ids.ts';
import { analysis } from './example.ts';

const made = (ids: Iterable<string>): string[] => [...new Set([...ids].map(genericId))].sort();
const kinds = [
  ['figure', figureIds, made(analysis.figures.keys())],
  ['series', seriesIds, made(analysis.series.keys())],
] as const;

test.each(kinds)('no %s that notebooks may name is lost', (_, promised, now) => {
  expect(promised.length).toBeGreaterThan(20);
  expect(promised.filter(id => !now.includes(id))).toEqual([]);
});

test.each(kinds)('every %s is promised: "npm run figure-ids" adds new ones', (_, promised, now) => {
  expect(now.filter(id => !promised.includes(id))).toEqual([]);
});

test('every id has one maker, the one that is named beside it', () => {
  const parts = [
    analysis.portfolio,
    ...analysis.scope.workspace.accounts.map(({ id }) => analysis.account(id)),
  ];
  const others = parts.flatMap(({ figures, makers }) => [
    ...[...figures.values()].filter(({ id, method }) => figureMakers.get(genericId(id)) !== method),
    ...[...makers].filter(([id, method]) => seriesMakers.get(genericId(id)) !== method),
  ]);
  expect(others).toEqual([]);
});
