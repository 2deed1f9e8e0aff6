import type { PeriodId } from '../../model/period.ts';

/** The latest quarter on or before `period` for which a record has an entry: ratings are carried forward. */
export const latestOf = (
  records: Readonly<Record<PeriodId, unknown>>,
  period: PeriodId,
): PeriodId | undefined =>
  Object.keys(records)
    .filter(id => id <= period)
    .sort()
    .at(-1);
