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
  { criteria: { length: width }, points }: Grid,
  { min, max }: Scoring['scale'],
  missing: RobustnessSettings['missing'],
  random: Random,
): Scores => {
  const gaps = Uint32Array.from([...points.keys()].filter(cell => Number.isNaN(points[cell])));
  const filled = points.map(stated => (Number.isNaN(stated) ? 0 : stated));
  if (missing === 'sampled')
    return (weights, scores) => {
      for (const gap of gaps) filled[gap] = min + (max - min) * random.uniform();
      weigh(filled, weights, scores);
    };
  const unknown = new Float64Array(points.length / width);
  return (weights, scores) => {
    weigh(filled, weights, scores);
    unknown.fill(0);
    for (const gap of gaps) add(unknown, Math.floor(gap / width), weights[gap % width] ?? 0);
    for (let row = 0; row < scores.length; row++)
      scores[row] = (scores[row] ?? 0) / (1 - (unknown[row] ?? 0));
  };
};

/** Σ w·s of every row: millions of accounts and weightings come by here, so that nothing is asked of a single cell. */
const weigh = (points: Float64Array, weights: Float64Array, scores: Float64Array): void => {
  let cell = 0;
  for (let row = 0; row < scores.length; row++) {
    let sum = 0;
    for (let column = 0; column < weights.length; column++, cell++)
      sum += (weights[column] ?? 0) * (points[cell] ?? 0);
    scores[row] = sum;
  }
};

const add = (sums: Float64Array, row: number, weight: number): void => {
  sums[row] = (sums[row] ?? 0) + weight;
};
