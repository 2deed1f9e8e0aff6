import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  absolute,
  constant,
  countOf,
  day,
  type Formula,
  greatest,
  greatestOf,
  interpolated,
  least,
  leastOf,
  meanOf,
  meanOfDays,
  medianOf,
  medianOfDays,
  minus,
  plus,
  power,
  quotient,
  reached,
  sumByPlace,
  sumOf,
  sumOfAbsolutes,
  sumOfProducts,
  sumOfSquares,
  times,
  weightedMeanOf,
} from '../../../src/model/formula.ts';
import { type FormulaWords, formulaText } from '../../../src/model/formula-text.ts';
import { evaluate, numberWritten } from '../../../src/model/formula-value.ts';

const words: FormulaWords = {
  input: index => 'abcdef'[index] ?? '?',
  number: String,
  day: date => date,
  call: (of, parts) => `${of}(${parts.join('; ')})`,
  aggregate: (of, from, to) => `${of}[${from}, ${to ?? 'end'})`,
};
const text = (formula: Formula): string => formulaText(formula, words);

describe('a value', () => {
  test('follows from inputs at their places, from numbers and from the four operations', () => {
    expect(evaluate(quotient(minus(0, 1), 1), [120, 100])).toBe(0.2);
    expect(evaluate(times(constant(4), plus(0, 1)), [1, 2])).toBe(12);
  });

  test('is missing where an input that is needed is missing, and for a division by zero', () => {
    expect(evaluate(plus(0, 1), [1, undefined])).toBeUndefined();
    expect(evaluate(plus(0, 7), [1])).toBeUndefined();
    expect(evaluate(quotient(0, 1), [1, 0])).toBeUndefined();
    expect(evaluate(plus(0, quotient(0, 1)), [1, 0])).toBeUndefined();
    expect(evaluate(absolute(1), [1])).toBeUndefined();
    expect(evaluate(least(0, 1), [1])).toBeUndefined();
    expect(evaluate(least(), [1])).toBeUndefined();
  });

  test('may be the distance of two inputs, or the least or greatest of several expressions', () => {
    const distance = least(absolute(minus(0, constant(5.5))), absolute(minus(1, constant(5.5))));
    expect(evaluate(distance, [4, 6])).toBe(0.5);
    expect(evaluate(greatest(0, least(1, constant(10))), [1, 12])).toBe(10);
  });
});

describe('a line through pairs', () => {
  const line = interpolated(0, [
    [0, 1],
    [100, 6],
    [300, 10],
  ]);

  test.each([
    [-50, 1],
    [0, 1],
    [50, 3.5],
    [100, 6],
    [200, 8],
    [300, 10],
    [900, 10],
  ])('gives %d the points %d: flat outside the pairs', (value, expected) => {
    expect(evaluate(line, [value])).toBe(expected);
  });

  test('has no value without any pair, or without what it reads', () => {
    expect(evaluate(interpolated(0, []), [1])).toBeUndefined();
    expect(evaluate(line, [undefined])).toBeUndefined();
  });
});

test('a line that is reached makes 1, one that is not makes 0', () => {
  const pay = times(reached(0, constant(0.05)), constant(500));
  expect(evaluate(pay, [0.05])).toBe(500);
  expect(evaluate(pay, [0.049])).toBe(0);
  expect(evaluate(pay, [undefined])).toBeUndefined();
  expect(evaluate({ kind: 'call', of: 'reached', parts: [constant(1)] }, [])).toBeUndefined();
});

describe('an aggregate', () => {
  const values = [4, undefined, -1, 3];

  test.each([
    ['sum', sumOf, 6],
    ['mean', meanOf, 2],
    ['median', medianOf, 3],
    ['least', leastOf, -1],
    ['greatest', greatestOf, 4],
    ['sum of squares', sumOfSquares, 26],
    ['sum of absolutes', sumOfAbsolutes, 8],
    ['sum by place', sumByPlace, 4 - 2 + 9],
  ])('%s leaves out what has no value', (_, of, expected) => {
    expect(evaluate(of(), values)).toBe(expected);
  });

  test('counts inputs with or without a value', () => {
    expect(evaluate(countOf(), values)).toBe(4);
    expect(evaluate(countOf(0, 0), values)).toBe(0);
  });

  test('reads from one place to another, the end excluded', () => {
    expect(evaluate(sumOf(2), values)).toBe(2);
    expect(evaluate(sumOf(0, 3), values)).toBe(3);
  });

  test.each([sumOf, meanOf, medianOf, leastOf, greatestOf, sumOfSquares, sumOfProducts, weightedMeanOf])(
    'has no value over nothing, or over nothing known',
    of => {
      expect(evaluate(of(), [])).toBeUndefined();
      expect(evaluate(of(), [undefined, undefined])).toBeUndefined();
    },
  );

  test('takes the middle of the two middle values for the median of an even number', () => {
    expect(evaluate(medianOf(), [10, 1, 4, 2])).toBe(3);
  });
});

