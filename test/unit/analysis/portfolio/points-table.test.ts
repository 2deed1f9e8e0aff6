import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsTableMethod } from '../../../../src/analysis/methods/points-table.ts';
import { transform } from '../../../../src/analysis/portfolio/derived-points.ts';
import { contributionOf, pointsTable } from '../../../../src/analysis/portfolio/points-table.ts';
import type { WorkspaceInput } from '../support.ts';
import { accountsWith, runMethod, scopeOf } from './fixture.ts';

const scale = { min: 1, max: 10 };
const criteria = [
  { id: 'volume', name: 'Volume', weight: 3 },
  { id: 'fit', name: 'Fit', weight: 1 },
];
const rated = (
  ratings: Readonly<Record<string, readonly (number | undefined)[]>>,
): WorkspaceInput['accounts'] =>
  Object.fromEntries(
    Object.entries(ratings).map(([id, points]) => [
      id,
      {
        ratings: {
          '2026-Q3': Object.fromEntries(
            criteria.flatMap(({ id: criterion }, index) => {
              const value = points[index];
              return value === undefined ? [] : [[criterion, value]];
            }),
          ),
        },
      },
    ]),
  );

describe('points table', () => {
  it('ranks by Σ weight × points / Σ weight', () => {
    const run = runMethod(pointsTableMethod, {
      scoring: { criteria, keySet: { threshold: 6 } },
      accounts: rated({ a: [8, 4], b: [9, 9], c: [2, 8] }) ?? {},
    });
    expect(run.figure('account.a.score.total').value).toBe(7);
    expect(
      run.series('portfolio.ranking').rows.map(({ account, rank, inKeySet }) => [account, rank, inKeySet]),
    ).toEqual([
      ['b', 1, true],
      ['a', 2, true],
      ['c', 3, false],
    ]);
    expect(run.figure('portfolio.ranking.key-set.count').value).toBe(2);
  });

  it('gives a missing rating an interval and a flag, never a zero', () => {
    const run = runMethod(pointsTableMethod, {
      scoring: { criteria },
      accounts: rated({ a: [8, undefined], b: [] }) ?? {},
    });
    expect(run.figure('account.a.score.total')).toMatchObject({
      value: 8,
      interval: { low: 6.25, high: 8.5, kind: 'possible' },
      coverage: { n: 1, of: 2 },
    });
    expect(run.figure('account.a.score.criterion.fit').unavailable?.code).toBe('not-rated');
    expect(run.figure('account.b.score.total').unavailable?.code).toBe('no-points');
    expect(run.series('portfolio.ranking').rows[1]).toMatchObject({
      account: 'b',
      rank: null,
      low: 1,
      high: 10,
    });
    expect(run.finding('ranking.missing-ratings')?.params.gaps).toEqual({ kind: 'count', value: 2 });
  });

  it('carries the last rating forward, says from when, and knows nothing of later ones', () => {
    const input = {
      scoring: { criteria: [{ id: 'fit', name: 'Fit', weight: 1 }] },
      accounts: {
        a: { ratings: { '2025-Q4': { fit: 4 }, '2026-Q2': { fit: { points: 6 } }, '2026-Q4': { fit: 9 } } },
      },
    };
    const run = runMethod(pointsTableMethod, input);
    expect(run.figure('account.a.score.criterion.fit')).toMatchObject({
      value: 6,
      inputs: [{ file: 'data/accounts/a.yaml', path: ['ratings', '2026-Q2', 'fit', 'points'] }],
      assumptions: [
        {
          name: 'rating-carried-from',
          value: '2026-Q2',
          source: { file: 'data/accounts/a.yaml', path: ['ratings', '2026-Q2', 'fit'] },
        },
      ],
    });
    expect(runMethod(pointsTableMethod, input, '2026-Q2').figure('account.a.score.change').value).toBe(2);
  });

  it('gives no change where other criteria had points a quarter ago', () => {
    const run = runMethod(pointsTableMethod, {
      scoring: { criteria },
      accounts: { a: { ratings: { '2026-Q2': { volume: 2 }, '2026-Q3': { fit: 9 } } } },
    });
    expect(run.figure('account.a.score.change').unavailable?.code).toBe('criteria-changed');
    expect(run.series('portfolio.ranking').rows[0]).toMatchObject({ scorePrior: 2, change: null });
  });

  it('shares a rank between equal scores and marks near-ties', () => {
    const run = runMethod(pointsTableMethod, {
      scoring: { criteria, nearTie: 0.2, keySet: { places: 2 } },
      accounts: rated({ a: [9, 9], b: [7, 7], c: [7, 7], d: [6, 9.3] }) ?? {},
    });
    expect(
      run.series('portfolio.ranking').rows.map(({ account, rank, nearTie }) => [account, rank, nearTie]),
    ).toEqual([
      ['a', 1, false],
      ['b', 2, true],
      ['c', 2, true],
      ['d', 4, true],
    ]);
    expect(run.finding('ranking.boundary-tie')?.params).toMatchObject({
      inside: { kind: 'account', id: 'b' },
      outside: { kind: 'account', id: 'c' },
    });
  });

  it('scores active customers and prospects; one that is lost later was still active', () => {
    const input: WorkspaceInput = {
      scoring: { criteria },
      accounts: {
        active: {},
        prospect: { status: 'prospect' },
        lost: { status: 'lost', lost: { date: '2026-08-01' } },
      },
    };
    const ids = (period: string): unknown[] =>
      scopeOf(input, period)
        .of(pointsTable)
        ?.rows.map(({ customer }) => customer.id) ?? [];
    expect(ids('2026-Q3')).toEqual(['active', 'prospect']);
    expect(ids('2026-Q2')).toEqual(['active', 'lost', 'prospect']);
  });

  it('is unavailable with a reason without criteria or without weights', () => {
    const without = runMethod(pointsTableMethod, { accounts: { a: {} } });
    expect(without.figure('portfolio.ranking.scored').unavailable?.code).toBe('no-scoring');
    expect(without.series('portfolio.ranking').rows).toEqual([]);
    const weightless = runMethod(pointsTableMethod, {
      scoring: { criteria: [{ id: 'fit', name: 'Fit', weight: 0 }] },
      accounts: { a: { ratings: { '2026-Q3': { fit: 4 } } } },
    });
    expect(weightless.figure('account.a.score.total').unavailable?.code).toBe('no-weights');
    expect(weightless.figure('portfolio.ranking.key-set.count').unavailable?.code).toBe('no-key-set');
  });

  it('finds key accounts that the table would not admit', () => {
    const accounts = rated({ a: [9, 9], b: [3, 3] }) ?? {};
    const run = runMethod(pointsTableMethod, {
      scoring: { criteria, keySet: { threshold: 5 } },
      accounts: { ...accounts, b: { ...accounts.b, key: [{ from: '2025-Q1' }] } },
    });
    expect(run.finding('ranking.key-set')?.params).toMatchObject({
      rejectedAccounts: { kind: 'accounts', ids: ['b'] },
      candidateAccounts: { kind: 'accounts', ids: ['a'] },
    });
  });

  it('says perhaps of everyone whose missing ratings may yet carry them over the threshold, or keep them below', () => {
    const half = (points: number) => ({ ratings: { '2026-Q3': { [criteria[0]?.id ?? '']: points } } });
    const run = runMethod(pointsTableMethod, {
      scoring: { criteria, keySet: { threshold: 6 } },
      accounts: { ...rated({ a: [9, 9], d: [5, 5] }), b: half(7), c: half(5) },
    });
    expect(run.finding('ranking.key-set')?.params).toMatchObject({
      sureAccounts: { ids: ['a'] },
      maybeAccounts: { ids: ['b', 'c'] },
      candidateAccounts: { ids: ['a', 'b'] },
    });
    const answers = run.series('portfolio.ranking').rows.map(row => [row.account, row.keySetAnswer]);
    expect(Object.fromEntries(answers)).toEqual({ a: 'yes', b: 'perhaps', c: 'perhaps', d: 'no' });
  });
});

