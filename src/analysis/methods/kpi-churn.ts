import { kpiMethod } from '../kpi/figures.ts';

/** Customers lost over the last four quarters. */
export const kpiChurn = kpiMethod(
  {
    id: 'kpi-churn',
    section: '4.11',
    literature: [
      'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
    ],
    settings: [
      'workspace.fiscalYearStart',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
  },
  ['churn'],
);
