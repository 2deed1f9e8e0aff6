import { describe, expect, test } from 'vitest';
import { marginMultiple } from '../../../../src/analysis/kpi/lifetime-value.ts';

// Gupta & Lehmann (2003), "Customers as assets", Journal of Interactive Marketing 17(1), table of margin multiples;
// also in "Managing Customers as Investments" (2005).
const discounts = [0.1, 0.12, 0.14, 0.16] as const;
const table = {
  0.6: [1.2, 1.15, 1.11, 1.07],
  0.7: [1.75, 1.67, 1.59, 1.52],
  0.8: [2.67, 2.5, 2.35, 2.22],
  0.9: [4.5, 4.09, 3.75, 3.46],
} as const;

describe('margin multiples of Gupta and Lehmann', () => {
  test.each(Object.entries(table))('retention %s', (retention, multiples) => {
    for (const [index, multiple] of multiples.entries())
      expect(marginMultiple(Number(retention), discounts[index] ?? Number.NaN)).toBeCloseTo(multiple, 2);
  });

  test('8 % are the sum of what is kept, year by year', () => {
    for (const retention of [0.6, 0.7, 0.8, 0.9]) {
      let sum = 0;
      for (let year = 1; year <= 400; year += 1) sum += (retention / 1.08) ** year;
      expect(marginMultiple(retention, 0.08)).toBeCloseTo(sum, 9);
    }
  });
});
