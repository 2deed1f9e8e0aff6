import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Place, report } from './report.ts';

/** What can be wrong in surveys of staff and in reviews. */

export const foreignAnswers = (span: Place, question: string, period: string): Diagnostic =>
  report(
    'error',
    'workspace/more-than-all',
    span,
    `The groups have answers under "${question}" that the survey of ${period} does not have, or has fewer times.`,
    ['A group repeats answers of its survey, each person in one group at most.'],
  );

export const duplicateReview = (span: Place, date: string): Diagnostic =>
  report(
    'error',
    'workspace/duplicate-id',
    span,
    `The review of ${date} stands twice and would count twice.`,
    ['Keep one of them.'],
  );
