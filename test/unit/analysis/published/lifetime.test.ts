import { describe, expect, it } from 'vitest';
import {
  expectedPurchases,
  type PurchaseParameters,
  probabilityAlive,
} from '../../../../src/analysis/lifetime/bg-nbd.ts';
import {
  discountedRenewals,
  fitRenewals,
  outcomesOfCohort,
  type RenewalParameters,
  retentionRate,
  survival,
} from '../../../../src/analysis/lifetime/shifted-beta-geometric.ts';

/** CDNOW as fitted by Fader, Hardie & Lee (2005), table 2; weeks. */
const cdnow: PurchaseParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe('BG/NBD on CDNOW', () => {
  // The vignette of the R package BTYD ("Buy 'Til You Die – A Walkthrough") prints 25.76 and 0.9689 for its customer 1516.
  it('is that of the walkthrough of BTYD for the customer with 26 repeat purchases', () => {
    const often = { repeats: 26, recency: 30.86, age: 31 };
    expect(expectedPurchases(cdnow, often, 52)).toBeCloseTo(25.76, 2);
    expect(probabilityAlive(cdnow, often)).toBeCloseTo(0.9689, 4);
  });

  // Equations 9 and 10 of the paper and P(alive) of note 021 of Hardie (2008), worked out at thirty digits with mpmath.
  it.each([
    [1, 1.71, 38.86, 39, 0.2121009854, 0.2031869871],
    [0, 0, 38.86, 39, 1, 0.195098052],
    [7, 29.43, 38.86, 39, 0.6417563459, 3.337053275],
    [26, 30.86, 31, 52, 0.9689156497, 25.75819594],
    [0, 0, 0, 2, 1, 0.1033897398],
    [0, 0, 0, 52, 1, 1.446050595],
  ])(
    '%d repeats, the last at %d of %d weeks, in %d more',
    (repeats, recency, age, time, alive, purchases) => {
      const record = { repeats, recency, age };
      expect(probabilityAlive(cdnow, record)).toBeCloseTo(alive, 9);
      expect(expectedPurchases(cdnow, record, time)).toBeCloseTo(purchases, 7);
    },
  );

  it('has the expectation of a new customer: (a+b−1)/(a−1)·[1 − (α/(α+t))^r·₂F₁(r, b; a+b−1; t/(α+t))]', () => {
    const found = expectedPurchases(cdnow, { repeats: 0, recency: 0, age: 0 }, 39);
    expect(found).toBeCloseTo(1.196723193, 8);
  });
});

/** Survivors of 1,000 "Regular" customers over twelve renewals, Fader & Hardie (2007), table 1; seven years are fitted. */
const regular = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];
const fitted = (cohort: readonly number[], years: number): RenewalParameters => {
  const fit = fitRenewals(outcomesOfCohort(cohort.slice(0, years + 1)));
  if (fit === undefined) throw new Error('Nothing was fitted');
  return fit;
};

describe('shifted beta-geometric on the customers of Fader & Hardie (2007)', () => {
  it('has the published parameters of the Regular ones', () => {
    const fit = fitRenewals(outcomesOfCohort(regular.slice(0, 8)));
    expect(fit?.alpha).toBeCloseTo(0.704, 3);
    expect(fit?.beta).toBeCloseTo(1.182, 3);
    expect(fit?.logLikelihood).toBeCloseTo(-1680.27, 2);
  });

  it('has the parameters of their note of 2014 from four renewals', () => {
    const fit = fitted(regular, 4);
    expect(fit.alpha).toBeCloseTo(0.764, 3);
    expect(fit.beta).toBeCloseTo(1.296, 3);
  });

  it('foresees the five years left out, within two points of survival', () => {
    for (const cohort of [regular, highEnd]) {
      const fit = fitted(cohort, 7);
      for (const year of [8, 9, 10, 11, 12])
        expect(Math.abs(survival(fit, year) - (cohort[year] ?? 0) / 1000)).toBeLessThan(0.02);
    }
  });

  it('has retention that rises from 63 % and 85 %, α ÷ (α+β) being lost first', () => {
    const [common, dear] = [fitted(regular, 7), fitted(highEnd, 7)];
    expect([1, 2, 3, 4].map(n => retentionRate(common, n).toFixed(3))).toEqual([
      '0.627',
      '0.756',
      '0.819',
      '0.856',
    ]);
    expect(retentionRate(dear, 1)).toBeCloseTo(0.8507, 3);
    expect(retentionRate(dear, 1)).toBeCloseTo(dear.beta / (dear.alpha + dear.beta), 12);
  });
});

describe('discounted expected residual lifetime', () => {
  // Fader & Hardie (2010), two segments with a retention of 80 % each; their closed form at thirty digits with mpmath.
  it.each([
    [3.8, 15.2, 0, 3.3098184],
    [3.8, 15.2, 4, 3.842134],
    [0.067, 0.267, 0, 7.6708355],
    [0.067, 0.267, 1, 9.4552994],
    [0.067, 0.267, 4, 10.18864],
  ])('α %f, β %f after %d renewals at 10 %%', (alpha, beta, renewals, expected) => {
    expect(discountedRenewals({ alpha, beta }, renewals, 0.1)).toBeCloseTo(expected, 6);
  });
});
