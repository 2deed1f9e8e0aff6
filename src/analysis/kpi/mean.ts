import type { Interval } from '../../model/figure.ts';
import { studentQuantile } from '../statistics/distributions.ts';
import { finitePopulationFactor } from '../statistics.ts';

/** Mean; undefined without values. */
export const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0) / values.length;

/** Median, the mean of the two in the middle where their number is even; undefined without values. */
export const medianOf = (values: readonly number[]): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const pair = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return meanOf(pair.flatMap(value => value ?? []));
};

interface Sampling {
  readonly confidence: number;
  /** Least and greatest answer that the scale allows. */
  readonly scale: readonly [least: number, greatest: number];
  /** People that could have answered, where they were all asked. */
  readonly population?: number;
}

/**
 * Interval of a mean (Student 1908): mean ± t·s/√n, smaller by the finite-population factor, within the scale of the answers.
 * @returns undefined with fewer than two answers, and where all are alike: the formula would call that certainty
 */
export const meanInterval = (
  answers: readonly number[],
  { confidence, scale: [least, greatest], population }: Sampling,
): Interval | undefined => {
  const mean = meanOf(answers);
  const n = answers.length;
  if (mean === undefined || n < 2) return undefined;
  const variance = answers.reduce((total, answer) => total + (answer - mean) ** 2, 0) / (n - 1);
  if (variance === 0) return undefined;
  const margin =
    studentQuantile((1 + confidence) / 2, n - 1) *
    Math.sqrt(variance / n) *
    finitePopulationFactor(n, population);
  return {
    low: Math.max(least, mean - margin),
    high: Math.min(greatest, mean + margin),
    level: confidence,
    kind: 'student',
  };
};
