import type { Unit } from '../../model/figure.ts';
import { difference } from '../portfolio/weighted.ts';

/** What a KPI gained or lost since the last quarter; undefined where either of both is missing. */
export const changeSince = (before: number | undefined, now: number | undefined): number | undefined =>
  before === undefined || now === undefined ? undefined : difference(now, before);

/** Two percentages differ in points; anything else in its own unit, for which this is missing. */
export const changeUnit = (unit: Unit): 'points' | null => (unit === 'share' ? 'points' : null);
