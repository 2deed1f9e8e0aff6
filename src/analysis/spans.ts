import { between, type PeriodId, shift, trailingYear, yearBefore, yearToDate } from '../model/period.ts';
import type { RevenueBasis } from '../model/workspace-settings.ts';
import type { Scope } from './scope.ts';

const quartersOf: Record<RevenueBasis, (period: PeriodId) => PeriodId[]> = {
  'year-to-date': yearToDate,
  'trailing-year': trailingYear,
  quarter: period => [period],
};

/** The quarters over which the workspace sums revenue, for the period under review. */
export const currentSpan = (scope: Scope): readonly PeriodId[] => scope.of(spanOf);

const spanOf = (scope: Scope): readonly PeriodId[] =>
  quartersOf[scope.workspace.settings.basis](scope.period);

/** The same quarters one year earlier. */
export const priorSpan = (scope: Scope): readonly PeriodId[] => scope.of(spanBefore);

const spanBefore = (scope: Scope): readonly PeriodId[] => currentSpan(scope).map(yearBefore);

/** How many quarters a trail or a history shows. */
export const quartersShown = 8;

/** The last eight quarters up to the period, oldest first. */
export const trailOf = (period: PeriodId): PeriodId[] => between(shift(period, 1 - quartersShown), period);
