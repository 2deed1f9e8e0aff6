import { kpiMethod } from '../kpi/figures.ts';

/** Goals of customers met, of those due. */
export const kpiCustomerOutcomes = kpiMethod(
  {
    id: 'kpi-customer-outcomes',
    section: '4.4',
    literature: [
      'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
    ],
    settings: [
      'workspace.fiscalYearStart',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
  },
  ['customer-outcomes'],
);
