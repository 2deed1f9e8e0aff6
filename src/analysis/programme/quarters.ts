import { between, type PeriodId, shift } from '../../model/period.ts';

/** Quarters that a trail or a history shows. */
export const shown = 8;

/** The last eight quarters up to the period, oldest first. */
export const trailOf = (period: PeriodId): PeriodId[] => between(shift(period, 1 - shown), period);

/** The latest quarter on or before `period` for which a record has an entry: ratings are carried forward. */
export const latestOf = (
  records: Readonly<Record<PeriodId, unknown>>,
  period: PeriodId,
): PeriodId | undefined =>
  Object.keys(records)
    .filter(id => id <= period)
    .sort()
    .at(-1);
