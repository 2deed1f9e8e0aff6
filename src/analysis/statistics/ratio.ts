import type { Interval } from '../../model/figure.ts';
import { studentQuantile } from './distributions.ts';

/**
 * Interval of the ratio of two totals over the same units, Σ part ÷ Σ whole (Fieller 1954, Journal of the Royal Statistical
 * Society B 16): all ratios that the data do not reject. Where `whole` is 1 for every unit it is Student's of the mean.
 * @param pairs part and whole of each unit; where no part lies below zero, the interval ends there
 * @returns undefined with fewer than two units, where none differs from the ratio, and where the whole is so uncertain that
 * the interval would have no end
 */
export const ratioInterval = (
  pairs: readonly (readonly [part: number, whole: number])[],
  confidence: number,
): Interval | undefined => {
  const n = pairs.length;
  if (n < 2) return undefined;
  const meanOf = (side: 0 | 1): number => pairs.reduce((total, pair) => total + pair[side], 0) / n;
  const [y, x] = [meanOf(0), meanOf(1)];
  const covariance = (a: 0 | 1, b: 0 | 1): number => {
    const means = [y, x] as const;
    return pairs.reduce((total, pair) => total + (pair[a] - means[a]) * (pair[b] - means[b]), 0) / (n - 1);
  };
  const t2 = studentQuantile((1 + confidence) / 2, n - 1) ** 2 / n;
  // The roots of (y − r·x)² = t²·(s_yy − 2·r·s_xy + r²·s_xx), in r.
  const a = x * x - t2 * covariance(1, 1);
  const b = x * y - t2 * covariance(0, 1);
  const c = y * y - t2 * covariance(0, 0);
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  if (a <= 0 || root === 0) return undefined;
  const least = pairs.some(([part]) => part < 0) ? Number.NEGATIVE_INFINITY : 0;
  return { low: Math.max(least, (b - root) / a), high: (b + root) / a, level: confidence, kind: 'fieller' };
};
