import {
  type Aggregate,
  type AggregateOfPairs,
  type Call,
  type Formula,
  isOfPairs,
  type Operator,
} from '../../model/formula.ts';
import { type CellPlace, reference } from './sheet.ts';

/** Excel takes no longer formula, and no more arguments of a function. */
const longestFormula = 8192;
const mostArguments = 250;

const operators: Readonly<Record<Operator, string>> = { '+': '+', '−': '-', '×': '*', '÷': '/', '^': '^' };

/**
 * A formula of the product as a spreadsheet computes it.
 * @param places of the inputs, in their order; undefined where one has no number, which then does not count, as in the product
 * @returns undefined where it needs such a one, or is too long
 */
export const spreadsheetFormula = (
  formula: Formula,
  places: readonly (CellPlace | undefined)[],
): string | undefined => {
  const text = written(formula, places)?.replace(/^\((.*)\)$/s, (whole, inner: string) =>
    closesLast(inner) ? inner : whole,
  );
  return text === undefined || text.length > longestFormula ? undefined : text;
};

/** Whether brackets inside a text are closed within it, so that those around it belong together. */
const closesLast = (inner: string): boolean => {
  let open = 0;
  for (const character of inner) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return true;
};

type Places = readonly (CellPlace | undefined)[];

const written = (formula: Formula, places: Places): string | undefined => {
  switch (formula.kind) {
    case 'input': {
      const place = places[formula.index];
      return place === undefined ? undefined : reference(place);
    }
    case 'number':
      return number(formula.value);
    // Days between recorded dates stay as they are: the sheet of recorded numbers has no dates.
    case 'day':
      return undefined;
    case 'binary': {
      const [left, right] = [written(formula.left, places), written(formula.right, places)];
      if (left === undefined || right === undefined) return undefined;
      return `(${left}${operators[formula.operator]}${right})`;
    }
    case 'call': {
      const parts = formula.parts.map(part => written(part, places));
      const known = parts.flatMap(part => part ?? []);
      return known.length < parts.length ? undefined : called(formula.of, known);
    }
    case 'aggregate':
      return aggregated(formula.of, places.slice(formula.from, formula.to));
  }
};

const number = (value: number): string => (value < 0 ? `(${value})` : String(value));

const called = (of: Call, [first = '', ...others]: readonly string[]): string => {
  switch (of) {
    case 'absolute':
      return `ABS(${first})`;
    case 'root':
      return `SQRT(${first})`;
    case 'least':
      return `MIN(${[first, ...others].join(',')})`;
    case 'greatest':
      return `MAX(${[first, ...others].join(',')})`;
    case 'reached':
      return `IF(${first}>=${others[0] ?? ''},1,0)`;
    case 'interpolated':
      return interpolated(first, others);
  }
};

/** On a line through pairs, flat outside them. */
const interpolated = (value: string, pairs: readonly string[]): string => {
  const [x = '', y = '', ...rest] = pairs;
  return `IF(${value}<${x},${y},${between(value, x, y, rest)})`;
};

const between = (value: string, x: string, y: string, rest: readonly string[]): string => {
  const [nextX, nextY, ...others] = rest;
  if (nextX === undefined || nextY === undefined) return y;
  return `IF(${value}<${nextX},${y}+(${nextY}-${y})*(${value}-${x})/(${nextX}-${x}),${between(value, nextX, nextY, others)})`;
};

const aggregated = (of: Aggregate, all: Places): string | undefined => {
  if (of === 'count') return String(all.length);
  if (isOfPairs(of)) return ofPairs(of, pairsIn(all));
  const cells = all.flatMap(place => place ?? []);
  const ranges = rangesOf(cells);
  if (ranges.length === 0) return undefined;
  switch (of) {
    case 'sum':
      return summed(ranges);
    case 'mean':
      return applied('AVERAGE', ranges);
    case 'median':
      return applied('MEDIAN', ranges);
    case 'min':
      return applied('MIN', ranges);
    case 'max':
      return applied('MAX', ranges);
    case 'sum by place':
      return `(${cells.map((cell, index) => `${index + 1}*${reference(cell)}`).join('+')})`;
    case 'sum of squares':
      return applied('SUMSQ', ranges);
    case 'sum of absolutes':
      return `(${ranges.map(range => `SUMPRODUCT(ABS(${range}))`).join('+')})`;
  }
};

const applied = (name: string, ranges: readonly string[]): string | undefined =>
  ranges.length > mostArguments ? undefined : `${name}(${ranges.join(',')})`;

const summed = (ranges: readonly string[]): string => {
  const parts: string[] = [];
  for (let from = 0; from < ranges.length; from += mostArguments)
    parts.push(`SUM(${ranges.slice(from, from + mostArguments).join(',')})`);
  return parts.length === 1 ? parts.join('') : `(${parts.join('+')})`;
};

/** Cells below each other as one range. */
const rangesOf = (cells: readonly CellPlace[]): readonly string[] => {
  const runs: { first: CellPlace; last: CellPlace }[] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run !== undefined && isBelow(run.last, cell)) run.last = cell;
    else runs.push({ first: cell, last: cell });
  }
  return runs.map(({ first, last }) => reference(first, last));
};

const isBelow = (upper: CellPlace, lower: CellPlace): boolean =>
  upper.sheet === lower.sheet && upper.column === lower.column && upper.row + 1 === lower.row;

type Pair = readonly [CellPlace, CellPlace];

/** Value and weight, where both have a number. */
const pairsIn = (all: Places): readonly Pair[] => {
  const pairs: Pair[] = [];
  for (let place = 0; place + 1 < all.length; place += 2) {
    const [value, weight] = [all[place], all[place + 1]];
    if (value !== undefined && weight !== undefined) pairs.push([value, weight]);
  }
  return pairs;
};

const ofPairs = (of: AggregateOfPairs, pairs: readonly Pair[]): string | undefined => {
  if (pairs.length === 0 || of === 'mean of days' || of === 'median of days') return undefined;
  const products = `(${pairs.map(([value, weight]) => `${reference(value)}*${reference(weight)}`).join('+')})`;
  if (of === 'sum of products') return products;
  return `(${products}/${summed(rangesOf(pairs.map(([, weight]) => weight)))})`;
};
