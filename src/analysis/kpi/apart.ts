import type { Interval } from '../../model/figure.ts';
import type { KpiId } from '../../model/kpi.ts';
import type { Scope } from '../scope.ts';
import { kpiDefinitions } from './definitions.ts';
import { portfolioKpis } from './figures.ts';
import type { SegmentSubject } from './subjects.ts';

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

/**
 * Whether a segment differs in a KPI by the way it was made: by newcomers, or by a rule that tests what the KPI follows from.
 * The first match wins, so that the rules tried before its own have made it too.
 */
export const isSettled = ({ scheme, segment }: SegmentSubject, kpi: KpiId): boolean => {
  const { turnsOnNewcomers, followsFrom } = kpiDefinitions[kpi];
  const own = scheme.segments.findIndex(({ id }) => id === segment.id);
  const tested = new Set(
    scheme.segments.slice(0, own + 1).flatMap(({ when }) => when.map(({ field }) => field)),
  );
  return turnsOnNewcomers || followsFrom.some(field => tested.has(field));
};
