import { describe, expect, it } from 'vitest';
import { money } from '../../../../src/analysis/money.ts';
import { type Concentration, concentrationOf } from '../../../../src/analysis/portfolio/concentration.ts';
import { thresholdsSchema } from '../../../../src/model/workspace-settings.ts';

const of = (amounts: readonly number[]): Concentration => {
  const found = concentrationOf(
    amounts.map((amount, index) => ({ customer: `c${index + 100}`, amount: money(amount) })),
    thresholdsSchema.parse({}),
  );
  if (found === undefined) throw new Error('Nobody has revenue');
  return found;
};

describe('Herfindahl–Hirschman index', () => {
  it('is 2,600 for shares of 30, 30, 20 and 20 % (Horizontal Merger Guidelines of the United States, 2010)', () => {
    expect(of([30, 30, 20, 20]).hhi).toBe(2600);
  });

  it('is 10,000 ÷ n for n equal customers and lies at 10,000 for a single one', () => {
    for (const n of [1, 2, 4, 5, 10]) expect(of(Array.from({ length: n }, () => 7)).hhi).toBe(10_000 / n);
  });

  it('rises by twice the product of two shares when the two become one customer', () => {
    expect(of([50, 30, 20]).hhi - of([30, 20, 30, 20]).hhi).toBe(2 * 30 * 20);
  });
});

describe('Gini coefficient', () => {
  it('is 4/15 for 1, 2, 3, 4 and 5, and (n²−1) ÷ 3n² for the numbers up to n in general', () => {
    expect(of([1, 2, 3, 4, 5]).gini).toBeCloseTo(4 / 15, 12);
    const n = 40;
    expect(of(Array.from({ length: n }, (_, index) => index + 1)).gini).toBeCloseTo((n - 1) / (3 * n), 12);
  });

  it('is half the mean difference of all pairs, divided by the mean', () => {
    const amounts = [12.5, 3, 3, 41, 7.25, 0.5];
    const mean = amounts.reduce((total, amount) => total + amount, 0) / amounts.length;
    const differences = amounts.flatMap(a => amounts.map(b => Math.abs(a - b)));
    const meanDifference = differences.reduce((total, one) => total + one, 0) / amounts.length ** 2;
    expect(of(amounts).gini).toBeCloseTo(meanDifference / (2 * mean), 12);
  });
});

describe('lines', () => {
  it('are exact in cents: half of all is no single client, a cent more is one', () => {
    expect(of([0.1, 0.2, 0.3]).singleClient).toBeUndefined();
    expect(of([1_000_000_000.01, 1_000_000_000]).singleClient).toBe('c100');
    expect(of([1_000_000_000, 1_000_000_000]).singleClient).toBeUndefined();
  });

  it('take the ten per cent of IFRS 8 as reached, not exceeded', () => {
    expect(of([0.1, 0.2, 0.7]).attention).toHaveLength(3);
  });

  it('count the top fifth rounded up, and never less than one customer', () => {
    expect(of([1, 1, 1]).topCount).toBe(1);
    expect(of(Array.from({ length: 10 }, () => 1)).topCount).toBe(2);
    expect(of(Array.from({ length: 11 }, () => 1)).topCount).toBe(3);
    // 0.2 × 15 is 3.0000000000000004 in binary.
    expect(of(Array.from({ length: 15 }, () => 1)).topCount).toBe(3);
  });
});
