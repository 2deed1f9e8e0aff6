import { describe, expect, it } from 'vitest';
import {
  meanEstimate,
  newcombeInterval,
  welchInterval,
} from '../../../../src/analysis/statistics/difference.ts';

describe('intervals of differences, with published values', () => {
  it('Welch: the sleep of ten patients under two drugs (Student 1908, as R prints it)', () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const found = welchInterval(meanEstimate(first), meanEstimate(second), 0.95);
    expect(found?.low).toBeCloseTo(-3.365_483, 5);
    expect(found?.high).toBeCloseTo(0.205_483, 5);
  });

  it('Welch: says nothing of the spread of a single value, and nothing more where there is none', () => {
    expect(welchInterval(meanEstimate([1]), meanEstimate([1, 2]), 0.95)).toBeUndefined();
    expect(welchInterval(meanEstimate([3, 3]), meanEstimate([1, 1]), 0.95)).toMatchObject({
      low: 2,
      high: 2,
    });
  });

  it.each([
    // Newcombe (1998), table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 20, 0.6791, 1],
  ])('Newcombe: %d of %d against %d of %d', (a, m, b, n, low, high) => {
    const found = newcombeInterval({ successes: a, trials: m }, { successes: b, trials: n }, 0.95);
    expect(found?.low).toBeCloseTo(low, 3);
    expect(found?.high).toBeCloseTo(high, 3);
  });

  it('Newcombe: needs trials on both sides', () => {
    expect(newcombeInterval({ successes: 0, trials: 0 }, { successes: 1, trials: 2 }, 0.95)).toBeUndefined();
  });
});
