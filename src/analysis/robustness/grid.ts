import type { Criterion } from '../../model/scoring.ts';
import type { PointsRow, PointsTable } from '../portfolio/points-table.ts';

/** The points of all scored accounts as one block of numbers, small enough for ten thousand accounts. */
export interface Grid {
  /** Accounts with at least one rating, in the order of the points table: equal scores are told apart by it. */
  readonly rows: readonly PointsRow[];
  /** Criteria that carry weight. */
  readonly criteria: readonly Criterion[];
  /** Stated weights as shares, adding up to one. */
  readonly weights: Float64Array;
  /** Points, row by row; NaN where they are missing. */
  readonly points: Float64Array;
}

export const gridOf = ({ rows, scoring }: PointsTable): Grid => {
  const criteria = scoring.criteria.filter(({ weight }) => weight > 0);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const scored = rows.filter(({ value }) => value !== undefined);
  const points = new Float64Array(scored.length * criteria.length).fill(Number.NaN);
  for (const [row, { items }] of scored.entries()) {
    const weighted = items.filter(({ criterion }) => criterion.weight > 0);
    for (const [column, item] of weighted.entries())
      if (item.points !== undefined) points[row * criteria.length + column] = item.points;
  }
  return {
    rows: scored,
    criteria,
    weights: Float64Array.from(criteria, ({ weight }) => weight / total),
    points,
  };
};
