import type { Scoring } from '../../model/scoring.ts';
import type { PointsRow } from './points-table.ts';

/** Whether the points admit an account: `perhaps` where its missing ratings may still carry it over the threshold, or keep it below. */
export type KeySetAnswer = 'yes' | 'perhaps' | 'no';

/** Undefined where no key set is declared or nothing of the account is rated. Without a threshold the places alone decide. */
export const keySetAnswer = (
  { value, low, high, inKeySet }: PointsRow,
  { threshold }: Scoring['keySet'],
): KeySetAnswer | undefined => {
  if (inKeySet === undefined || value === undefined) return undefined;
  if (threshold === undefined) return inKeySet ? 'yes' : 'no';
  if (inKeySet) return low >= threshold ? 'yes' : 'perhaps';
  // One that has the points and found no place stays outside, whatever is still missing.
  return value < threshold && high >= threshold ? 'perhaps' : 'no';
};
