import type { KpiId } from '../../model/kpi.ts';

const partsOfAWhole: readonly KpiId[] = [
  'referenced-customers',
  'csat',
  'customer-outcomes',
  'organic-growth',
  'acquisition-rate',
  'renewal',
  'churn',
  'revenue-churn',
  'gross-revenue-retention',
];

/** KPIs that are parts of a whole, and never pass 1. */
export const boundedKpis: ReadonlySet<string> = new Set(partsOfAWhole);

/** KPIs that are shares of 0–1. Net revenue retention may exceed 1, none reaches 3. */
export const shareKpis: ReadonlySet<string> = new Set<KpiId>([
  ...partsOfAWhole,
  'up-sell',
  'cross-sell',
  'net-revenue-retention',
]);
