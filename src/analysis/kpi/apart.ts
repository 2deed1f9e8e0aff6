import type { Interval } from '../../model/figure.ts';
import type { KpiId } from '../../model/kpi.ts';
import type { Scope } from '../scope.ts';
import { portfolioKpis } from './figures.ts';

interface Valued {
  readonly value?: number | undefined;
  readonly interval?: Interval | undefined;
}

/**
 * Where the interval of a KPI of some customers lies against the value of the portfolio; undefined where there is no interval,
 * or nothing to hold it against. Of many that are compared, 1 − confidence leave it out by chance alone.
 */
export const sideOfPortfolio = (
  scope: Scope,
  kpi: KpiId,
  { value, interval }: Valued,
): 'above' | 'around' | 'below' | undefined => {
  const whole = scope.of(portfolioKpis).get(kpi)?.value;
  if (value === undefined || interval === undefined || whole === undefined) return undefined;
  // Where everybody was asked the interval is a point, and any difference would stand out.
  if (interval.low >= interval.high) return undefined;
  // The interval of an extreme score is drawn inwards and may leave out the score itself.
  if (whole < Math.min(interval.low, value)) return 'above';
  return whole > Math.max(interval.high, value) ? 'below' : 'around';
};

/** Whether the interval leaves out the value of the portfolio; undefined where nobody can say. */
export const isApart = (scope: Scope, kpi: KpiId, valued: Valued): boolean | undefined => {
  const side = sideOfPortfolio(scope, kpi, valued);
  return side === undefined ? undefined : side !== 'around';
};
