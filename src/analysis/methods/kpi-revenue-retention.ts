import { kpiMethod } from '../kpi/figures.ts';

/** Revenue churn, net and gross revenue retention of the customers of a year earlier. */
export const kpiRevenueRetention = kpiMethod(
  {
    id: 'kpi-revenue-retention',
    section: '4.11',
    literature: [],
    settings: ['workspace.basis', 'workspace.rates'],
  },
  ['revenue-churn', 'net-revenue-retention', 'gross-revenue-retention'],
);
