import { compareIds } from '../model/order.ts';
import type { Row } from '../model/series.ts';
import { codeIn, flagIn, numberIn } from './read.ts';

export interface Place {
  readonly attractiveness: number;
  readonly strength: number;
}

/** One account of the matrix. */
export interface Position {
  /** Its row of the series. */
  readonly of: number;
  readonly account: string;
  readonly now: Place;
  readonly before: Place | undefined;
  readonly quadrant: string;
  /** Missing revenue shows as a hollow point, never as a small bubble. */
  readonly revenue: number | undefined;
  readonly key: boolean;
  readonly moved: boolean;
  /** The strength was scored by ourselves rather than by the customer. */
  readonly ownScored: boolean;
}

/** The accounts that have a place in the matrix, largest first, so that small bubbles lie on top. */
export const positionsOf = (rows: readonly Row[]): Position[] =>
  rows
    .flatMap((row, of) => {
      const now = placeOf(row, '');
      if (now === undefined) return [];
      return [
        {
          of,
          account: codeIn(row, 'account'),
          now,
          before: placeOf(row, 'Prior'),
          quadrant: codeIn(row, 'quadrant'),
          revenue: numberIn(row, 'revenue'),
          key: flagIn(row, 'key'),
          moved: flagIn(row, 'moved'),
          ownScored: codeIn(row, 'scoredBy') === 'own',
        },
      ];
    })
    .sort((a, b) => (b.revenue ?? 0) - (a.revenue ?? 0) || compareIds(a.account, b.account));

const placeOf = (row: Row, suffix: '' | 'Prior'): Place | undefined => {
  const attractiveness = numberIn(row, `attractiveness${suffix}`);
  const strength = numberIn(row, `strength${suffix}`);
  return attractiveness === undefined || strength === undefined ? undefined : { attractiveness, strength };
};
