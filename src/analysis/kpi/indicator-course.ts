import { yearBefore } from '../../model/period.ts';
import type { Scope } from '../scope.ts';
import { portfolioIndicators } from './figures.ts';
import type { Indicator } from './indicators.ts';

export type Course = 'better' | 'worse' | 'same';

/** How an indicator does against a year ago; undefined where it has no good side, or no value in one of the years. */
export const courseOf = (scope: Scope, indicator: Indicator): Course | undefined => {
  const now = scope.of(portfolioIndicators).get(indicator)?.value;
  const then = scope.at(yearBefore(scope.period)).of(portfolioIndicators).get(indicator)?.value;
  const { polarity } = indicator;
  if (now === undefined || then === undefined || polarity === undefined) return undefined;
  const gain = polarity === 'higher' ? now - then : then - now;
  if (gain === 0) return 'same';
  return gain > 0 ? 'better' : 'worse';
};