describe('points derived from data', () => {
  it('interpolates between breakpoints and is flat outside', () => {
    const points = transform(
      {
        by: 'breakpoints',
        measure: 'revenue',
        lowerIsBetter: false,
        points: [
          [0, 1],
          [100, 5],
          [200, 10],
        ],
      },
      [],
      scale,
    );
    expect([-50, 0, 50, 100, 150, 200, 900].map(points)).toEqual([1, 1, 3, 5, 7.5, 10, 10]);
  });

  it('stretches min–max over the scale, either way up, and gives equals the middle', () => {
    const by = (lowerIsBetter: boolean, values: number[]) =>
      values.map(transform({ by: 'min-max', measure: 'revenue', lowerIsBetter }, values, scale));
    expect(by(false, [0, 50, 100])).toEqual([1, 5.5, 10]);
    expect(by(true, [0, 50, 100])).toEqual([10, 5.5, 1]);
    expect(by(false, [7, 7])).toEqual([5.5, 5.5]);
  });

  it('ranks by percentile, equals sharing the mean of their ranks', () => {
    const values = [10, 20, 20, 30];
    expect(
      values.map(
        transform({ by: 'percentile', measure: 'revenue', lowerIsBetter: false }, values, { min: 0, max: 6 }),
      ),
    ).toEqual([0, 3, 3, 6]);
  });

  it('leaves an account without the measure without points', () => {
    const run = runMethod(pointsTableMethod, {
      scoring: {
        criteria: [{ id: 'growth', name: 'Growth', weight: 1, derive: { by: 'min-max', measure: 'growth' } }],
      },
      accounts: accountsWith({ a: [20, 10], b: [10, 10], fresh: [5] }),
    });
    expect(run.figure('account.a.score.total').value).toBe(10);
    expect(run.figure('account.fresh.score.criterion.growth').unavailable?.code).toBe('measure-not-recorded');
  });
});

