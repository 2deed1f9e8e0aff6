import { mean } from '../../model/averages.ts';
import type { Interval } from '../../model/figure.ts';
import { finitePopulationFactor } from '../statistics.ts';
import { studentQuantile } from './distributions.ts';

export interface Sampling {
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
  const centre = mean(answers);
  const n = answers.length;
  if (centre === undefined || n < 2) return undefined;
  const variance = answers.reduce((total, answer) => total + (answer - centre) ** 2, 0) / (n - 1);
  if (variance === 0) return undefined;
  const margin =
    studentQuantile((1 + confidence) / 2, n - 1) *
    Math.sqrt(variance / n) *
    finitePopulationFactor(n, population);
  return {
    low: Math.max(least, centre - margin),
    high: Math.min(greatest, centre + margin),
    level: confidence,
    kind: 'student',
  };
};
