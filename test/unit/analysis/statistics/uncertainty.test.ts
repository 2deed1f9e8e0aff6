import { describe, expect, it } from 'vitest';
import {
  mapped,
  meanUncertainty,
  medianUncertainty,
  productUncertainty,
  ratioUncertainty,
} from '../../../../src/analysis/statistics/uncertainty.ts';

const anywhere = {
  confidence: 0.95,
  scale: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
} as const;
const student = (low: number, high: number) => ({ low, high, level: 0.95, kind: 'student' as const });
const codeOf = ({ noInterval }: { noInterval?: { code: string } }) => noInterval?.code;

describe('why there is no interval', () => {
  it('a single case shows no spread, two show too little, and cases that are all alike show none either', () => {
    expect(codeOf(meanUncertainty([4], anywhere))).toBe('interval-one-case');
    expect(codeOf(meanUncertainty([4, 5], anywhere))).toBe('interval-two-cases');
    expect(codeOf(meanUncertainty([4, 4, 4], anywhere))).toBe('interval-cases-alike');
    expect(meanUncertainty([], anywhere)).toEqual({});
  });

  it('a median of five cases has none at 95 %, one of six has', () => {
    expect(medianUncertainty([1, 2, 3, 4, 5], 0.95)).toEqual({
      noInterval: { code: 'interval-too-few-for-median', params: { n: 5, needed: 6 } },
    });
    expect(medianUncertainty([1, 2, 3, 4, 5, 6], 0.95).interval).toMatchObject({ low: 1, high: 6 });
  });

  it('a ratio whose whole may be nothing has no end', () => {
    expect(
      codeOf(
        ratioUncertainty(
          [
            [1, 1],
            [0, 100],
            [0, 1],
          ],
          0.95,
        ),
      ),
    ).toBe('interval-cases-apart');
    expect(
      codeOf(
        ratioUncertainty(
          [
            [0, 10],
            [0, 30],
            [0, 20],
          ],
          0.95,
        ),
      ),
    ).toBe('interval-cases-alike');
    expect(codeOf(ratioUncertainty([[3, 10]], 0.95))).toBe('interval-one-case');
    const two = [
      [3, 10],
      [4, 11],
    ] as const;
    expect(codeOf(ratioUncertainty(two, 0.95))).toBe('interval-two-cases');
  });
});

describe('intervals carried over', () => {
  it('turn round with what falls', () => {
    expect(mapped({ interval: student(0.1, 0.3) }, share => 1 - share).interval).toEqual(student(0.7, 0.9));
  });

  it('of a product: what either factor alone would move, as the sides of a right angle', () => {
    const product = productUncertainty(
      { value: 10, interval: student(7, 13) },
      { value: 2, interval: student(1.2, 2.8) },
    );
    // 2 × 3 = 6 and 10 × 0.8 = 8, together 10.
    expect(product.interval).toMatchObject({ level: 0.95, kind: 'propagated' });
    expect(product.interval?.low).toBeCloseTo(10, 9);
    expect(product.interval?.high).toBeCloseTo(30, 9);
  });

  it('do not pass what the ends of both make: what is never below nothing stays there', () => {
    const product = productUncertainty(
      { value: 10, interval: student(0, 40) },
      { value: 2, interval: student(1, 3) },
    );
    expect(product.interval?.low).toBe(0);
    expect(product.interval?.high).toBeLessThan(120);
  });

  it('of a loss: the larger factor makes it worse', () => {
    const { interval } = productUncertainty(
      { value: -10, interval: student(-10, -10) },
      { value: 2, interval: student(1, 4) },
    );
    expect(interval?.low).toBeCloseTo(-40, 9);
    expect(interval?.high).toBeCloseTo(-10, 9);
  });

  it('need both', () => {
    const known = { value: 2, interval: student(1, 3) };
    const one = { value: 2, noInterval: { code: 'interval-one-case' } };
    expect(codeOf(productUncertainty(one, known))).toBe('interval-one-case');
    expect(codeOf(productUncertainty(known, one))).toBe('interval-part-uncertain');
  });
});
