import type { Criterion, Scoring } from '../../model/scoring.ts';
import { distanceToCrossing } from './crossing.ts';
import { envelope } from './envelope.ts';
import type { Grid } from './grid.ts';
import { aboveLevel, aboveLine, negative, type Quadratic, type ScoreLine, scoreLines } from './score-line.ts';

/** Where the key set changes as one weight moves away from the stated one. */
export interface KeySetChange {
  /** Share of all weight. */
  readonly share: number;
  /** Rows of the grid. */
  readonly enters?: number;
  readonly leaves?: number;
}

/** The shares of one criterion between which the key set stays as it is, all other weights keeping their proportions. */
export interface WeightInterval {
  readonly criterion: Criterion;
  readonly stated: number;
  /** Absent where the key set stays down to a weight of zero, or up to all of it. */
  readonly low?: KeySetChange;
  readonly high?: KeySetChange;
}

/** Something that keeps the key set as it is, for as long as its polynomial is not negative. */
interface Condition {
  readonly holds: Quadratic;
  readonly enters?: number;
  readonly leaves?: number;
}

/**
 * Exact intervals, from the points where scores cross each other or the threshold. Empty where neither threshold nor places
 * are declared, or where one criterion carries all the weight.
 */
export const weightIntervals = (grid: Grid, keySet: Scoring['keySet']): readonly WeightInterval[] => {
  if (grid.criteria.length < 2 || grid.rows.every(({ inKeySet }) => inKeySet === undefined)) return [];
  return grid.criteria.map((criterion, index) => {
    const stated = grid.weights[index] ?? 0;
    const conditions = conditionsOf(grid, scoreLines(grid, index), keySet);
    const low = firstChange(conditions, stated, -1);
    const high = firstChange(conditions, stated, 1);
    return {
      criterion,
      stated,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    };
  });
};

/**
 * Everyone inside stays above the threshold. Nobody from outside comes in: by overtaking someone where all places are taken,
 * by reaching the threshold where there is room.
 */
const conditionsOf = (
  { rows }: Grid,
  lines: readonly ScoreLine[],
  { threshold, places }: Scoring['keySet'],
): readonly Condition[] => {
  const inside = lines.filter(({ row }) => rows[row]?.inKeySet === true);
  const outside = lines.filter(({ row }) => rows[row]?.inKeySet !== true);
  const isFull = places !== undefined && inside.length >= places;
  return [
    ...(threshold === undefined
      ? []
      : inside.map(line => ({ holds: aboveLevel(line, threshold), leaves: line.row }))),
    ...(isFull || threshold === undefined
      ? []
      : outside.map(line => ({ holds: negative(aboveLevel(line, threshold)), enters: line.row }))),
    ...(isFull ? overtakings(inside, outside) : []),
  ];
};

const overtakings = (inside: readonly ScoreLine[], outside: readonly ScoreLine[]): readonly Condition[] => {
  const challengers = envelope(outside, 1);
  return envelope(inside, -1).flatMap(line =>
    challengers.map(challenger => ({
      holds: aboveLine(line, challenger),
      enters: challenger.row,
      leaves: line.row,
    })),
  );
};

const firstChange = (
  conditions: readonly Condition[],
  stated: number,
  direction: 1 | -1,
): KeySetChange | undefined => {
  const reach = direction === 1 ? 1 - stated : stated;
  let nearest: { readonly distance: number; readonly condition: Condition } | undefined;
  for (const condition of conditions) {
    const distance = distanceToCrossing(condition.holds, stated, direction, nearest?.distance ?? reach);
    if (distance !== undefined && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY))
      nearest = { distance, condition };
  }
  if (nearest === undefined) return undefined;
  const { holds: _, ...who } = nearest.condition;
  return { share: stated + direction * nearest.distance, ...who };
};
