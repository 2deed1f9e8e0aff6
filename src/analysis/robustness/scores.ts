import type { RobustnessSettings } from '../../model/robustness.ts';
import type { Scoring } from '../../model/scoring.ts';
import type { Random } from '../statistics/random.ts';
import type { Grid } from './grid.ts';

/** Fills the second array with the score of every row of the grid under the weights of the first. */
export type Scores = (weights: Float64Array, scores: Float64Array) => void;

/**
 * Scores under any weights. Missing points are drawn anew each time, uniformly from the scale, or left out as the points
 * table does: Σ w·s / Σ w over what is known. Sums run in one order, so that in floating point, too, an account that is
 * nowhere worse than another never scores less.
 */
export const scoresOf = (
  { rows, criteria, points }: Grid,
  { min, max }: Scoring['scale'],
  missing: RobustnessSettings['missing'],
  random: Random,
): Scores => {
  const width = criteria.length;
  const drawn = missing === 'sampled' ? () => min + (max - min) * random.uniform() : undefined;
  return (weights, scores) => {
    for (let row = 0; row < rows.length; row++) scores[row] = scoreOf(points, row * width, weights, drawn);
  };
};

const scoreOf = (
  points: Float64Array,
  start: number,
  weights: Float64Array,
  drawn: (() => number) | undefined,
): number => {
  let sum = 0;
  let unknown = 0;
  for (let column = 0; column < weights.length; column++) {
    const weight = weights[column] ?? 0;
    const stated = points[start + column] ?? Number.NaN;
    if (!Number.isNaN(stated)) sum += weight * stated;
    else if (drawn !== undefined) sum += weight * drawn();
    else unknown += weight;
  }
  return unknown === 0 ? sum : sum / (1 - unknown);
};
