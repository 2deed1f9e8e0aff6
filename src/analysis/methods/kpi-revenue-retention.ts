import { kpiMethod } from '../kpi/figures.ts';

/** Revenue churn, net and gross revenue retention of the customers of a year earlier. */
export const kpiRevenueRetention = kpiMethod(
  {
    id: 'kpi-revenue-retention',
    section: '4.11',
    literature: [
      'Fieller, E. C. (1954). Some Problems in Interval Estimation. Journal of the Royal Statistical Society B 16(2).',
    ],
    settings: [
      'workspace.basis',
      'workspace.rates',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
  },
  ['revenue-churn', 'net-revenue-retention', 'gross-revenue-retention'],
);
