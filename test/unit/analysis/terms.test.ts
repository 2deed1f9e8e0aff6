import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOfThese, shareOfThese, sumOfTerms } from '../../../src/analysis/terms.ts';
import { evaluate } from '../../../src/model/formula-value.ts';

/** Inputs named by the number that they stand for. */
const valuesOf = (inputs: readonly unknown[]): number[] => inputs.map(Number);

describe('a sum of terms', () => {
  it('adds amounts, amounts at a rate, and values weighted and converted', () => {
    const { inputs, formula } = sumOfTerms([['100', '0.5', '0.9'], ['7'], ['200', '0.1'], ['3']]);
    expect(evaluate(formula, valuesOf(inputs))).toBeCloseTo(100 * 0.5 * 0.9 + 7 + 20 + 3);
  });

  it('gives the same whatever the order of the terms and what stands before them', () => {
    const term = fc.array(fc.integer({ min: 1, max: 9 }).map(String), { minLength: 1, maxLength: 4 });
    const terms = fc.array(term, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(terms, fc.nat(5), (all, before) => {
        const total = all.map(factors => factors.map(Number).reduce((a, b) => a * b)).reduce((a, b) => a + b);
        const { inputs, formula } = sumOfTerms(all, before);
        const padding = Array.from({ length: before }, () => 1000);
        expect(evaluate(formula, [...padding, ...valuesOf(inputs)])).toBe(total);
        const turned = sumOfTerms([...all].reverse());
        expect(evaluate(turned.formula, valuesOf(turned.inputs))).toBe(total);
      }),
    );
  });

  it('is not too deep for a portfolio of foreign currencies', () => {
    const { inputs, formula } = sumOfTerms(Array.from({ length: 50_000 }, () => ['2', '1', '1']));
    expect(evaluate(formula, valuesOf(inputs))).toBe(100_000);
  });

  it('is nothing where there are no terms', () => {
    expect(evaluate(sumOfTerms([]).formula, [])).toBe(0);
  });
});

describe('counts and shares', () => {
  it('counts nothing at the place where it would stand', () => {
    const { inputs, formula } = countOfThese([], ['where']);
    expect(inputs).toEqual(['where']);
    expect(evaluate(formula, [undefined])).toBe(0);
  });

  it('divides some by all', () => {
    const { inputs, formula } = shareOfThese(['a'], ['b', 'c', 'd']);
    expect(inputs).toEqual(['a', 'b', 'c', 'd']);
    expect(
      evaluate(
        formula,
        inputs.map(() => undefined),
      ),
    ).toBe(0.25);
  });
});
