import type { PointsRow } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';
import type { Acceptability } from './acceptability.ts';
import { robustness } from './robustness.ts';

/** How one account fares over the weightings that were drawn. Ranks from 1, probabilities 0–1. */
export interface Contender {
  readonly row: PointsRow;
  /** Row of the grid. */
  readonly index: number;
  /** Part of all weightings with which it comes first. */
  readonly first: number;
  /** Probability of belonging to the key set, over all weightings and over those near the stated one; absent without key set. */
  readonly any?: number;
  readonly near?: number;
  readonly bestAny: number;
  readonly worstAny: number;
  readonly best: number;
  readonly worst: number;
}

/**
 * The accounts for which weights may matter, in the order of the points table: those with key status, those admitted today,
 * and those that some weightings would admit. Without a declared key set, the leading ones.
 */
export const contenders = (scope: Scope): readonly Contender[] => {
  const found = scope.of(robustness);
  if (found === undefined) return [];
  const { grid, any, near, settings } = found;
  return grid.rows
    .map((row, index) => contenderOf(row, index, any, near))
    .filter(
      ({ row, index, any: probability }) =>
        row.key ||
        row.inKeySet === true ||
        (probability === undefined ? index < near.leading : probability >= settings.worthARow),
    );
};

const contenderOf = (row: PointsRow, index: number, any: Acceptability, near: Acceptability): Contender => ({
  row,
  index,
  first: (any.ranks[index * any.leading] ?? 0) / any.samples,
  ...(row.inKeySet === undefined
    ? {}
    : {
        any: (any.admitted[index] ?? 0) / any.samples,
        near: (near.admitted[index] ?? 0) / near.samples,
      }),
  bestAny: (any.best[index] ?? 0) + 1,
  worstAny: (any.worst[index] ?? 0) + 1,
  best: (near.best[index] ?? 0) + 1,
  worst: (near.worst[index] ?? 0) + 1,
});

/** Standard error of a probability that was counted over so many draws. */
export const standardError = (probability: number, samples: number): number =>
  Math.sqrt((probability * (1 - probability)) / samples);
