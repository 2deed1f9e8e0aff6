import { mean } from '../../model/averages.ts';
import type { Interval, Unavailable } from '../../model/figure.ts';
import { finitePopulationFactor } from '../statistics.ts';
import { meanInterval, type Sampling } from './mean.ts';
import { fewestForMedian, medianInterval } from './median.ts';
import { ratioInterval } from './ratio.ts';

/** How far a value can be trusted: its interval, or the reason why there is none. One of both, where a value is there. */
export interface Uncertainty {
  readonly interval?: Interval;
  readonly noInterval?: Unavailable;
}

/** Why a value has no interval; the reasons stand in the locale beside those for missing values. */
export const without = (
  reason:
    | 'one-case'
    | 'two-cases'
    | 'cases-alike'
    | 'cases-apart'
    | 'everybody-answered'
    | 'part-uncertain'
    | 'no-sample'
    | 'is-margin'
    | 'fitted-parameter'
    | 'fitted-points',
): Uncertainty => ({ noInterval: { code: `interval-${reason}` } });

/** That of something that holds more: a copy of a measurement would list the places of everything that it rests on. */
export const uncertaintyIn = ({ interval, noInterval }: Uncertainty): Uncertainty => ({
  ...(interval === undefined ? {} : { interval }),
  ...(noInterval === undefined ? {} : { noInterval }),
});

/**
 * Too few to tell how far cases lie apart. Student's interval of two is, at 95 %, thirteen times as long as the way between them:
 * it is right, and says nothing.
 */
const fewCases = (n: number): 'one-case' | 'two-cases' | undefined =>
  n === 1 ? 'one-case' : n === 2 ? 'two-cases' : undefined;

/** An interval of `n` cases, or why it has none: of cases that are all alike a formula would be certain. Nothing of no cases. */
export const uncertaintyOf = (interval: Interval | undefined, n: number): Uncertainty => {
  if (interval !== undefined) return { interval };
  return n === 0 ? {} : without(fewCases(n) ?? 'cases-alike');
};

/**
 * An interval of `n` answers out of a population, narrower by the finite-population factor. Where everybody answered there is
 * nothing to estimate: an interval from the value to itself would look like certainty about more than these people.
 * @param population people that could have answered; endless when absent
 */
export const sampledFrom = (
  population: number | undefined,
  n: number,
  intervalBy: (factor: number) => Interval | undefined,
): Uncertainty =>
  population !== undefined && n > 0 && n >= population
    ? without('everybody-answered')
    : uncertaintyOf(intervalBy(finitePopulationFactor(n, population)), n);

export const meanUncertainty = (values: readonly number[], sampling: Sampling): Uncertainty =>
  sampledFrom(sampling.population, values.length, () =>
    values.length === 2 ? undefined : meanInterval(values, sampling),
  );

export const medianUncertainty = (values: readonly number[], confidence: number): Uncertainty => {
  const interval = medianInterval(values, confidence);
  if (values.length === 0) return {};
  return interval === undefined
    ? {
        noInterval: {
          code: 'interval-too-few-for-median',
          params: { n: values.length, needed: fewestForMedian(confidence) },
        },
      }
    : { interval };
};

/** @param most greatest ratio that there can be, 1 for a share */
export const ratioUncertainty = (
  pairs: readonly (readonly [part: number, whole: number])[],
  confidence: number,
  most = Number.POSITIVE_INFINITY,
): Uncertainty => {
  const few = fewCases(Math.max(1, pairs.length));
  if (few !== undefined) return without(few);
  const interval = ratioInterval(pairs, confidence);
  if (interval !== undefined) return { interval: { ...interval, high: Math.min(most, interval.high) } };
  const [parts, wholes] = [sumOf(pairs, 0), sumOf(pairs, 1)];
  const isAlike = pairs.every(
    ([part, whole]) => Math.abs(part * wholes - whole * parts) < 1e-9 * wholes ** 2,
  );
  return without(isAlike ? 'cases-alike' : 'cases-apart');
};

const sumOf = (pairs: readonly (readonly [number, number])[], side: 0 | 1): number =>
  (mean(pairs.map(pair => pair[side])) ?? 0) * pairs.length;

/** A value with what is known of its uncertainty. */
export interface Estimate extends Uncertainty {
  readonly value: number;
}

/** The ends of an interval through a function that only rises, or only falls. */
export const mapped = ({ interval, noInterval }: Uncertainty, of: (value: number) => number): Uncertainty => {
  if (interval === undefined) return noInterval === undefined ? {} : { noInterval };
  const ends = [of(interval.low), of(interval.high)] as const;
  return { interval: { ...interval, low: Math.min(...ends), high: Math.max(...ends) } };
};

/**
 * Uncertainty of the product of two estimates, carried over from their own intervals: the method of variance estimates recovery
 * (Zou & Donner 2008, Statistics in Medicine 27) to first order, with both taken as independent. It never passes what the ends of both
 * make together.
 */
export const productUncertainty = (a: Estimate, b: Estimate): Uncertainty => {
  if (a.interval === undefined) return a.noInterval === undefined ? {} : { noInterval: a.noInterval };
  if (b.interval === undefined) return without('part-uncertain');
  const { low, high } = b.interval;
  const byA = shifts(a, a.interval, b.value);
  const byB = shifts(b, b.interval, a.value);
  const product = a.value * b.value;
  const ends = [a.interval.low, a.interval.high].flatMap(one => [one * high, one * low]);
  return {
    interval: {
      low: Math.max(product - Math.hypot(byA.down, byB.down), Math.min(...ends)),
      high: Math.min(product + Math.hypot(byA.up, byB.up), Math.max(...ends)),
      ...(a.interval.level === undefined ? {} : { level: a.interval.level }),
      kind: 'propagated',
    },
  };
};

/** How far the product moves down and up when one factor goes to the ends of its interval. */
const shifts = ({ value }: Estimate, { low, high }: Interval, factor: number) => {
  const moves = [factor * (low - value), factor * (high - value)] as const;
  return { down: Math.min(0, ...moves), up: Math.max(0, ...moves) };
};
