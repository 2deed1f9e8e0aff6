import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Place, report } from './report.ts';

export const estimateAfterData = (span: Place, date: string, end: string): Diagnostic =>
  report(
    'warning',
    'workspace/future-actual',
    span,
    `The estimate is dated ${date}, after ${end}, the date of the data; it does not count yet.`,
    ['Correct the date, or leave it out.'],
  );

export const endedUndecided = (span: Place, id: string, end: string): Diagnostic =>
  report(
    'warning',
    'workspace/status-conflict',
    span,
    `Contract ${id} ended on ${end}, but nothing says what became of it.`,
    ['Set "renewal" to renewed, lost or pending.'],
  );

export const tooFewRenewals = (span: Place, stated: number, counted: number): Diagnostic =>
  report(
    'warning',
    'workspace/status-conflict',
    span,
    `The contract states ${stated} earlier renewals, but ${counted} contracts of this product before it were renewed.`,
    [`Write at least ${counted}, or leave it out: it is counted then.`],
  );
