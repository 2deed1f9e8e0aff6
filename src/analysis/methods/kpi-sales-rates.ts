import { kpiMethod } from '../kpi/figures.ts';

/** Up-sell, cross-sell and renewal rates over the last four quarters. */
export const kpiSalesRates = kpiMethod(
  {
    id: 'kpi-sales-rates',
    section: '4.9',
    literature: [
      'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
    ],
    settings: ['workspace.thresholds.confidence', 'workspace.thresholds.smallSample'],
  },
  ['up-sell', 'cross-sell', 'renewal'],
);
