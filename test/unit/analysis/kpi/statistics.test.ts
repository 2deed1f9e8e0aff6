import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  criticalValue,
  finitePopulationFactor,
  netPromoterInterval,
  netPromoterMargin,
  netPromoterScore,
  recommendationOf,
  wilsonInterval,
} from '../../../../src/analysis/statistics.ts';

const counts = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(400))
  .filter(([promoters, passives, detractors]) => promoters + passives + detractors > 0)
  .map(([promoters, passives, detractors]) => ({
    n: promoters + passives + detractors,
    promoters,
    detractors,
  }));

describe('critical values', () => {
  it('are those of the tables', () => {
    expect(criticalValue(0.95)).toBeCloseTo(1.959_963_984_540_054, 12);
    expect(criticalValue(0.9)).toBeCloseTo(1.644_853_626_951_47, 12);
  });
});

describe('Wilson interval', () => {
  it('is .2553–.3662 for 81 of 263 (Newcombe 1998)', () => {
    const interval = wilsonInterval(81, 263, 0.95);
    expect(interval?.low).toBeCloseTo(0.2553, 4);
    expect(interval?.high).toBeCloseTo(0.3662, 4);
  });

  it('does not exist without trials', () => {
    expect(wilsonInterval(0, 0, 0.95)).toBeUndefined();
  });

  it('holds the proportion and stays within 0–1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (trials, some) => {
        const successes = some % (trials + 1);
        const { low = 1, high = 0 } = wilsonInterval(successes, trials, 0.95) ?? {};
        const p = successes / trials;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(p + 1e-12);
        expect(high).toBeGreaterThanOrEqual(p - 1e-12);
      }),
    );
  });
});

describe('net promoter score', () => {
  const published = { n: 100, promoters: 60, detractors: 20 };

  it('is 40 ± 15.68 for 60/20/20 of 100', () => {
    expect(netPromoterScore(published)).toBe(40);
    expect(netPromoterMargin(published, 0.95)).toBeCloseTo(15.68, 2);
  });

  it('has an adjusted-Wald interval from n+3, P+¾, D+¾', () => {
    const [n, p, d] = [103, 60.75 / 103, 20.75 / 103];
    const half = 1.959_963_984_540_054 * Math.sqrt((p + d - (p - d) ** 2) / n) * 100;
    const interval = netPromoterInterval(published, 0.95);
    expect(interval?.low).toBeCloseTo((p - d) * 100 - half, 9);
    expect(interval?.high).toBeCloseTo((p - d) * 100 + half, 9);
  });

  it('keeps a real interval when everybody answers alike', () => {
    const { low = 0, high = 0 } = netPromoterInterval({ n: 1, promoters: 1, detractors: 0 }, 0.95) ?? {};
    expect(low).toBeLessThan(0);
    expect(high).toBe(100);
  });

  it('does not exist without answers', () => {
    expect(netPromoterScore(recommendationOf([]))).toBeUndefined();
    expect(netPromoterInterval(recommendationOf([]), 0.95)).toBeUndefined();
  });

  it('stays within ±100, as its interval does', () => {
    fc.assert(
      fc.property(counts, recommendation => {
        const interval = netPromoterInterval(recommendation, 0.95);
        expect(Math.abs(netPromoterScore(recommendation) ?? Number.NaN)).toBeLessThanOrEqual(100);
        expect(interval?.low).toBeGreaterThanOrEqual(-100);
        expect(interval?.high).toBeLessThanOrEqual(100);
        const score = netPromoterScore(recommendation) ?? Number.NaN;
        expect(interval?.low).toBeLessThanOrEqual(score);
        expect(interval?.high).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 })), answers => {
        expect(recommendationOf([...answers].reverse())).toEqual(recommendationOf(answers));
      }),
    );
  });
});

describe('finite population', () => {
  it('narrows the margin by √[(N−n)/(N−1)] and to nothing when all answered', () => {
    expect(finitePopulationFactor(41, 58)).toBeCloseTo(Math.sqrt(17 / 57), 12);
    expect(finitePopulationFactor(58, 58)).toBe(0);
    expect(finitePopulationFactor(41, undefined)).toBe(1);
  });
});
