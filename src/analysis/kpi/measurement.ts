import type { Assumption, Coverage, FigureInput, Interval, Unavailable } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { wilsonInterval } from '../statistics.ts';

/** One KPI, measured for some customers in a period. Either `value` or `unavailable` is present. */
export interface Measurement {
  readonly value?: number;
  readonly unavailable?: Unavailable;
  readonly inputs: readonly FigureInput[];
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

/**
 * Successes ÷ trials with its Wilson interval.
 * @param missing reason given where there are no trials
 */
export const rate = (
  scope: Scope,
  {
    successes,
    trials,
    inputs,
    coverage,
  }: {
    readonly successes: number;
    readonly trials: number;
    readonly inputs: readonly FigureInput[];
    readonly coverage?: Coverage;
  },
  missing: string,
): Measurement => {
  if (trials === 0) return unavailable(missing, inputs);
  const interval = wilsonInterval(successes, trials, scope.workspace.settings.thresholds.confidence);
  return {
    value: successes / trials,
    inputs,
    coverage: coverage ?? { n: trials, of: trials },
    sample: trials,
    ...(interval === undefined ? {} : { interval }),
    assumptions: [threshold(scope, 'confidence')],
  };
};

/** Whether the sample is under the declared size; undefined where the figure does not rest on one. */
export const isSmall = (scope: Scope, { sample }: Measurement): boolean | undefined =>
  sample === undefined ? undefined : sample < scope.workspace.settings.thresholds.smallSample;

/** What was counted; where that is nothing, the registers in which it would stand. */
export const countedIn = (
  of: readonly Customer[],
  register: 'interactions' | 'mentions' | 'reviews',
  counted: readonly SourceRef[],
): readonly SourceRef[] =>
  counted.length > 0
    ? counted
    : of
        .flatMap(customer => customer.members)
        .flatMap(account => (account[register].length > 0 ? [at(account.source, register)] : []));
