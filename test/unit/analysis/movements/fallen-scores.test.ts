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

it('names the criteria that moved a score its way, and who moved more because other criteria are rated', () => {
  const scores = (ratings: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
    runMethod(movements, {
      accounts: {
        x: { ratings: { '2026-Q2': { a: 8, b: 6 }, '2026-Q3': { a: 6, b: 5 } } },
        y: { ratings },
      },
      scoring: {
        criteria: [
          { id: 'a', name: 'Potential', shortName: 'Room', weight: 1 },
          { id: 'b', name: 'Fit', weight: 1 },
        ],
      },
    }).finding('movements.scores')?.params;
  expect(scores({ '2026-Q2': { a: 2 }, '2026-Q3': { a: 2, b: 9 } })).toMatchObject({
    account: { id: 'x' },
    cause: { text: 'ratings' },
    criteria: { texts: ['Room', 'Fit'] },
    passedOver: { text: 'yes' },
    passed: { id: 'y' },
    passedChange: { value: 3.5 },
  });
  expect(scores({ '2026-Q2': { a: 2, b: 2 }, '2026-Q3': { a: 2, b: 2 } })).toMatchObject({
    passedOver: { text: 'no' },
  });
});
