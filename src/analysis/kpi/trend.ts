import { median } from '../../model/averages.ts';
import type { KpiId } from '../../model/kpi.ts';
import type { TrendRule } from '../../model/kpi-selection.ts';
import { isScore, kpiDefinitions } from './definitions.ts';

/** `mixed`: the last step goes against the course, or neither it nor the change in a year is as the course says. */
export type Trend = 'improving' | 'steady' | 'worsening' | 'mixed';

/** A value and its distance in quarters from any common start. */
export interface InQuarter {
  readonly at: number;
  readonly value: number;
}

/**
 * Course of a KPI over its last quarters: the median of all slopes between two of them (Theil 1950, Sen 1968), which one odd
 * quarter does not turn. Steady where the change over the whole time stays within the band. The course is printed beside the
 * last quarter and that of a year ago: where neither bears it out, or the step from the last quarter goes against it by more
 * than the band, no course is claimed.
 * @param values oldest first
 * @param now the quarter under review
 * @param rule quarters with a value to look at; band, a change relative to the median of the values, or as a part of 100
 * points of a score
 * @returns undefined with fewer than three values, and where the quarter under review has none
 */
export const trendOf = (
  kpi: KpiId,
  values: readonly InQuarter[],
  now: number,
  { quarters, band }: TrendRule,
): Trend | undefined => {
  const recent = values.slice(-quarters);
  const [first, last] = [recent[0], recent.at(-1)];
  if (recent.length < 3 || first === undefined || last?.at !== now) return undefined;
  const level = isScore(kpi) ? 100 : Math.abs(median(recent.map(({ value }) => value)) ?? 0);
  const courseOf = (change: number): Trend => {
    if (Math.abs(change) <= band * level) return 'steady';
    return change > 0 === (kpiDefinitions[kpi].polarity === 'higher') ? 'improving' : 'worsening';
  };
  const course = courseOf(medianSlope(recent) * (last.at - first.at));
  const steps = comparedWith(values, now).map(({ at, value }) => ({
    at,
    course: courseOf(last.value - value),
  }));
  const latest = steps.find(({ at }) => at === now - 1)?.course;
  if (latest !== undefined && latest === opposite[course]) return 'mixed';
  return steps.length === 0 || steps.some(step => step.course === course) ? course : 'mixed';
};

const opposite: Partial<Record<Trend, Trend>> = { improving: 'worsening', worsening: 'improving' };

/** The last quarter and that of a year ago, as far as they have a value. */
export const comparedWith = <T extends { readonly at: number }>(values: readonly T[], now: number): T[] =>
  values.filter(({ at }) => at === now - 1 || at === now - 4);

const medianSlope = (values: readonly InQuarter[]): number =>
  median(
    values.flatMap((a, index) => values.slice(index + 1).map(b => (b.value - a.value) / (b.at - a.at))),
  ) ?? 0;
