import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedDifference, roundToTotal } from '../../../src/locale/rounding.ts';

describe('roundToTotal', () => {
  it('makes thirds add up to a hundred', () => {
    expect(roundToTotal([100 / 3, 100 / 3, 100 / 3], 1)).toEqual([33.4, 33.3, 33.3]);
  });

  it('leaves what is missing missing', () => {
    expect(roundToTotal([1.5, null, 1.5], 0)).toEqual([2, null, 1]);
  });

  it('adds up to the rounded total, each part within one unit of its value', () => {
    const amounts = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(amounts, cents => {
        const parts = cents.map(value => value / 1000);
        const rounded = roundToTotal(parts, 0);
        const total = cents.reduce((sum, value) => sum + value, 0) / 1000;
        expect(rounded.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(Math.round(total) + 0);
        for (const [index, value] of rounded.entries())
          expect(Math.abs((value ?? 0) - (parts[index] ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('adds up to the difference of two values as they are printed, each part still within one unit', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 20 }), (start, thousandths) => {
        const parts = thousandths.map(value => value / 1000);
        const end = (start + thousandths.reduce((sum, value) => sum + value, 0)) / 1000;
        const whole = printedDifference(start / 1000, end, 0);
        const rounded = roundToTotal(parts, 0, whole);
        expect(rounded.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(whole + 0);
        for (const [index, value] of rounded.entries())
          expect(Math.abs((value ?? 0) - (parts[index] ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
