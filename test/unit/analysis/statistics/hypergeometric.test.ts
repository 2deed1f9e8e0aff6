import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypergeometric } from '../../../../src/analysis/statistics/hypergeometric.ts';

describe('Gauss hypergeometric function', () => {
  // Computed with mpmath 1.x at thirty digits, which is independent of the transformations used here.
  it.each([
    [0.5, 1.2, 2.3, 0.3, 1.092770853484364],
    [2.243, 4.426, 4.219, 39 / (4.414 + 38.86 + 39), 4.575315897643689],
    [10.5, 12.3, 11.9, 0.8, 39925789.75573142],
    [50.2, 52.7, 51.4, 0.6, 3.061679289550055e20],
    [1, 5.5, 6.2, 1 / 1.1, 6.488604577735721],
    [1, 1.5, 1.8, 0.99, 33.39065837666133],
    [1.5, 2.5, 1.2, 0.95, 5678.941154255523],
    [0.3, 0.2, 1.7, 0.999, 1.060763679565675],
    [3.3, 0.7, 9.1, -4.5, 0.5295691052596332],
    [60.4, 0.4, 62.1, -7, 0.4395597667366045],
    [5.5, 0.8, 3.2, -130, 0.01168768361067057],
  ])('₂F₁(%f, %f; %f; %f)', (a, b, c, z, expected) => {
    expect(hypergeometric(a, b, c, z) / expected).toBeCloseTo(1, 11);
  });

  // Abramowitz & Stegun 15.1.3, 15.1.8 and 15.1.5.
  it('is the elementary function that it is known to be', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 0.99, noNaN: true }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        (z, a) => {
          fc.pre(Math.abs(z) > 1e-3);
          expect(hypergeometric(1, 1, 2, z) / (-Math.log1p(-z) / z)).toBeCloseTo(1, 9);
          expect(hypergeometric(a, 1.7, 1.7, z) / (1 - z) ** -a).toBeCloseTo(1, 9);
        },
      ),
    );
    expect(hypergeometric(0.5, 1, 1.5, -4)).toBeCloseTo(Math.atan(2) / 2, 12);
  });

  it('does not care which of the upper parameters comes first', () => {
    const parameter = fc.double({ min: 0.05, max: 30, noNaN: true });
    fc.assert(
      fc.property(
        parameter,
        parameter,
        parameter,
        fc.double({ min: -50, max: 0.95, noNaN: true }),
        (a, b, c, z) => {
          expect(hypergeometric(b, a, c, z) / hypergeometric(a, b, c, z)).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it('is 1 at 0, and not a number from 1 on', () => {
    expect(hypergeometric(2, 3, 4, 0)).toBe(1);
    expect(hypergeometric(2, 3, 4, 1)).toBeNaN();
    expect(hypergeometric(2, 3, 4, 1.5)).toBeNaN();
  });
});
