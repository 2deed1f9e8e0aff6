import type { Interval } from '../../model/figure.ts';
import { wilsonInterval } from '../statistics.ts';
import { studentQuantile } from './distributions.ts';

/** Mean and variance of the mean of some values. */
export interface MeanEstimate {
  readonly n: number;
  readonly mean: number;
  /** Sample variance ÷ n; absent for a single value. */
  readonly variance?: number;
}

/** @param values at least one */
export const meanEstimate = (values: readonly number[]): MeanEstimate => {
  const n = values.length;
  const mean = values.reduce((total, value) => total + value, 0) / n;
  if (n < 2) return { n, mean };
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { n, mean, variance: squares / (n - 1) / n };
};

/**
 * Interval of a mean (Student 1908): mean ± t·√variance.
 * @returns undefined for a single value, and where all are alike: the formula would call that certainty
 */
export const studentInterval = (
  { n, mean, variance = 0 }: MeanEstimate,
  confidence: number,
): Interval | undefined => {
  if (variance === 0) return undefined;
  const half = studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance);
  return { low: mean - half, high: mean + half, level: confidence, kind: 'student' };
};

/**
 * Interval of a difference of two means with unequal variances: Student's t with the degrees of freedom of Welch (1947,
 * Biometrika 34) and Satterthwaite.
 * @returns undefined where a side has one value only, from which no spread can be told
 */
export const welchInterval = (a: MeanEstimate, b: MeanEstimate, confidence: number): Interval | undefined => {
  if (a.variance === undefined || b.variance === undefined) return undefined;
  const difference = a.mean - b.mean;
  const variance = a.variance + b.variance;
  const bounds = (half: number): Interval => ({
    low: difference - half,
    high: difference + half,
    level: confidence,
    kind: 'student',
  });
  if (variance === 0) return bounds(0);
  const freedom = variance ** 2 / (a.variance ** 2 / (a.n - 1) + b.variance ** 2 / (b.n - 1));
  return bounds(studentQuantile((1 + confidence) / 2, freedom) * Math.sqrt(variance));
};

/** So many successes of so many trials. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}

/**
 * Interval of the difference of two independent proportions from their Wilson intervals: method 10 of Newcombe (1998,
 * Statistics in Medicine 17).
 * @returns undefined where a side has no trials
 */
export const newcombeInterval = (a: Proportion, b: Proportion, confidence: number): Interval | undefined => {
  const first = wilsonInterval(a.successes, a.trials, confidence);
  const second = wilsonInterval(b.successes, b.trials, confidence);
  if (first === undefined || second === undefined) return undefined;
  const [p, q] = [a.successes / a.trials, b.successes / b.trials];
  return {
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
    level: confidence,
    kind: 'wilson',
  };
};

/**
 * Interval of the mean of two independent proportions from their Wilson intervals: the method of variance estimates recovery
 * (Zou & Donner 2008, Statistics in Medicine 27), of which Newcombe's is the case of a difference.
 * @returns undefined where a side has no trials
 */
export const meanOfProportionsInterval = (
  a: Proportion,
  b: Proportion,
  confidence: number,
): Interval | undefined => {
  const first = wilsonInterval(a.successes, a.trials, confidence);
  const second = wilsonInterval(b.successes, b.trials, confidence);
  if (first === undefined || second === undefined) return undefined;
  const [p, q] = [a.successes / a.trials, b.successes / b.trials];
  return {
    low: (p + q - Math.hypot(p - first.low, q - second.low)) / 2,
    high: (p + q + Math.hypot(first.high - p, second.high - q)) / 2,
    level: confidence,
    kind: 'wilson',
  };
};
