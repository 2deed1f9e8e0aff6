import { describe, expect, test } from 'vitest';
import {
  meanEstimate,
  meanOfProportionsInterval,
  studentInterval,
} from '../../../../src/analysis/statistics/difference.ts';
import { rankCorrelationInterval } from '../../../../src/analysis/statistics/rank-correlation.ts';
import { ratioInterval } from '../../../../src/analysis/statistics/ratio.ts';
import { wilsonInterval } from '../../../../src/analysis/statistics.ts';

describe('the interval of a rank correlation', () => {
  test('of 0.6 in 28 pairs is 0.248 to 0.813: z = 0.6931 ± 1.96 × √(1.18/25)', () => {
    const found = rankCorrelationInterval(0.6, 28, 0.95);
    expect(found?.low).toBeCloseTo(Math.tanh(Math.LN2 - 1.959964 * 0.217256), 5);
    expect(found?.high).toBeCloseTo(Math.tanh(Math.LN2 + 1.959964 * 0.217256), 5);
    expect(found).toMatchObject({ level: 0.95, kind: 'fisher' });
  });

  test('is none under four pairs, nor where the ranks agree in full', () => {
    expect(rankCorrelationInterval(0.5, 3, 0.95)).toBeUndefined();
    expect(rankCorrelationInterval(1, 30, 0.95)).toBeUndefined();
    expect(rankCorrelationInterval(-1, 30, 0.95)).toBeUndefined();
  });
});

describe('the interval of the mean of two proportions', () => {
  const balanced = (a: number, n: number, b: number, m: number) =>
    meanOfProportionsInterval({ successes: a, trials: n }, { successes: b, trials: m }, 0.95);

  test('is narrower than the mean of both intervals, since their errors are independent', () => {
    const found = balanced(40, 50, 30, 50);
    const [first, second] = [wilsonInterval(40, 50, 0.95), wilsonInterval(30, 50, 0.95)];
    expect(found?.low).toBeGreaterThan(((first?.low ?? 0) + (second?.low ?? 0)) / 2);
    expect(found?.high).toBeLessThan(((first?.high ?? 1) + (second?.high ?? 1)) / 2);
    // Half of √(0.8·0.2/50 + 0.6·0.4/50) × 1.96 on either side, but for the adjustment.
    expect((found?.high ?? 0) - (found?.low ?? 0)).toBeCloseTo(1.96 * Math.sqrt(0.4 / 50), 1);
  });

  test('stays within 0 and 1 where a class is recognised in full, and is none without trials', () => {
    expect(balanced(5, 5, 5, 5)).toMatchObject({ high: 1 });
    expect(balanced(0, 5, 0, 5)).toMatchObject({ low: 0 });
    expect(balanced(0, 0, 3, 5)).toBeUndefined();
  });
});

describe("Student's interval of a mean", () => {
  test('of 1, 2, 3, 4 is 2.5 ± 3.182 × √(5/3/4)', () => {
    const found = studentInterval(meanEstimate([1, 2, 3, 4]), 0.95);
    expect(found?.low).toBeCloseTo(2.5 - 3.182446 * Math.sqrt(5 / 12), 4);
    expect(found?.high).toBeCloseTo(2.5 + 3.182446 * Math.sqrt(5 / 12), 4);
  });

  test('is none for one value, nor where all are alike', () => {
    expect(studentInterval(meanEstimate([3]), 0.95)).toBeUndefined();
    expect(studentInterval(meanEstimate([1, 1, 1]), 0.95)).toBeUndefined();
  });
});

describe("Fieller's interval of a ratio", () => {
  test("is Student's of the mean where every unit counts once", () => {
    const values = [4, 7, 9, 6, 10];
    const found = ratioInterval(
      values.map(value => [value, 1]),
      0.95,
    );
    const expected = studentInterval(meanEstimate(values), 0.95);
    expect(found?.low).toBeCloseTo(expected?.low ?? 0, 9);
    expect(found?.high).toBeCloseTo(expected?.high ?? 0, 9);
    expect(found?.kind).toBe('fieller');
  });

  test('holds the ratio, and ends where the statistic of the test is as large as its quantile', () => {
    const pairs = [
      [8, 1],
      [5, 1],
      [3, 0],
      [12, 1],
      [2, 0],
      [9, 1],
      [7, 1],
      [4, 1],
      [6, 1],
    ] as const;
    const found = ratioInterval(pairs, 0.95);
    const ratio = 56 / 7;
    expect(found?.low).toBeLessThan(ratio);
    expect(found?.high).toBeGreaterThan(ratio);
    for (const end of [found?.low ?? 0, found?.high ?? 0]) {
      const rest = meanEstimate(pairs.map(([part, whole]) => part - end * whole));
      expect(Math.abs(rest.mean) / Math.sqrt(rest.variance ?? 0)).toBeCloseTo(2.306004, 4);
    }
  });

  test('is none where the whole is too uncertain, for one unit, and where none differs', () => {
    expect(
      ratioInterval(
        [
          [5, 1],
          [7, 0],
          [3, 0],
        ],
        0.95,
      ),
    ).toBeUndefined();
    expect(ratioInterval([[5, 1]], 0.95)).toBeUndefined();
    expect(
      ratioInterval(
        [
          [5, 1],
          [5, 1],
        ],
        0.95,
      ),
    ).toBeUndefined();
  });
});
