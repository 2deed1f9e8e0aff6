import type { Interval } from '../../model/figure.ts';
import type { KpiId } from '../../model/kpi.ts';
import type { Scope } from '../scope.ts';
import { portfolioKpis } from './figures.ts';

/**
 * Whether the interval of a KPI of some customers leaves out the value of the portfolio; undefined where there is no interval,
 * or nothing to hold it against. Of many that are compared, 1 − confidence do so by chance alone.
 */
export const isApart = (
  scope: Scope,
  kpi: KpiId,
  { value, interval }: { readonly value?: number | undefined; readonly interval?: Interval | undefined },
): boolean | undefined => {
  const whole = scope.of(portfolioKpis).get(kpi)?.value;
  if (value === undefined || interval === undefined || whole === undefined) return undefined;
  // Where everybody was asked the interval is a point, and any difference would stand out.
  if (interval.low >= interval.high) return undefined;
  // The interval of an extreme score is drawn inwards and may leave out the score itself.
  return whole < Math.min(interval.low, value) || whole > Math.max(interval.high, value);
};
