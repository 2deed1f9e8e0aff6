import type { Interval } from '../../model/figure.ts';

/**
 * Interval of the median from order statistics: no assumption on the shape of the distribution (Conover 1999, Practical
 * Nonparametric Statistics, 3.2). Reaches at least the confidence asked for.
 * @returns undefined where even the least and the greatest value don't reach it: under six values at 95 %
 */
export const medianInterval = (values: readonly number[], confidence: number): Interval | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const depth = depthOf(sorted.length, confidence);
  const [low, high] = [sorted[depth - 1], sorted[sorted.length - depth]];
  return low === undefined || high === undefined
    ? undefined
    : { low, high, level: confidence, kind: 'order-statistics' };
};

/** Fewest values from which a median has an interval: the least and the greatest have to reach the confidence. */
export const fewestForMedian = (confidence: number): number => {
  let n = 1;
  while (2 * 0.5 ** n > 1 - confidence) n += 1;
  return n;
};

/** How many values from either end the interval begins; 0 where there is none. */
const depthOf = (n: number, confidence: number): number => {
  // Probability that `depth` of n fair coins or fewer fall on one side, built up term by term.
  let term = 0.5 ** n;
  let tail = 0;
  let depth = 0;
  while (depth < n / 2) {
    tail += term;
    if (2 * tail > 1 - confidence) break;
    depth += 1;
    term = (term * (n - depth + 1)) / depth;
  }
  return depth;
};
