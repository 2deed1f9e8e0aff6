import { describe, expect, it, test } from 'vitest';
import {
  meanEstimate,
  newcombeInterval,
  welchInterval,
} from '../../../../src/analysis/statistics/difference.ts';
import { medianInterval } from '../../../../src/analysis/statistics/median.ts';
import {
  finitePopulationFactor,
  netPromoterInterval,
  netPromoterMargin,
  netPromoterScore,
  recommendationOf,
  wilsonInterval,
} from '../../../../src/analysis/statistics.ts';
import { median } from '../../../../src/model/averages.ts';

// Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson interval of %d of %d', (successes, trials, low, high) => {
  const found = wilsonInterval(successes, trials, 0.95);
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
});

// Newcombe (1998), "Interval estimation for the difference between independent proportions", the same volume, table II,
// method 10: the contrasts that the tests of the programme's return leave out.
test.each([
  [6, 7, 2, 7, 0.0582, 0.8062],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 10, 0.6075, 1],
])('difference of %d of %d and %d of %d', (a, m, b, n, low, high) => {
  const found = newcombeInterval({ successes: a, trials: m }, { successes: b, trials: n }, 0.95);
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
});

// R 4, datasets::mtcars: t.test(mpg ~ am) prints −11.280194 and −3.209684 with 18.332 degrees of freedom.
test('Welch on the consumption of cars with automatic and manual gears', () => {
  const automatic = [
    21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 21.5, 15.5, 15.2,
    13.3, 19.2,
  ];
  const manual = [21, 21, 22.8, 32.4, 30.4, 33.9, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4];
  const found = welchInterval(meanEstimate(automatic), meanEstimate(manual), 0.95);
  expect(found?.low).toBeCloseTo(-11.280_194, 5);
  expect(found?.high).toBeCloseTo(-3.209_684, 5);
});

describe('net promoter score', () => {
  it('has its bands at 6|7 and 8|9', () => {
    const all = Array.from({ length: 11 }, (_, answer) => answer);
    expect(recommendationOf(all)).toEqual({ n: 11, promoters: 2, detractors: 7 });
    expect(netPromoterScore(recommendationOf([6, 7, 8, 9]))).toBe(0);
    expect(netPromoterScore(recommendationOf([7, 8]))).toBe(0);
    expect(netPromoterScore(recommendationOf([9, 10, 10, 6]))).toBe(50);
  });

  // Rocks (2016), The American Statistician 70(4): three answers added, ¾ of each kind at the ends; worked out apart.
  it.each([
    [10, 6, 2, -12.5856, 74.124],
    [36, 16, 9, -7.3011, 43.1986],
    [15, 15, 0, 61.556, 100],
    [5, 4, 0, 4.1655, 95.8345],
  ])('adjusted Wald, n %d, %d promoters, %d detractors', (n, promoters, detractors, low, high) => {
    const found = netPromoterInterval({ n, promoters, detractors }, 0.95);
    expect(found?.low).toBeCloseTo(low, 3);
    expect(found?.high).toBeCloseTo(high, 3);
  });

  it('is ± 9.92 rather than ± 15.68 where the 100 that answered 60/20/20 are of 166 customers', () => {
    const published = { n: 100, promoters: 60, detractors: 20 };
    const factor = finitePopulationFactor(100, 166);
    expect(factor).toBeCloseTo(Math.sqrt(66 / 165), 12);
    expect(netPromoterMargin(published, 0.95, factor)).toBeCloseTo(9.917, 3);
  });
});

// Conover (1999), 3.2: of ten values the second and the ninth hold the median with 97.9 %, the third and the eighth with 89 %.
test('interval of a median by order statistics', () => {
  const values = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];
  expect(median(values)).toBe(5.5);
  expect(medianInterval(values, 0.95)).toMatchObject({ low: 2, high: 9 });
  expect(medianInterval(values, 0.98)).toMatchObject({ low: 1, high: 10 });
  expect(medianInterval(values, 0.89)).toMatchObject({ low: 3, high: 8 });
  expect(medianInterval([1, 2, 3, 4, 5], 0.95)).toBeUndefined();
  expect(medianInterval([1, 2, 3, 4, 5, 6], 0.95)).toMatchObject({ low: 1, high: 6 });
});