describe('pairs', () => {
  test('are weighed where value and weight are known: 9 × 20 and 6 × 10 make 8', () => {
    expect(evaluate(weightedMeanOf(), [9, 20, undefined, 70, 6, 10])).toBe(8);
    expect(evaluate(weightedMeanOf(0, 2), [9, 20, 6, 10])).toBe(9);
  });

  test('are multiplied and added: amounts at their rates', () => {
    expect(evaluate(plus(sumOf(0, 1), sumOfProducts(1)), [5, 100, 0.5, 10, 2])).toBe(75);
    expect(evaluate(sumOfProducts(), [100, undefined, 10, 2])).toBe(20);
  });

  test('without any weight have no mean', () => {
    expect(evaluate(weightedMeanOf(), [9, 0, 6, 0])).toBeUndefined();
  });

  test('have a mean between the least and the greatest value, whatever the weights', () => {
    const pair = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), pairs => {
        const mean = evaluate(weightedMeanOf(), pairs.flat()) ?? Number.NaN;
        const values = pairs.map(([value]) => value);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});

describe('days', () => {
  const written = (...dates: readonly string[]) => dates.map(numberWritten);

  test('between two dates are their difference', () => {
    expect(evaluate(minus(1, 0), written('2026-02-27', '2026-03-02'))).toBe(3);
    expect(evaluate(minus(day('2028-03-01'), 0), written('2028-02-28'))).toBe(2);
  });

  test('have a mean and a median over pairs of dates; half a pair does not count', () => {
    const dates = written('2026-01-01', '2026-01-03', '2026-01-01', '2026-01-11', '2026-01-05', '2026-01-05');
    expect(evaluate(meanOfDays(), dates)).toBe(4);
    expect(evaluate(medianOfDays(), dates)).toBe(2);
    expect(evaluate(meanOfDays(), [...dates, 7])).toBe(4);
    expect(evaluate(medianOfDays(), [])).toBeUndefined();
  });

  test('are read from what is written like a date, numbers from what is written like a number', () => {
    expect(written('1970-01-02', '"1970-01-03"', '2.5', '', '2026-Q1', 'lime')).toEqual([
      1,
      2,
      2.5,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the text', () => {
  test('has brackets only where they are needed', () => {
    expect(text(quotient(minus(0, 1), 1))).toBe('(a − b) ÷ b');
    expect(text(minus(0, plus(1, 2)))).toBe('a − (b + c)');
    expect(text(minus(minus(0, 1), 2))).toBe('a − b − c');
    expect(text(quotient(0, times(1, 2)))).toBe('a ÷ (b × c)');
    expect(text(quotient(times(0, 1), 2))).toBe('a × b ÷ c');
    expect(text(plus(0, plus(1, 2)))).toBe('a + b + c');
    expect(text(plus(times(0, 1), quotient(2, 3)))).toBe('a × b + c ÷ d');
    expect(text(power(plus(0, 1), minus(2, 3)))).toBe('(a + b) ^ (c − d)');
    expect(text(times(power(0, 1), 2))).toBe('a ^ b × c');
    expect(text(power(power(0, 1), power(1, 2)))).toBe('(a ^ b) ^ (b ^ c)');
    expect(text(minus(day('2026-09-30'), 0))).toBe('2026-09-30 − a');
  });

  test('names calls and aggregates as it is told to', () => {
    expect(text(quotient(sumOf(0, 2), countOf(2)))).toBe('sum[0, 2) ÷ count[2, end)');
    expect(text(absolute(minus(0, 1)))).toBe('|a − b|');
    expect(text(times(constant(2), greatest(0, minus(1, 2))))).toBe('2 × greatest(a; b − c)');
  });
});
