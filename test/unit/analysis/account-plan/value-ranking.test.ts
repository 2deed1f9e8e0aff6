import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueChain } from '../../../../src/analysis/methods/value-chain.ts';
import { rankCorrelation } from '../../../../src/analysis/statistics/rank-correlation.ts';
import { trailingYear } from '../../../../src/model/period.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type AccountInput = NonNullable<WorkspaceInput['accounts']>[string];
type Quarter = { revenue: number; margin: number; costToServe: number; orders: number };

/** The same quarter four times over. */
const yearly = (quarter: Quarter, expectedYears: number): AccountInput => ({
  expectedYears,
  history: Object.fromEntries(trailingYear('2026-Q3').map(period => [period, quarter])),
});
const run = (accounts: NonNullable<WorkspaceInput['accounts']>) => runMethod(valueChain, { accounts });
const rows = (accounts: NonNullable<WorkspaceInput['accounts']>) =>
  run(accounts).series('portfolio.value-ranking').rows;

describe('the case of seed 001: a plant that ranks by batch size', () => {
  // One order of 90,000 and gone, against 3,000 a month for five years.
  const once = { revenue: 0, margin: 0, costToServe: 0, orders: 0 };
  const single: AccountInput = {
    expectedYears: 1,
    history: {
      ...yearly(once, 1).history,
      '2026-Q2': { revenue: 90_000, margin: 18_000, costToServe: 3000, orders: 1 },
    },
  };
  const monthly = yearly({ revenue: 9000, margin: 2700, costToServe: 200, orders: 3 }, 5);
  const found = run({ single, monthly });

  it('puts the large order first by size and the monthly buyer first by value', () => {
    expect(found.series('portfolio.value-ranking').rows).toEqual([
      expect.objectContaining({
        account: 'monthly',
        orderSize: 3000,
        sizeRank: 2,
        relationValue: 50_000,
        valueRank: 1,
        rankDifference: 1,
      }),
      expect.objectContaining({
        account: 'single',
        orderSize: 90_000,
        sizeRank: 1,
        relationValue: 15_000,
        valueRank: 2,
        rankDifference: -1,
      }),
    ]);
  });

  it('says so in a finding', () => {
    expect(found.finding('value-ranking.differ')?.params).toMatchObject({
      under: { id: 'monthly' },
      over: { id: 'single' },
      underSize: { value: 2 },
      underValue: { value: 1 },
    });
  });
});

describe('ranking by value', () => {
  const quarter = { revenue: 100, margin: 30, costToServe: 10, orders: 2 };

  it('takes the contract where no lifetime can be estimated', () => {
    const { expectedYears: _, ...rest } = yearly(quarter, 0);
    const contracts = [{ id: 'C', start: '2026-01-01', end: '2028-09-30' }];
    const [row] = rows({ a: { ...rest, contracts } });
    expect(row).toMatchObject({
      yearsFrom: 'contracted',
      relationValue: expect.closeTo(80 * (731 / 365.25), 6),
    });
  });

  it('leaves out whoever lacks a quarter, orders or years, and counts them', () => {
    const { '2026-Q1': _, ...three } = yearly(quarter, 1).history ?? {};
    const accounts = {
      a: yearly(quarter, 1),
      gap: { expectedYears: 1, since: '2020-01-01', history: three },
      'no-orders': yearly({ ...quarter, orders: 0 }, 1),
      'no-years': { history: yearly(quarter, 1).history ?? {} },
      prospect: { status: 'prospect' as const },
    };
    const found = run(accounts);
    expect(found.series('portfolio.value-ranking').rows.map(({ account }) => account)).toEqual(['a']);
    expect(found.figure('portfolio.value-ranking.compared')).toMatchObject({
      value: 1,
      coverage: { n: 1, of: 4 },
    });
    expect(found.figure('portfolio.value-ranking.agreement').unavailable?.code).toBe('no-ranking-spread');
    expect(found.finding('value-ranking.differ')).toBeUndefined();
  });

  it('gives equal accounts the same places, in whatever order they come', () => {
    const twins = rows({
      b: yearly(quarter, 2),
      a: yearly(quarter, 2),
      c: yearly({ ...quarter, margin: 20 }, 2),
    });
    expect(twins.map(({ account, sizeRank, valueRank }) => [account, sizeRank, valueRank])).toEqual([
      ['a', 1, 1],
      ['b', 1, 1],
      ['c', 1, 3],
    ]);
  });

  it('keeps its places when all amounts are given in another unit', () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    const customer = fc.record({
      revenue: amount,
      margin: amount,
      costToServe: amount,
      orders: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(customer, fc.integer({ min: 1, max: 20 })), { minLength: 2, maxLength: 8 }),
        all => {
          const places = (scale: number): unknown[] =>
            rows(
              Object.fromEntries(
                all.map(([one, years], index) => [
                  `a${index}`,
                  yearly(
                    {
                      ...one,
                      revenue: one.revenue * scale,
                      margin: one.margin * scale,
                      costToServe: one.costToServe * scale,
                    },
                    years,
                  ),
                ]),
              ),
            ).map(({ account, sizeRank, valueRank }) => [account, sizeRank, valueRank]);
          expect(places(1000)).toEqual(places(1));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('rank correlation', () => {
  it('is that of the textbook example: IQ against hours of television, −29/165', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(iq.map((x, index) => [x, hours[index] ?? 0]))).toBeCloseTo(-29 / 165, 12);
  });

  it('gives ties their middle rank, and nothing where one side is all equal', () => {
    expect(
      rankCorrelation([
        [1, 1],
        [2, 2],
        [2, 3],
        [3, 4],
      ]),
    ).toBeCloseTo(0.9487, 4);
    expect(
      rankCorrelation([
        [1, 5],
        [2, 5],
        [3, 5],
      ]),
    ).toBeUndefined();
    expect(
      rankCorrelation([
        [1, 1],
        [2, 2],
      ]),
    ).toBeUndefined();
  });
});
