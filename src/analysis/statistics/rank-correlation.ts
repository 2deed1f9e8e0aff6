import type { Interval } from '../../model/figure.ts';
import { criticalValue } from '../statistics.ts';

/** Ranks from 1 for the least; equal values get the mean of the places that they take. */
export const middleRanks = (values: readonly number[]): number[] => {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let next = first + 1;
    while (next < order.length && values[order[next] ?? 0] === values[order[first] ?? 0]) next += 1;
    for (const index of order.slice(first, next)) ranks[index] = (first + 1 + next) / 2;
    first = next;
  }
  return ranks;
};

/**
 * Spearman's rank correlation, −1 to 1 (Spearman 1904): Pearson's correlation of the ranks, so that ties are right.
 * @returns undefined for fewer than three pairs, or where one side is all equal
 */
export const rankCorrelation = (pairs: readonly (readonly [number, number])[]): number | undefined => {
  if (pairs.length < 3) return undefined;
  const [a, b] = [middleRanks(pairs.map(([x]) => x)), middleRanks(pairs.map(([, y]) => y))];
  const mean = (pairs.length + 1) / 2;
  const products = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((total, rank, index) => total + (rank - mean) * ((y[index] ?? 0) - mean), 0);
  const spread = Math.sqrt(products(a, a) * products(b, b));
  return spread === 0 ? undefined : products(a, b) / spread;
};

/**
 * Interval of Spearman's rank correlation by Fisher's z with the standard error √[(1 + r²/2)/(n − 3)] (Bonett & Wright 2000,
 * Psychometrika 65). Holds up to about ±0.95.
 * @param n pairs
 * @returns undefined under four pairs, and for ranks that agree or oppose each other in full
 */
export const rankCorrelationInterval = (
  correlation: number,
  n: number,
  confidence: number,
): Interval | undefined => {
  // Ranks that agree in full may come out a rounding short of one.
  if (n < 4 || Math.abs(correlation) > 1 - 1e-12) return undefined;
  const half = criticalValue(confidence) * Math.sqrt((1 + correlation ** 2 / 2) / (n - 3));
  const z = Math.atanh(correlation);
  return { low: Math.tanh(z - half), high: Math.tanh(z + half), level: confidence, kind: 'fisher' };
};
