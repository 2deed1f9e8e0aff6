import { createHash } from 'node:crypto';
import { pathOf, type Report } from './report.ts';

/**
 * A name for each diagnostic that stays when lines are added above it, so that a CI can tell new problems from known ones: the
 * hash of its code, file and message, and which of several such it is. In the order of the report.
 */
export const fingerprints = (report: Report): readonly string[] => {
  const seen = new Map<string, number>();
  return report.diagnostics.map(diagnostic => {
    const what = JSON.stringify([diagnostic.code, pathOf(report, diagnostic), diagnostic.message]);
    const before = seen.get(what) ?? 0;
    seen.set(what, before + 1);
    return createHash('sha256').update(`${what}${before}`).digest('hex');
  });
};
