import { daysOf } from '../model/period.ts';
import type { Scope } from './scope.ts';

/** Date of the data, against which things are overdue: the one that the workspace declares, or the last day of the period. */
export const asOf = (scope: Scope): string => {
  const { document, fiscalYearStart } = scope.workspace.settings;
  return document.dataAsOf ?? daysOf(scope.period, fiscalYearStart).last;
};
