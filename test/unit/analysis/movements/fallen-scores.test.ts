import { expect, it } from 'vitest';
import { movements } from '../../../../src/analysis/methods/movements.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const key = [{ from: '2024-Q1' }];
const rated = (before: readonly [number, number], after: readonly [number, number]) => ({
  key,
  ratings: { '2026-Q2': { a: before[0], b: before[1] }, '2026-Q3': { a: after[0], b: after[1] } },
});
const found = (accounts: NonNullable<WorkspaceInput['accounts']>) =>
  runMethod(movements, {
    accounts,
    scoring: {
      criteria: [
        { id: 'a', name: 'Potential', weight: 1 },
        { id: 'b', name: 'Fit', weight: 1 },
      ],
    },
  }).finding('account.score-falls');

it('names the criterion that cost a key account most, and the places it lost', () => {
  const params = found({ x: rated([8, 6], [4, 5]), y: rated([6, 6], [6, 6]) })?.params;
  expect(params).toMatchObject({
    change: { value: 2.5 },
    places: { text: 'lost' },
    rankBefore: { value: 1 },
    rank: { value: 2 },
    criterion: { text: 'Potential' },
    before: { value: 8 },
    after: { value: 4 },
  });
});

it('says nothing of a score that rose or stayed', () => {
  expect(found({ x: rated([4, 5], [8, 6]), y: rated([6, 6], [6, 6]) })).toBeUndefined();
});
