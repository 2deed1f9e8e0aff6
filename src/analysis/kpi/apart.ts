import type { KpiId } from '../../model/kpi.ts';
import type { Scope } from '../scope.ts';
import { kpiDefinitions } from './definitions.ts';
import { portfolioKpis } from './figures.ts';
import type { Subject } from './subjects.ts';

/**
 * Whether the interval of a KPI of some customers leaves out the value of the portfolio; undefined where there is no interval,
 * or nothing to hold it against. Of many that are compared, 1 − confidence do so by chance alone.
 */
export const isApart = (
  scope: Scope,
  { customers }: Pick<Subject, 'customers'>,
  kpi: KpiId,
): boolean | undefined => {
  if (!kpiDefinitions[kpi].perGroup) return undefined;
  const { value, interval } = kpiDefinitions[kpi].measure(scope, customers);
  const whole = scope.of(portfolioKpis).get(kpi)?.value;
  if (value === undefined || interval === undefined || whole === undefined) return undefined;
  // Where everybody was asked the interval is a point, and any difference would stand out.
  if (interval.low >= interval.high) return undefined;
  // The interval of an extreme score is drawn inwards and may leave out the score itself.
  return whole < Math.min(interval.low, value) || whole > Math.max(interval.high, value);
};
