import { archivedQuarters } from '../document/archive.ts';
import type { Files } from '../effects.ts';
import type { PeriodId } from '../model/period.ts';

/** Files of earlier quarters, by quarter. */
export type ArchivedPaths = ReadonlyMap<PeriodId, readonly string[]>;

/** What was built for earlier quarters and still lies in the folder of the reports; the index links to it. */
export const archivedPaths = async (period: PeriodId, files: Pick<Files, 'list'>): Promise<ArchivedPaths> =>
  new Map(
    await Promise.all(
      archivedQuarters(period).map(
        async quarter => [quarter, await files.list(`reports/${quarter}`)] as const,
      ),
    ),
  );
