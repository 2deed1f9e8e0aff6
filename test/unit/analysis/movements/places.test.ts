import { describe, expect, it } from 'vitest';
import { movements } from '../../../../src/analysis/methods/movements.ts';
import { pointsTableMethod } from '../../../../src/analysis/methods/points-table.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const quarter = (revenue: number, contribution = revenue / 2) => ({
  revenue,
  margin: contribution + 1,
  costToServe: 1,
});
const input: WorkspaceInput = {
  settings: { basis: 'quarter' },
  accounts: {
    first: {
      history: { '2026-Q2': quarter(300), '2026-Q3': quarter(300) },
      ratings: { '2026-Q2': { a: 9 }, '2026-Q3': { a: 9 } },
    },
    rises: {
      history: { '2026-Q2': quarter(100), '2026-Q3': quarter(250) },
      ratings: { '2026-Q2': { a: 2 }, '2026-Q3': { a: 8 } },
    },
    falls: {
      history: { '2026-Q2': quarter(200), '2026-Q3': quarter(200) },
      ratings: { '2026-Q2': { a: 5 }, '2026-Q3': { a: 5 } },
    },
    comes: { history: { '2026-Q3': quarter(10) } },
  },
  scoring: { criteria: [{ id: 'a', name: 'A', weight: 1 }] },
};

describe('places in the rankings', () => {
  const { rows } = runMethod(movements, input).series('portfolio.movements.places');

  it('say how many places an account gained or lost since the last quarter', () => {
    expect(rows).toMatchObject([
      { account: 'rises', revenueRank: 2, revenueClimb: 1, pointsRank: 2, pointsClimb: 1 },
      { account: 'falls', revenueRank: 3, revenueClimb: -1, pointsRank: 3, pointsClimb: -1 },
    ]);
  });

  it('leave out who kept its place everywhere, and who had none', () => {
    expect(rows.map(({ account }) => account)).not.toContain('first');
    expect(rows.map(({ account }) => account)).not.toContain('comes');
  });

  it('list who is judged otherwise than a quarter ago, though nobody passed them', () => {
    const before = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'];
    const year = before.map(period => [period, quarter(10, 1)]);
    const rowsWith = (contribution: number) =>
      runMethod(movements, {
        accounts: {
          turns: {
            since: '2015-01-01',
            history: { ...Object.fromEntries(year), '2026-Q3': quarter(10, contribution) },
          },
        },
      }).series('portfolio.movements.places').rows;
    expect(rowsWith(-9)).toMatchObject([
      { account: 'turns', verdictPrior: 'keep', rationalisation: 'let-go', contributionClimb: 0 },
    ]);
    expect(rowsWith(1)).toEqual([]);
  });

  it('stand in the points table, too', () => {
    const found = runMethod(pointsTableMethod, input);
    expect(found.figure('account.rises.score.rank-prior').value).toBe(3);
    expect(found.figure('account.comes.score.rank-prior').unavailable).toEqual({ code: 'no-earlier-score' });
    const ranking = found.series('portfolio.ranking').rows;
    expect(ranking.find(({ account }) => account === 'rises')).toMatchObject({ rankPrior: 3, rankClimb: 1 });
  });
});
