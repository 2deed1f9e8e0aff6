import { median } from '../../model/averages.ts';
import type { KpiId } from '../../model/kpi.ts';
import { isScore, kpiDefinitions } from './definitions.ts';

export type Trend = 'improving' | 'steady' | 'worsening';

/**
 * Course of a KPI over its last quarters: the median of all slopes between two of them (Theil 1950, Sen 1968), which one odd
 * quarter does not turn. Steady where the change over the whole time stays within the band.
 * @param values oldest first, with their distance in quarters from any common start
 * @param band change relative to the median of the values, or as a part of 100 points of a score
 * @returns undefined with fewer than three values
 */
export const trendOf = (
  kpi: KpiId,
  values: readonly { readonly at: number; readonly value: number }[],
  band: number,
): Trend | undefined => {
  const [first, last] = [values[0], values.at(-1)];
  if (values.length < 3 || first === undefined || last === undefined) return undefined;
  const slope = median(
    values.flatMap((a, index) => values.slice(index + 1).map(b => (b.value - a.value) / (b.at - a.at))),
  );
  if (slope === undefined) return undefined;
  const change = slope * (last.at - first.at);
  const level = isScore(kpi) ? 100 : Math.abs(median(values.map(({ value }) => value)) ?? 0);
  if (Math.abs(change) <= band * level) return 'steady';
  return change > 0 === (kpiDefinitions[kpi].polarity === 'higher') ? 'improving' : 'worsening';
};
