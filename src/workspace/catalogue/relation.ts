import type { Diagnostic } from '../../model/diagnostic.ts';
import { clip, type Place, report } from './report.ts';

export const duplicateCell = (span: Place, line: string): Diagnostic =>
  report(
    'error',
    'workspace/duplicate-cell',
    span,
    `The cell of "${clip(line)}" is declared by an earlier entry of this list, for the same unit.`,
    ['Keep one entry for each product line and business unit.'],
  );

export const sharedPotential = (span: Place, units: number): Diagnostic =>
  report(
    'error',
    'workspace/shared-potential',
    span,
    `This potential stands for ${units} business units, and would be counted in each of them.`,
    ['Write one entry with its potential for each unit, with "unit: …".'],
  );

export const moreThanAll = (span: Place, part: string, n: number, whole: string, of: number): Diagnostic =>
  report(
    'error',
    'workspace/more-than-all',
    span,
    `"${part}" (${n}) can't be more than "${whole}" (${of}).`,
    ['Correct one of the two.'],
  );

export const contradiction = (span: Place, message: string, hint: string): Diagnostic =>
  report('warning', 'workspace/contradiction', span, `${message}.`, [hint]);
