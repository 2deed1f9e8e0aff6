import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, ratio, sumOfRecorded } from '../../../src/analysis/money.ts';
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
        expect(sumOfRecorded(amounts).toString()).toBe(exact.toString());
      }),
    );
    expect(sumOfRecorded([0.1, 0.2]).toNumber()).toBe(0.3);
  });

  it('adds, takes away, multiplies and compares as decimals do, whatever the amounts are', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [one, other, exact] = [money(a), money(b), new Exact(a)];
        expect(one.plus(other).toString()).toBe(exact.plus(b).toString());
        expect(one.minus(other).toString()).toBe(exact.minus(b).toString());
        expect(one.times(other).toString()).toBe(exact.times(b).toString());
        expect(one.plus(other).minus(other).toNumber()).toBe(a + 0);
        expect(Math.sign(one.comparedTo(other))).toBe(exact.comparedTo(b));
        expect(Math.sign(one.comparedTo(b))).toBe(exact.comparedTo(b));
        expect(one.abs().toNumber()).toBe(Math.abs(a));
        expect(one.isNegative()).toBe(a < 0);
        expect(one.isZero()).toBe(a === 0);
      }),
    );
  });

  it('gives the double nearest to a quotient, and none over nothing', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const nearest = new Exact(a).dividedBy(b).toNumber() + 0;
        expect(ratio(money(a), money(b))).toBe(b > 0 ? nearest : undefined);
      }),
    );
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
