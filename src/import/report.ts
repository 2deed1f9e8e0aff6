import { Document, isMap, isSeq } from 'yaml';
import { sortBy } from '../model/order.ts';
import type { Count, Reject } from './ledger.ts';

/** Where the report of an import stands, relative to the root of the workspace. */
export const reportFile = 'import-report.yaml';

export interface ImportReport {
  readonly sql: string;
  readonly counts: readonly Count[];
  readonly reasons: readonly ReasonCount[];
  readonly rejects: readonly Reject[];
}

export interface ReasonCount {
  readonly into: string;
  readonly code: string;
  readonly rows: number;
}

/** How many rows were rejected for each reason, by target and code. */
export const reasonCounts = (rejects: readonly Reject[]): readonly ReasonCount[] => {
  const counts = new Map<string, ReasonCount>();
  for (const { into, code } of rejects) {
    const key = `${into} ${code}`;
    counts.set(key, { into, code, rows: (counts.get(key)?.rows ?? 0) + 1 });
  }
  return sortBy([...counts.values()], ({ into, code }) => `${into} ${code}`);
};

/** The whole report: every rejected row with its place, reason and values, one a line. */
export const reportText = (report: ImportReport): string => {
  const document = new Document(report, { aliasDuplicateObjects: false });
  document.commentBefore = ' What became of every row of the last import: read = used + rejected.';
  for (const key of ['counts', 'reasons', 'rejects']) {
    const lines = document.get(key);
    if (isSeq(lines)) for (const line of lines.items) if (isMap(line)) line.flow = true;
  }
  return document.toString({ lineWidth: 0 });
};
