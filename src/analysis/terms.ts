import type { FigureInput } from '../model/figure.ts';
import { countOf, type Formula, input, plus, times } from '../model/formula.ts';
import type { PeriodId } from '../model/period.ts';
import { at, type SourceRef } from '../model/source.ts';
import type { Account } from '../model/workspace.ts';
import { sumWithRates } from './amounts.ts';
import { type Stated, shareOfFirst } from './formulas.ts';
import type { Scope } from './scope.ts';

/** Inputs that are multiplied: an amount, or an amount and its rate, or a value, its probability and its rate. */
export type Term = readonly FigureInput[];

/** The line of the rate that an amount of the account needs; none where it is in reporting currency. */
export const rateSource = (
  scope: Scope,
  { currency }: Account,
  period: PeriodId = scope.period,
): readonly SourceRef[] => {
  const { settings } = scope.workspace;
  return currency === undefined || currency === settings.currency
    ? []
    : [at(settings.source, 'rates', currency, period)];
};

/**
 * The sum of some terms, whose inputs stand from a place on: those of one input first, then pairs, then longer products.
 * Of none it is 0.
 */
export const sumOfTerms = (terms: readonly Term[], from = 0): Stated => {
  const single = terms.filter(({ length }) => length === 1).flat();
  const pairs = terms.filter(({ length }) => length === 2).flat();
  const longer = terms.filter(({ length }) => length > 2);
  const short = sumWithRates(from, single.length, pairs.length);
  const inputs = [...single, ...pairs];
  const products = longer.map(term => {
    const place = from + inputs.length;
    inputs.push(...term);
    return term.map((_, index) => input(place + index)).reduce(times);
  });
  return {
    inputs,
    formula: added(single.length + pairs.length === 0 ? products : [short, ...products], short),
  };
};

// By halves: a chain as long as a portfolio would be too deep to walk through.
const added = (parts: readonly Formula[], none: Formula): Formula => {
  const [first = none, second] = parts;
  if (second === undefined) return first;
  const middle = Math.ceil(parts.length / 2);
  return plus(added(parts.slice(0, middle), none), added(parts.slice(middle), none));
};

/**
 * How many there are of something, each with one place.
 * @param where the places in which it would stand, for a count of nothing
 */
export const countOfThese = (found: readonly FigureInput[], where: readonly FigureInput[]): Stated => ({
  inputs: found.length === 0 ? where : found,
  formula: countOf(0, found.length),
});

/** Some of what there is ÷ all of it. */
export const shareOfThese = (some: readonly FigureInput[], others: readonly FigureInput[]): Stated => ({
  inputs: [...some, ...others],
  formula: shareOfFirst(some.length, some.length + others.length),
});
