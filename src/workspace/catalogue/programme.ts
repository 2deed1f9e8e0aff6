import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Place, report } from './report.ts';

export const futureDate = (span: Place, date: string, today: string): Diagnostic =>
  report(
    'warning',
    'workspace/future-date',
    span,
    `${date} lies after the date of the data, ${today}, so it has not happened yet and is not counted.`,
    ['Correct the date, or enter it when it has happened.'],
  );

export const brokenPath = (span: Place, from: string, before: string): Diagnostic =>
  report(
    'warning',
    'workspace/broken-path',
    span,
    `The stage starts from cell ${from}, but the one before it leads to ${before}.`,
    ['Let each stage start where the one before it ends.'],
  );
