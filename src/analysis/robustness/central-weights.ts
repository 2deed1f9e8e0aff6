import type { Scope } from '../scope.ts';
import { randomOf } from '../statistics/random.ts';
import { acceptabilityOf } from './acceptability.ts';
import { type Robustness, robustness, samplesFor } from './robustness.ts';
import { scoresOf } from './scores.ts';

/** The mean of the weightings with which an account comes first: whoever sets weights like these prefers it to all others. */
export interface CentralWeights {
  /** Row of the grid. */
  readonly row: number;
  /** Part of all weightings with which it comes first, 0–1. */
  readonly first: number;
  /** Shares, in the order of the grid's criteria. */
  readonly weights: Float64Array;
  /** Probability of coming first with just these weights; below 1 where points are missing. */
  readonly confidence: number;
}

const mostAccounts = 10;

/** Central weights and confidence factors (SMAA-2) of the accounts that come first most often, the most frequent first. */
export const centralWeights = (scope: Scope): readonly CentralWeights[] => {
  const found = scope.of(robustness);
  if (found === undefined) return [];
  const { grid, any, settings } = found;
  const times = (row: number): number => any.ranks[row * any.leading] ?? 0;
  return [...grid.rows.keys()]
    .filter(row => times(row) >= settings.fewestFirsts * any.samples)
    .sort((a, b) => times(b) - times(a) || a - b)
    .slice(0, mostAccounts)
    .map(row => {
      const start = row * grid.criteria.length;
      const sums = any.firstWeights.subarray(start, start + grid.criteria.length);
      const weights = sums.map(sum => sum / times(row));
      return {
        row,
        first: times(row) / any.samples,
        weights,
        confidence: confidenceOf(scope, found, row, weights),
      };
    });
};

const confidenceOf = (
  { period }: Scope,
  { grid, settings, table }: Robustness,
  row: number,
  central: Float64Array,
): number => {
  const random = randomOf(`${settings.seed} ${period} confidence ${grid.rows[row]?.customer.id ?? ''}`);
  // One account after the other, so that together they take no longer than the experiment itself.
  const draws = Math.ceil(samplesFor(settings.samples, grid.rows.length) / mostAccounts);
  const samples = settings.missing === 'sampled' && grid.points.some(Number.isNaN) ? draws : 1;
  const { ranks } = acceptabilityOf({
    rows: grid.rows.length,
    criteria: grid.criteria.length,
    samples,
    leading: 1,
    keySet: {},
    pairs: [],
    weightings: weights => weights.set(central),
    scores: scoresOf(grid, table.scoring.scale, settings.missing, random),
  });
  return (ranks[row] ?? 0) / samples;
};
