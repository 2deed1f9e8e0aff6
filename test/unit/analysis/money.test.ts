import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOfRecorded } from '../../../src/analysis/money.ts';
import { weightedMean } from '../../../src/analysis/portfolio/weighted.ts';

const Exact = Decimal.clone({ precision: 60 });

/** Numbers as people write them and as divisions leave them: whole, in cents, finer, and far too large for cents. */
const numbers = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(cents => cents / 100),
  fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(tiny => tiny / 1e10),
  fc.double({ min: -1e16, max: 1e16, noNaN: true }).map(Math.round),
);

describe('exact arithmetic', () => {
  it('sums amounts to the last digit that they are written with', () => {
    fc.assert(
      fc.property(fc.array(numbers), amounts => {
        const exact = amounts.reduce((total, amount) => total.plus(amount), new Exact(0));
        expect(sumOfRecorded(amounts).equals(exact)).toBe(true);
      }),
    );
    expect(sumOfRecorded([0.1, 0.2]).toNumber()).toBe(0.3);
  });

  it('gives the double nearest to a weighted mean, whatever the numbers are', () => {
    const parts = fc.array(fc.record({ weight: numbers.map(Math.abs), points: numbers }), { maxLength: 8 });
    fc.assert(
      fc.property(parts, all => {
        const weights = all.reduce((total, { weight }) => total.plus(weight), new Exact(0));
        const products = all.reduce(
          (total, { weight, points }) => total.plus(new Exact(weight).times(points)),
          new Exact(0),
        );
        const mean = weights.isZero() ? undefined : products.dividedBy(weights).toNumber() + 0;
        expect(weightedMean(all)).toBe(mean);
      }),
    );
  });
});
