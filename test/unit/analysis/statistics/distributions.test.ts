import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  logBeta,
  logGamma,
  normalQuantile,
  studentQuantile,
} from '../../../../src/analysis/statistics/distributions.ts';

describe('quantiles', () => {
  it('of the normal distribution are those of Wichura (1988), algorithm AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.674_489_750_196_081_7, 12);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090_232_306_167_814, 12);
    expect(normalQuantile(1e-9)).toBeCloseTo(-5.997_807_015_007_687, 8);
  });

  it("of Student's distribution are those of the printed tables", () => {
    const table: readonly (readonly [number, number, number])[] = [
      [0.975, 1, 12.706_204_736_4],
      [0.995, 4, 4.604_094_871_4],
      [0.975, 10, 2.228_138_852],
      [0.95, 30, 1.697_260_886_6],
      [0.975, 120, 1.979_930_405_1],
    ];
    for (const [probability, freedom, value] of table)
      expect(studentQuantile(probability, freedom)).toBeCloseTo(value, 6);
  });

  it('are symmetric, and those of Student approach the normal ones from outside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.501, max: 0.999, noNaN: true }),
        fc.integer({ min: 2, max: 500 }),
        (probability, freedom) => {
          const student = studentQuantile(probability, freedom);
          expect(studentQuantile(1 - probability, freedom)).toBeCloseTo(-student, 6);
          expect(student).toBeGreaterThan(normalQuantile(probability));
          expect(studentQuantile(probability, freedom + 50)).toBeLessThan(student);
        },
      ),
    );
  });

  it('refuse what is no probability', () => {
    for (const wrong of [0, 1, -0.1, Number.NaN]) {
      expect(() => normalQuantile(wrong)).toThrow(RangeError);
      expect(() => studentQuantile(wrong, 5)).toThrow(RangeError);
    }
    expect(() => studentQuantile(0.5, 0)).toThrow(RangeError);
  });
});

describe('gamma and beta', () => {
  it('have their published values', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 9);
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 9);
    expect(logGamma(100.5)).toBeCloseTo(361.435_540_467_8, 9);
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 9);
    expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 9);
  });

  it('follow Γ(x + 1) = x·Γ(x) and B(a + 1, b) = B(a, b)·a / (a + b)', () => {
    const argument = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(argument, argument, (a, b) => {
        expect(logGamma(a + 1) - logGamma(a)).toBeCloseTo(Math.log(a), 8);
        expect(logBeta(a + 1, b) - logBeta(a, b)).toBeCloseTo(Math.log(a / (a + b)), 8);
      }),
    );
  });

  it('refuse zero and less', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => logBeta(1, -1)).toThrow(RangeError);
  });
});
