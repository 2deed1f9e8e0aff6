import { mean, median } from './averages.ts';

/**
 * How a figure's value follows from its inputs, as an expression over their places in the list of inputs. It prints in
 * words and in numbers, and a test evaluates it against the value, so that what is printed is what was computed.
 */
export type Formula =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'call'; readonly of: Call; readonly parts: readonly Formula[] }
  | { readonly kind: 'aggregate'; readonly of: Aggregate; readonly from: number; readonly to?: number };

export type Operator = '+' | '−' | '×' | '÷';

/**
 * What is made of one or more expressions. `interpolated` reads the first on a line through the pairs that follow it, flat
 * outside them; `root` is the square root; `reached` is 1 where the first is at or above the second, else 0.
 */
export type Call = 'absolute' | 'root' | 'least' | 'greatest' | 'interpolated' | 'reached';

/**
 * What is made of all inputs from one place to another, the end excluded. Inputs without a value are left out, as they are
 * where the figure is computed: its coverage says how many. The last two read pairs that follow each other: amount and
 * rate, value and weight; a pair counts where both are known.
 */
export type Aggregate =
  | 'sum'
  | 'count'
  | 'mean'
  | 'median'
  | 'min'
  | 'max'
  | 'sum of squares'
  | 'sum of absolutes'
  | 'sum of products'
  | 'weighted mean';

/** The input at a place, 0 is the first. */
export const input = (index: number): Formula => ({ kind: 'input', index });
export const constant = (value: number): Formula => ({ kind: 'number', value });

type Operand = Formula | number;
// A bare number is the place of an input, since that is what formulas are mostly made of.
const operand = (value: Operand): Formula => (typeof value === 'number' ? input(value) : value);
const binary =
  (operator: Operator) =>
  (left: Operand, right: Operand): Formula => ({
    kind: 'binary',
    operator,
    left: operand(left),
    right: operand(right),
  });

/** Numbers as operands are places of inputs: `quotient(0, 1)` is the first input over the second. */
export const plus = binary('+');
export const minus = binary('−');
export const times = binary('×');
export const quotient = binary('÷');

const call = (of: Call, parts: readonly Operand[]): Formula => ({
  kind: 'call',
  of,
  parts: parts.map(operand),
});
export const absolute = (part: Operand): Formula => call('absolute', [part]);
/** The square root. */
export const root = (part: Operand): Formula => call('root', [part]);
export const least = (...parts: readonly Operand[]): Formula => call('least', parts);
export const greatest = (...parts: readonly Operand[]): Formula => call('greatest', parts);
export const reached = (value: Operand, line: Operand): Formula => call('reached', [value, line]);
/** @param pairs of numbers, the first of each ascending: at the first the value is the second */
export const interpolated = (value: Operand, pairs: readonly (readonly [number, number])[]): Formula =>
  call('interpolated', [value, ...pairs.flat().map(constant)]);

const aggregate =
  (of: Aggregate) =>
  (from = 0, to?: number): Formula => ({ kind: 'aggregate', of, from, ...(to === undefined ? {} : { to }) });

export const sumOf = aggregate('sum');
export const countOf = aggregate('count');
export const meanOf = aggregate('mean');
export const medianOf = aggregate('median');
export const leastOf = aggregate('min');
export const greatestOf = aggregate('max');
export const sumOfSquares = aggregate('sum of squares');
export const sumOfAbsolutes = aggregate('sum of absolutes');
/** Of pairs: first × second + third × fourth + … */
export const sumOfProducts = aggregate('sum of products');
/** Of pairs of a value and its weight. */
export const weightedMeanOf = aggregate('weighted mean');

/**
 * A formula over so many inputs of its own, once these stand from a place on among others. What runs to the end of its own
 * inputs ends there.
 * @param count how many inputs of its own it has; asked for only where something runs to their end
 */
export const placedAt = (formula: Formula, from: number, count: () => number): Formula => {
  const moved = (part: Formula): Formula => placedAt(part, from, count);
  switch (formula.kind) {
    case 'input':
      return input(from + formula.index);
    case 'number':
      return formula;
    case 'binary':
      return { ...formula, left: moved(formula.left), right: moved(formula.right) };
    case 'call':
      return { ...formula, parts: formula.parts.map(moved) };
    case 'aggregate':
      return { ...formula, from: from + formula.from, to: from + (formula.to ?? count()) };
  }
};

/** @param values of the inputs in their order; undefined where one has none. @returns undefined where one that is needed is missing, or for a division by zero */
export const evaluate = (formula: Formula, values: readonly (number | undefined)[]): number | undefined => {
  switch (formula.kind) {
    case 'input':
      return values[formula.index];
    case 'number':
      return formula.value;
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
  }
};

const aggregated = (of: Aggregate, all: readonly (number | undefined)[]): number | undefined => {
  if (of === 'count') return all.length;
  if (of === 'sum of products' || of === 'weighted mean') return ofPairs(of, pairsIn(all));
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

const ofPairs = (of: 'sum of products' | 'weighted mean', pairs: readonly Pair[]): number | undefined => {
  if (pairs.length === 0) return undefined;
  const products = pairs.reduce((total, [value, weight]) => total + value * weight, 0);
  if (of === 'sum of products') return products;
  const weights = pairs.reduce((total, [, weight]) => total + weight, 0);
  return weights === 0 ? undefined : products / weights;
};

export interface FormulaWords {
  /** How the input at a place prints. */
  input(index: number): string;
  number(value: number): string;
  /** The least, greatest, … of some expressions, which are given as texts. */
  call(of: Exclude<Call, 'absolute'>, parts: readonly string[]): string;
  /** A sum, mean, … of the inputs from one place to another, the end excluded. */
  aggregate(of: Aggregate, from: number, to: number | undefined): string;
}

/** The formula as text; brackets only where they are needed. */
export const formulaText = (formula: Formula, words: FormulaWords): string => {
  switch (formula.kind) {
    case 'input':
      return words.input(formula.index);
    case 'number':
      return words.number(formula.value);
    case 'aggregate':
      return words.aggregate(formula.of, formula.from, formula.to);
    case 'call': {
      const parts = formula.parts.map(part => formulaText(part, words));
      return formula.of === 'absolute' ? `|${parts.join('')}|` : words.call(formula.of, parts);
    }
    case 'binary': {
      const { operator, left, right } = formula;
      const side = (part: Formula, isRight: boolean): string => {
        const text = formulaText(part, words);
        return needsBrackets(part, operator, isRight) ? `(${text})` : text;
      };
      return `${side(left, false)} ${operator} ${side(right, true)}`;
    }
  }
};

const needsBrackets = (part: Formula, outer: Operator, isRight: boolean): boolean => {
  if (part.kind !== 'binary') return false;
  const [inner, around] = [strength(part.operator), strength(outer)];
  return inner < around || (inner === around && isRight && (outer === '−' || outer === '÷'));
};

const strength = (operator: Operator): number => (operator === '+' || operator === '−' ? 1 : 2);
