import { lastDay } from './portfolio/standing.ts';
import type { Scope } from './scope.ts';

/** Date of the data as the workspace declares it: it speaks of the period under review, not of earlier ones. */
export const declaredAsOf = ({ workspace: { settings }, period }: Scope): string | undefined =>
  period === settings.period ? settings.document.dataAsOf : undefined;

/**
 * Day (ISO) up to which a scope knows something, and against which things are overdue: the declared date of the data, or
 * the last day of the scope's period.
 */
export const asOf = (scope: Scope): string => declaredAsOf(scope) ?? lastDay(scope);
