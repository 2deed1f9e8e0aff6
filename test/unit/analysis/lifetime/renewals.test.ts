import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  discountedRenewals,
  expectedRenewals,
  fitRenewals,
  outcomesOfCohort,
  type RenewalParameters,
  renewalLogLikelihood,
  retentionRate,
  survival,
} from '../../../../src/analysis/lifetime/shifted-beta-geometric.ts';
import { randomOf } from '../../../../src/analysis/statistics/random.ts';

/** Survivors of the "High End" customers of Fader & Hardie (2007), of whom seven years went into their fit. */
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

const some = fc.record({
  alpha: fc.double({ min: 0.05, max: 20, noNaN: true }),
  beta: fc.double({ min: 0.05, max: 50, noNaN: true }),
});

describe('shifted beta-geometric, Fader & Hardie (2007)', () => {
  const fit = fitRenewals(outcomesOfCohort(highEnd));

  it('gives the published parameters and log-likelihood', () => {
    expect(fit?.alpha).toBeCloseTo(0.668, 3);
    expect(fit?.beta).toBeCloseTo(3.806, 3);
    expect(fit?.logLikelihood).toBeCloseTo(-1611.2, 1);
    expect(fit?.inside).toBe(true);
  });

  it('is at a maximum: no neighbour is likelier', () => {
    const outcomes = outcomesOfCohort(highEnd);
    const top = fit ?? { alpha: 0, beta: 0, logLikelihood: 0 };
    for (const [da, db] of [
      [1.01, 1],
      [0.99, 1],
      [1, 1.01],
      [1, 0.99],
    ] as const) {
      const moved = { alpha: top.alpha * da, beta: top.beta * db };
      expect(renewalLogLikelihood(moved, outcomes)).toBeLessThan(top.logLikelihood);
    }
  });

  it('has the likelihood of the paper: Σ lost·ln P(T = t) + n·ln S(t)', () => {
    fc.assert(
      fc.property(some, parameters => {
        const outcomes = outcomesOfCohort(highEnd);
        const whole = outcomes.reduce(
          (sum, { lost }, t) => sum + lost * Math.log(survival(parameters, t) - survival(parameters, t + 1)),
          491 * Math.log(survival(parameters, 7)),
        );
        expect(renewalLogLikelihood(parameters, outcomes) / whole).toBeCloseTo(1, 8);
      }),
    );
  });

  it('has retention rates that rise with tenure, and a survival that falls', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 40 }), (parameters, n) => {
        expect(retentionRate(parameters, n + 1)).toBeGreaterThan(retentionRate(parameters, n));
        expect(survival(parameters, n)).toBeLessThan(survival(parameters, n - 1));
        expect(survival(parameters, n) / survival(parameters, n - 1)).toBeCloseTo(
          retentionRate(parameters, n),
          9,
        );
      }),
    );
  });

  it('recovers the parameters of simulated customers', () => {
    const truth = { alpha: 1.2, beta: 5 };
    const random = randomOf('sbg recovery');
    const left = Array.from({ length: 8 }, () => 0);
    const size = 20_000;
    for (let customer = 0; customer < size; customer += 1) {
      for (let renewal = 1; renewal <= 8; renewal += 1) {
        // Given survival so far, the next renewal comes with the retention rate.
        if (random.uniform() < retentionRate(truth, renewal)) continue;
        left[renewal - 1] = (left[renewal - 1] ?? 0) + 1;
        break;
      }
    }
    let remaining = size;
    const outcomes = left.map(lost => {
      remaining -= lost;
      return { lost, renewed: remaining };
    });
    const found = fitRenewals(outcomes);
    expect(Math.abs((found?.alpha ?? 0) - 1.2)).toBeLessThan(0.12);
    expect(Math.abs((found?.beta ?? 0) - 5)).toBeLessThan(0.5);
  });

  it('learns the same from customers whose first renewals lie before the record', () => {
    const truth = { alpha: 1.2, beta: 5 };
    const cohort = Array.from({ length: 9 }, (_, n) => 1e6 * survival(truth, n));
    const [, , ...seen] = outcomesOfCohort(cohort);
    const fit = fitRenewals([{ renewed: 0, lost: 0 }, { renewed: 0, lost: 0 }, ...seen]);
    expect(fit?.alpha).toBeCloseTo(1.2, 3);
    expect(fit?.beta).toBeCloseTo(5, 3);
  });

  it.each([
    ['nobody was lost', [{ renewed: 30, lost: 0 }]],
    ['nobody renewed', [{ renewed: 0, lost: 30 }]],
    ['there is nothing', []],
  ])('is refused where %s', (_, outcomes) => {
    expect(fitRenewals(outcomes)).toBeUndefined();
  });
});

describe('renewals to come', () => {
  it('add up to (β+n)/(α−1) without a horizon, and diverge for α up to 1', () => {
    const parameters = { alpha: 3.5, beta: 4 };
    expect(expectedRenewals(parameters, 2)).toBeCloseTo(6 / 2.5, 12);
    expect(expectedRenewals(parameters, 2, 100_000)).toBeCloseTo(6 / 2.5, 6);
    expect(expectedRenewals({ alpha: 1, beta: 4 }, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(expectedRenewals({ alpha: 0.668, beta: 3.806 }, 0, 10)).toBeLessThan(10);
  });

  it('are more for those who renewed more often, and less when discounted', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 20 }), (parameters, n) => {
        expect(expectedRenewals(parameters, n + 1, 12)).toBeGreaterThan(expectedRenewals(parameters, n, 12));
        expect(discountedRenewals(parameters, n, 0.2)).toBeLessThan(discountedRenewals(parameters, n, 0.1));
      }),
    );
  });

  // Fader & Hardie (2010): the closed form is the sum of discounted survivors.
  it('are discounted as the sum says', () => {
    const sumOf = ({ alpha, beta }: RenewalParameters, n: number, d: number): number => {
      let [share, total] = [1, 0];
      for (let k = 1; k <= 5000; k += 1) {
        share *= retentionRate({ alpha, beta }, n + k);
        total += share * (1 + d) ** -(k - 1);
      }
      return total;
    };
    for (const n of [0, 1, 4, 9])
      expect(discountedRenewals({ alpha: 0.668, beta: 3.806 }, n, 0.1)).toBeCloseTo(
        sumOf({ alpha: 0.668, beta: 3.806 }, n, 0.1),
        8,
      );
  });
});
