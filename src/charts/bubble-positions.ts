import { compareIds } from '../model/order.ts';
import type { Row } from '../model/series.ts';
import type { Point } from './layers.ts';
import { codeIn, flagIn, numberIn } from './read.ts';

/** One account of a two-by-two. */
export interface Position {
  /** Its row of the series. */
  readonly of: number;
  readonly account: string;
  /** Where it stands, in the units of the axes. */
  readonly now: Point;
  /** Where it stood a quarter before. */
  readonly before: Point | undefined;
  readonly quadrant: string;
  /** Missing revenue shows as a hollow point, never as a small bubble. */
  readonly revenue: number | undefined;
  readonly key: boolean;
  readonly moved: boolean;
  /** Sign behind the name that a note explains; empty for most. */
  readonly sign: string;
}

/** How the rows of a series become positions. */
interface Reading {
  /** Columns of the two axes; those of the quarter before end in `Prior`. */
  readonly x: string;
  readonly y: string;
  sign(row: Row): string;
}

/** The accounts that have a place in the matrix, largest first, so that small bubbles lie on top. */
export const positionsOf = (rows: readonly Row[], reading: Reading): Position[] =>
  rows
    .flatMap((row, of) => {
      const now = placeOf(row, reading, '');
      if (now === undefined) return [];
      return [
        {
          of,
          account: codeIn(row, 'account'),
          now,
          before: placeOf(row, reading, 'Prior'),
          quadrant: codeIn(row, 'quadrant'),
          revenue: numberIn(row, 'revenue'),
          key: flagIn(row, 'key'),
          moved: flagIn(row, 'moved'),
          sign: reading.sign(row),
        },
      ];
    })
    .sort((a, b) => (b.revenue ?? 0) - (a.revenue ?? 0) || compareIds(a.account, b.account));

const placeOf = (row: Row, reading: Reading, suffix: '' | 'Prior'): Point | undefined => {
  const [x, y] = [numberIn(row, `${reading.x}${suffix}`), numberIn(row, `${reading.y}${suffix}`)];
  return x === undefined || y === undefined ? undefined : { x, y };
};
