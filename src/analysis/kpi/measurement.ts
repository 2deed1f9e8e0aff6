import type { Assumption, Coverage, FigureInput, Interval, Unavailable } from '../../model/figure.ts';
import type { Formula } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { countedFirst, numberOfFirst, shareOfFirst } from '../formulas.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { wilsonInterval } from '../statistics.ts';

/** One KPI, measured for some customers in a period. Either `value` or `unavailable` is present. */
export interface Measurement {
  readonly value?: number;
  readonly unavailable?: Unavailable;
  readonly inputs: readonly FigureInput[];
  readonly formula?: Formula;
  /** How much of what should be there is: answers of people asked, contracts decided of those due. */
  readonly coverage?: Coverage;
  /** Sample size that decides whether the figure is only a hint. */
  readonly sample?: number;
  readonly interval?: Interval;
  readonly assumptions?: readonly Assumption[];
}

/** Measures some customers: all of them, or one. */
export type Measure = (scope: Scope, of: readonly Customer[]) => Measurement;

export const unavailable = (
  code: string,
  inputs: readonly FigureInput[] = [],
  params?: Unavailable['params'],
): Measurement => ({ unavailable: { code, ...(params === undefined ? {} : { params }) }, inputs });

/** What a rate is made of, and how it follows from its inputs. */
export interface Trials {
  readonly successes: number;
  readonly trials: number;
  readonly inputs: readonly FigureInput[];
  readonly formula: Formula;
}

/**
 * Trials that each have a place: those that succeeded stand first.
 * @param others lists inputs on which it depends whether a trial succeeded
 */
export const trialsOf = <T>(
  all: readonly T[],
  succeeds: (one: T) => boolean,
  placeOf: (one: T) => FigureInput,
  others: () => readonly FigureInput[] = () => [],
): Trials => {
  const successes = all.filter(succeeds).length;
  return {
    successes,
    trials: all.length,
    get inputs() {
      return [...countedFirst(all, succeeds).map(placeOf), ...others()];
    },
    formula: shareOfFirst(successes, all.length),
  };
};

/**
 * Successes ÷ trials with its Wilson interval.
 * @param missing reason given where there are no trials
 * @param coverage where it is not that of the trials
 */
export const rate = (scope: Scope, counted: Trials, missing: string, coverage?: Coverage): Measurement => {
  const { successes, trials, formula } = counted;
  if (trials === 0) return unavailable(missing, counted.inputs);
  const interval = wilsonInterval(successes, trials, scope.workspace.settings.thresholds.confidence);
  return {
    value: successes / trials,
    get inputs() {
      return counted.inputs;
    },
    formula,
    coverage: coverage ?? { n: trials, of: trials },
    sample: trials,
    ...(interval === undefined ? {} : { interval }),
    assumptions: [threshold(scope, 'confidence')],
  };
};

/** Whether the sample is under the declared size; undefined where the figure does not rest on one. */
export const isSmall = (scope: Scope, { sample }: Measurement): boolean | undefined =>
  sample === undefined ? undefined : sample < scope.workspace.settings.thresholds.smallSample;

/** How many were counted, each with its place; where that is none, the registers of the customers in which they would stand. */
export const countOf = (
  of: readonly Customer[],
  register: 'interactions' | 'mentions' | 'reviews',
  counted: readonly SourceRef[],
): Measurement => ({
  value: counted.length,
  inputs: counted.length > 0 ? counted : registersOf(of, register),
  formula: numberOfFirst(counted.length),
});

// Those that somebody keeps; where nobody does, all.
const registersOf = (
  of: readonly Customer[],
  register: 'interactions' | 'mentions' | 'reviews',
): readonly SourceRef[] => {
  const members = of.flatMap(customer => customer.members);
  const kept = members.filter(account => account[register].length > 0);
  return (kept.length > 0 ? kept : members).map(({ source }) => at(source, register));
};
