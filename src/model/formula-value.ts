import { mean, median } from './averages.ts';
import { dayOf } from './days.ts';
import {
  type Aggregate,
  type AggregateOfPairs,
  type Call,
  type Formula,
  isOfPairs,
  type Operator,
} from './formula.ts';

/** @param values of the inputs in their order; undefined where one has none. @returns undefined where one that is needed is missing, or for a division by zero */
export const evaluate = (formula: Formula, values: readonly (number | undefined)[]): number | undefined => {
  switch (formula.kind) {
    case 'input':
      return values[formula.index];
    case 'number':
      return formula.value;
    case 'day':
      return dayOf(formula.date);
    case 'binary': {
      const [left, right] = [evaluate(formula.left, values), evaluate(formula.right, values)];
      return left === undefined || right === undefined ? undefined : operate(formula.operator, left, right);
    }
    case 'call': {
      const parts = formula.parts.map(part => evaluate(part, values));
      return parts.some(part => part === undefined)
        ? undefined
        : called(
            formula.of,
            parts.flatMap(part => part ?? []),
          );
    }
    case 'aggregate':
      return aggregated(formula.of, values.slice(formula.from, formula.to));
  }
};

const called = (of: Call, parts: readonly number[]): number | undefined => {
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  switch (of) {
    case 'absolute':
      return Math.abs(first);
    case 'root':
      return first < 0 ? undefined : Math.sqrt(first);
    case 'least':
      return Math.min(...parts);
    case 'greatest':
      return Math.max(...parts);
    case 'interpolated':
      return interpolate(pairsIn(others), first);
    case 'reached':
      return others[0] === undefined ? undefined : Number(first >= others[0]);
  }
};

/** Linear between the pairs, flat outside; undefined without any. @param pairs the first of each ascending */
export const interpolate = (
  pairs: readonly (readonly [number, number])[],
  value: number,
): number | undefined => {
  const above = pairs.findIndex(([at]) => value < at);
  if (above === -1) return pairs.at(-1)?.[1];
  const [right, left] = [pairs[above], pairs[above - 1]];
  if (right === undefined || left === undefined) return pairs[0]?.[1];
  return left[1] + ((right[1] - left[1]) * (value - left[0])) / (right[0] - left[0]);
};

const operate = (operator: Operator, left: number, right: number): number | undefined => {
  switch (operator) {
    case '+':
      return left + right;
    case '−':
      return left - right;
    case '×':
      return left * right;
    case '÷':
      return right === 0 ? undefined : left / right;
    case '^':
      return left ** right;
  }
};

const aggregated = (of: Aggregate, all: readonly (number | undefined)[]): number | undefined => {
  if (of === 'count') return all.length;
  if (isOfPairs(of)) return ofPairs(of, pairsIn(all));
  const values = all.flatMap(value => value ?? []);
  if (values.length === 0) return undefined;
  const sum = values.reduce((total, value) => total + value, 0);
  switch (of) {
    case 'sum':
      return sum;
    case 'mean':
      return mean(values);
    case 'median':
      return median(values);
    case 'min':
      return values.reduce((a, b) => Math.min(a, b));
    case 'max':
      return values.reduce((a, b) => Math.max(a, b));
    case 'sum by place':
      return values.reduce((total, value, index) => total + (index + 1) * value, 0);
    case 'sum of squares':
      return values.reduce((total, value) => total + value * value, 0);
    case 'sum of absolutes':
      return values.reduce((total, value) => total + Math.abs(value), 0);
  }
};

type Pair = readonly [value: number, weight: number];

const pairsIn = (all: readonly (number | undefined)[]): readonly Pair[] => {
  const pairs: Pair[] = [];
  for (let place = 0; place + 1 < all.length; place += 2) {
    const [value, weight] = [all[place], all[place + 1]];
    if (value !== undefined && weight !== undefined) pairs.push([value, weight]);
  }
  return pairs;
};

const ofPairs = (of: AggregateOfPairs, pairs: readonly Pair[]): number | undefined => {
  if (pairs.length === 0) return undefined;
  const products = (): number => pairs.reduce((total, [value, weight]) => total + value * weight, 0);
  const days = (): readonly number[] => pairs.map(([first, last]) => last - first);
  switch (of) {
    case 'sum of products':
      return products();
    case 'weighted mean': {
      const weights = pairs.reduce((total, [, weight]) => total + weight, 0);
      return weights === 0 ? undefined : products() / weights;
    }
    case 'mean of days':
      return mean(days());
    case 'median of days':
      return median(days());
  }
};

/** What a record says in a formula: its number, or its date as days; undefined for anything else. */
export const numberWritten = (written: string): number | undefined => {
  const date = dateWritten(written);
  if (date !== undefined) return dayOf(date);
  const value = written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(value) ? value : undefined;
};

/** The ISO date that a record says, in quotation marks or without. */
export const dateWritten = (written: string): string | undefined =>
  /^(["']?)(\d{4}-\d{2}-\d{2})\1$/.exec(written)?.[2];
