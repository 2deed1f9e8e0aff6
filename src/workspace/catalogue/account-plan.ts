import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Place, report } from './report.ts';

/** A strategy that is filed under another crossing than that of its items. */
export const wrongCrossing = (span: Place, message: string): Diagnostic =>
  report('error', 'workspace/contradiction', span, `${message}.`, [
    'so crosses strengths with opportunities, wo weaknesses with opportunities, st strengths with threats, wt weaknesses with threats.',
  ]);
