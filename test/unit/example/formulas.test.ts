import { expect, test } from 'vitest';
import { placesIn } from '../../../src/explain/places.ts';
import type { Figure, FigureInput } from '../../../src/model/figure.ts';
import { evaluate, numberWritten } from '../../../src/model/formula-value.ts';
import { isSourceRef } from '../../../src/model/source.ts';
import { analysis, loaded } from './example.ts';

const locate = placesIn(loaded);

const numberBehind = (input: FigureInput): number | undefined => {
  const value = isSourceRef(input) ? locate(input).written : analysis.figures.get(input)?.value;
  return typeof value === 'string' ? numberWritten(value) : value;
};

const figures = [...analysis.figures.values()].filter(
  ({ formula, value }) => formula !== undefined && value !== undefined,
);

const disagrees = ({ formula, inputs, value }: Figure): boolean => {
  const computed = formula && evaluate(formula, inputs.map(numberBehind));
  return computed === undefined || typeof value !== 'number' || Math.abs(computed - value) > tolerance(value);
};

// Sums of binary numbers against exact decimals.
const tolerance = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));

test('the formula of a figure gives its value: what is explained is what was computed', () => {
  expect(figures.length).toBeGreaterThan(50);
  expect(figures.filter(disagrees).map(({ id, value }) => [id, value])).toEqual([]);
});
