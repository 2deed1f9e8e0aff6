import type { Criterion, Scoring } from '../../model/scoring.ts';
import { distanceToCrossing } from './crossing.ts';
import { envelope } from './envelope.ts';
import type { Grid } from './grid.ts';
import { changeAt, type KeySetChange, type Parted } from './key-set-change.ts';
import { aboveLevel, aboveLine, negative, type Quadratic, type ScoreLine, scoreLines } from './score-line.ts';

/**
 * The shares of one criterion between which the key set stays as it is, all other weights keeping their proportions. At an
 * end where somebody falls below the threshold the key set is still the stated one, for just enough is enough; where
 * somebody reaches it, already another; where one overtakes another, both have the same score, and revenue, then id, decide
 * as in the points table. Where two scores touch without crossing, the interval goes on, though at that one share a tie is
 * decided so. An end is the stated share itself where the stated weights make a tie that the slightest change undoes.
 */
export interface WeightInterval {
  readonly criterion: Criterion;
  readonly stated: number;
  /** Absent where the key set stays at all shares above zero, or at all below one. */
  readonly low?: KeySetChange;
  readonly high?: KeySetChange;
}

/**
 * Exact intervals, from the points where scores cross each other or the threshold. Empty where neither threshold nor places
 * are declared, or where one criterion carries all the weight.
 */
export const weightIntervals = (grid: Grid, keySet: Scoring['keySet']): readonly WeightInterval[] => {
  if (grid.criteria.length < 2 || grid.rows.every(({ inKeySet }) => inKeySet === undefined)) return [];
  return grid.criteria.map((criterion, index) => {
    const stated = grid.weights[index] ?? 0;
    const parted = partedBy(grid, scoreLines(grid, index));
    const conditions = conditionsOf(parted, keySet);
    const change = (direction: 1 | -1): KeySetChange | undefined => {
      const share = firstChange(conditions, stated, direction);
      return share === undefined ? undefined : changeAt(parted, keySet, share, direction);
    };
    const [low, high] = [change(-1), change(1)];
    return {
      criterion,
      stated,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    };
  });
};

const partedBy = ({ rows }: Grid, lines: readonly ScoreLine[]): Parted => ({
  inside: lines.filter(({ row }) => rows[row]?.inKeySet === true),
  outside: lines.filter(({ row }) => rows[row]?.inKeySet !== true),
});

/**
 * What keeps the key set as it is, each for as long as it is not negative. Everyone inside stays above the threshold. Nobody
 * from outside comes in: by overtaking someone where all places are taken, by reaching the threshold where there is room.
 */
const conditionsOf = (parted: Parted, { threshold, places }: Scoring['keySet']): readonly Quadratic[] => {
  const { inside, outside } = parted;
  return [
    ...(threshold === undefined ? [] : inside.map(line => aboveLevel(line, threshold))),
    ...(places !== undefined && inside.length >= places
      ? overtakings(parted)
      : threshold === undefined
        ? []
        : outside.map(line => negative(aboveLevel(line, threshold)))),
  ];
};

const overtakings = ({ inside, outside }: Parted): readonly Quadratic[] => {
  const challengers = envelope(outside, 1);
  return envelope(inside, -1).flatMap(line => challengers.map(challenger => aboveLine(line, challenger)));
};

/** The share at which a condition first ceases to hold. */
const firstChange = (
  conditions: readonly Quadratic[],
  stated: number,
  direction: 1 | -1,
): number | undefined => {
  let reach = direction === 1 ? 1 - stated : stated;
  let found: number | undefined;
  for (const condition of conditions) {
    const distance = distanceToCrossing(condition, stated, direction, reach);
    if (distance !== undefined) found = reach = distance;
  }
  return found === undefined ? undefined : stated + direction * found;
};
