import type { Assumption, Coverage, FigureInput, Interval, Unavailable } from '../../model/figure.ts';
import type { Formula } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { type Filed, placeOf } from '../filed.ts';
import { countedFirst, numberOfFirst, type Stated, shareOfFirst } from '../formulas.ts';
import { type Inputs, withInputs } from '../inputs.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { sampledFrom, type Uncertainty } from '../statistics/uncertainty.ts';
import { wilsonInterval } from '../statistics.ts';

/** One KPI, measured for some customers in a period. Either `value` or `unavailable` is present. */
export interface Measurement extends Uncertainty {
  readonly value?: number;
  readonly unavailable?: Unavailable;
  readonly inputs: readonly FigureInput[];
  readonly formula?: Formula;
  /** How much of what should be there is: answers of people asked, contracts decided of those due. */
  readonly coverage?: Coverage;
  /** Sample size that decides whether the figure is only a hint. */
  readonly sample?: number;
  readonly assumptions?: readonly Assumption[];
  /** Where figures of the same quarter are among the inputs: the same from places in the data alone, which last longer. */
  readonly bySources?: () => Stated;
}

/** Measures some customers: all of them, or one. */
export type Measure = (scope: Scope, of: readonly Customer[]) => Measurement;

export const unavailable = (code: string, inputs: Inputs = [], params?: Unavailable['params']): Measurement =>
  withInputs(inputs, { unavailable: { code, ...(params === undefined ? {} : { params }) } });

/** What a rate is made of, and how it follows from its inputs. */
export interface Trials {
  readonly successes: number;
  readonly trials: number;
  readonly inputs: readonly FigureInput[];
  readonly formula: Formula;
  /** All that there could be, where the trials are drawn from so few that they are a large part of them. */
  readonly population?: number;
  /** What it rests on that is configuration, beside the confidence. */
  readonly assumptions?: readonly Assumption[];
}

/**
 * Trials that each have a place: those that succeeded stand first.
 * @param list gives the trials; it is asked again for their places, so that none of them is kept until then
 * @param others lists inputs on which it depends whether a trial succeeded
 */
export const trialsOf = <T>(
  list: () => readonly T[],
  succeeds: (one: T) => boolean,
  placeOf: (one: T) => FigureInput,
  others: (all: readonly T[]) => readonly FigureInput[] = () => [],
): Trials => {
  const trials = list();
  const successes = numberOf(trials, succeeds);
  return withInputs(
    () => {
      const all = list();
      return [...countedFirst(all, succeeds).map(placeOf), ...others(all)];
    },
    { successes, trials: trials.length, formula: shareOfFirst(successes, trials.length) },
  );
};

/** How many of some things count. */
export const numberOf = <T>(all: readonly T[], counts: (one: T) => boolean): number =>
  all.reduce((found, one) => (counts(one) ? found + 1 : found), 0);

/**
 * Successes ÷ trials with its Wilson interval.
 * @param missing reason given where there are no trials
 * @param coverage where it is not that of the trials
 */
export const rate = (scope: Scope, counted: Trials, missing: string, coverage?: Coverage): Measurement => {
  const { successes, trials, formula, population } = counted;
  const inputs = (): readonly FigureInput[] => counted.inputs;
  if (trials === 0) return unavailable(missing, inputs);
  return withInputs(inputs, {
    value: successes / trials,
    formula,
    coverage: coverage ?? { n: trials, of: trials },
    sample: trials,
    ...sampledFrom(population, trials, factor => ofProportion(scope, successes, trials, factor)),
    assumptions: [threshold(scope, 'confidence'), ...(counted.assumptions ?? [])],
  });
};

/** A correction of the variance by f² is one of the number of trials by 1 ÷ f², under which the proportion stays. */
const ofProportion = (
  scope: Scope,
  successes: number,
  trials: number,
  factor: number,
): Interval | undefined =>
  wilsonInterval(
    successes / factor ** 2,
    trials / factor ** 2,
    scope.workspace.settings.thresholds.confidence,
  );

/** Whether the sample is under the declared size; undefined where the figure does not rest on one. */
export const isSmall = (scope: Scope, { sample }: Measurement): boolean | undefined =>
  sample === undefined ? undefined : sample < scope.workspace.settings.thresholds.smallSample;

/**
 * How many were counted, each with its place; where that is none, the registers of the customers in which they would stand.
 * @param list gives what is counted, and is asked again for the places
 */
export const countOf = (
  of: readonly Customer[],
  register: 'interactions' | 'mentions' | 'reviews',
  list: () => readonly Filed<unknown>[],
): Measurement => {
  const value = list().length;
  return withInputs(() => (value > 0 ? list().map(one => placeOf(one)) : registersOf(of, register)), {
    value,
    formula: numberOfFirst(value),
  });
};

// Those that somebody keeps; where nobody does, all.
const registersOf = (
  of: readonly Customer[],
  register: 'interactions' | 'mentions' | 'reviews',
): readonly SourceRef[] => {
  const members = of.flatMap(customer => customer.members);
  const kept = members.filter(account => account[register].length > 0);
  return (kept.length > 0 ? kept : members).map(({ source }) => at(source, register));
};
