import { lastDay } from './portfolio/standing.ts';
import type { Scope } from './scope.ts';

/** Date of the data, against which things are overdue: the one that the workspace declares, or the last day of the period. */
export const asOf = (scope: Scope): string => scope.workspace.settings.document.dataAsOf ?? lastDay(scope);

/** Last day of which a scope knows something: the date of the data, for an earlier quarter its last day. */
export const knownUntil = (scope: Scope): string =>
  scope.period === scope.workspace.settings.period ? asOf(scope) : lastDay(scope);
