import type { Scoring } from '../../model/scoring.ts';
import { type Course, courseOf, type ScoreLine } from './score-line.ts';

/** Where the key set changes as one weight moves away from the stated one. */
export interface KeySetChange {
  /** Share of all weight. */
  readonly share: number;
  /** Rows of the grid: the best of those who come in just beyond the share, and the worst of those who go. */
  readonly enters?: number;
  readonly leaves?: number;
}

/** The score lines of a grid, by whether the stated weights admit them. */
export interface Parted {
  readonly inside: readonly ScoreLine[];
  readonly outside: readonly ScoreLine[];
}

/**
 * Who comes in and who goes just beyond the first share, in the direction, from which the key set is another one. Several
 * may meet there: how steeply they rise says who is ahead afterwards, and those who stay equal keep their order.
 */
export const changeAt = (
  { inside, outside }: Parted,
  { threshold = Number.NEGATIVE_INFINITY, places = Number.POSITIVE_INFINITY }: Scoring['keySet'],
  share: number,
  direction: 1 | -1,
): KeySetChange => {
  const runners = [...inside, ...outside].map((line, index) => ({
    row: line.row,
    was: index < inside.length,
    course: courseOf(line, share, direction),
  }));
  const ranked = runners
    .sort((a, b) => compare(b.course, a.course) || a.row - b.row)
    .map((runner, rank) => ({
      ...runner,
      is: rank < places && compare(runner.course, [threshold, 0, 0]) >= 0,
    }));
  const enters = ranked.find(({ was, is }) => is && !was)?.row;
  const leaves = ranked.findLast(({ was, is }) => was && !is)?.row;
  return {
    share,
    ...(enters === undefined ? {} : { enters }),
    ...(leaves === undefined ? {} : { leaves }),
  };
};

// Points have a few digits; binary noise of a score, however little weight it rests on, is less than this.
const noise = 1e-9;

/** Above zero where the first is ahead just beyond. */
const compare = (a: Course, b: Course): number => {
  for (const [order, value] of a.entries()) {
    const apart = value - (b[order] ?? 0);
    if (Math.abs(apart) > noise) return apart;
  }
  return 0;
};
