/**
 * How a figure's value follows from its inputs, as an expression over their places in the list of inputs. It prints in
 * words and in numbers, and a test evaluates it against the value, so that what is printed is what was computed. A day, and an
 * input that is a date, count as days: the difference of two is the days between them.
 */
export type Formula =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'call'; readonly of: Call; readonly parts: readonly Formula[] }
  | { readonly kind: 'aggregate'; readonly of: Aggregate; readonly from: number; readonly to?: number };

export type Operator = '+' | '−' | '×' | '÷' | '^';

/**
 * What is made of one or more expressions. `interpolated` reads the first on a line through the pairs that follow it, flat
 * outside them; `root` is the square root; `reached` is 1 where the first is at or above the second, else 0.
 */
export type Call = 'absolute' | 'root' | 'least' | 'greatest' | 'interpolated' | 'reached';

/**
 * What is made of all inputs from one place to another, the end excluded. Inputs without a value are left out, as they are
 * where the figure is computed: its coverage says how many. `sum by place` is once the first, twice the second, and so on. The
 * last four read pairs that follow each other: amount and rate, value and weight, first and last day; a pair counts where both
 * are known.
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
  | 'sum by place'
  | 'sum of products'
  | 'weighted mean'
  | 'mean of days'
  | 'median of days';

const ofPairs = ['sum of products', 'weighted mean', 'mean of days', 'median of days'] as const;
export type AggregateOfPairs = (typeof ofPairs)[number];

export const isOfPairs = (of: Aggregate): of is AggregateOfPairs => ofPairs.some(one => one === of);

/** The input at a place, 0 is the first. */
export const input = (index: number): Formula => ({ kind: 'input', index });
export const constant = (value: number): Formula => ({ kind: 'number', value });
/** @param date ISO */
export const day = (date: string): Formula => ({ kind: 'day', date });

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
export const power = binary('^');

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
/** 1 × first + 2 × second + 3 × third + … */
export const sumByPlace = aggregate('sum by place');
/** Of pairs: first × second + third × fourth + … */
export const sumOfProducts = aggregate('sum of products');
/** Of pairs of a value and its weight. */
export const weightedMeanOf = aggregate('weighted mean');
/** Of pairs of a first and a last day. */
export const meanOfDays = aggregate('mean of days');
export const medianOfDays = aggregate('median of days');

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
    case 'day':
      return formula;
    case 'binary':
      return { ...formula, left: moved(formula.left), right: moved(formula.right) };
    case 'call':
      return { ...formula, parts: formula.parts.map(moved) };
    case 'aggregate':
      return { ...formula, from: from + formula.from, to: from + (formula.to ?? count()) };
  }
};
