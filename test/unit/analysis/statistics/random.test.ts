import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../../src/analysis/statistics/random.ts';

const draw = (seed: string, count: number): number[] => {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => random.uniform());
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('random numbers', () => {
  it('are the same for the same text, in every run and on every machine', () => {
    expect(draw('robustness 2026-Q3', 3)).toEqual(draw('robustness 2026-Q3', 3));
    expect(draw('robustness 2026-Q3', 2)).toEqual([0.252_586_183_497_948_26, 0.536_330_866_891_990_9]);
  });

  it('are others for another text, however similar', () => {
    const firsts = Array.from({ length: 100 }, (_, i) => draw(`robustness ${i}`, 1)[0] ?? 0);
    expect(new Set(firsts).size).toBe(100);
    expect(mean(firsts)).toBeGreaterThan(0.4);
    expect(mean(firsts)).toBeLessThan(0.6);
  });

  it('are uniform: each tenth gets its share, within four standard errors', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const value of draw('tenths', 100_000)) {
      if (value < 0 || value >= 1) throw new Error(`${value} is outside`);
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const found of tenths) expect(Math.abs(found - 10_000)).toBeLessThan(4 * Math.sqrt(9000));
  });

  it('of the exponential distribution have mean 1 and variance 1, and are never negative', () => {
    const random = randomOf('exponential');
    const values = Array.from({ length: 100_000 }, () => random.exponential());
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    expect(Math.abs(mean(values) - 1)).toBeLessThan(0.013);
    expect(Math.abs(mean(values.map(value => (value - 1) ** 2)) - 1)).toBeLessThan(0.04);
  });
});