describe('properties of the points table', () => {
  const points = fc.integer({ min: 10, max: 100 }).map(value => value / 10);
  const table = fc.array(
    fc.tuple(fc.option(points, { nil: undefined }), fc.option(points, { nil: undefined })),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  const ranksOf = (input: WorkspaceInput): unknown[] =>
    scopeOf(input)
      .of(pointsTable)
      ?.rows.map(({ customer, rank }) => [customer.id, rank]) ?? [];

  it('keeps the score between worst and best case on the scale, and contributions add up to it', () => {
    fc.assert(
      fc.property(table, ratings => {
        const accounts = rated(Object.fromEntries(ratings.map((pair, index) => [`a${index}`, pair]))) ?? {};
        for (const row of scopeOf({ scoring: { criteria }, accounts }).of(pointsTable)?.rows ?? []) {
          expect(row.low).toBeGreaterThanOrEqual(1);
          expect(row.high).toBeLessThanOrEqual(10);
          if (row.value === undefined) continue;
          expect(row.value).toBeGreaterThanOrEqual(row.low);
          expect(row.value).toBeLessThanOrEqual(row.high);
          const contributions = row.items.reduce(
            (total, item) => total + (contributionOf(row, item) ?? 0),
            0,
          );
          expect(contributions).toBeCloseTo(row.value, 9);
        }
      }),
    );
  });

  it('does not change its ranking when the inputs of a derived criterion are rescaled', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 8 });
    const by = fc.constantFrom('min-max' as const, 'percentile' as const);
    fc.assert(
      fc.property(amounts, by, fc.integer({ min: 2, max: 50 }), (revenue, derivation, factor) => {
        const input = (times: number): WorkspaceInput => ({
          scoring: {
            criteria: [
              { id: 'size', name: 'Size', weight: 2, derive: { by: derivation, measure: 'revenue' } },
              { id: 'fit', name: 'Fit', weight: 1 },
            ],
          },
          accounts: Object.fromEntries(
            revenue.map((amount, index) => [
              `a${index}`,
              {
                history: { '2026-Q3': { revenue: amount * times } },
                ratings: { '2026-Q3': { fit: 1 + ((index * 7) % 10) } },
              },
            ]),
          ),
        });
        expect(ranksOf(input(factor))).toEqual(ranksOf(input(1)));
      }),
    );
  });
});
