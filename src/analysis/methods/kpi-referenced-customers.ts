import { kpiMethod } from '../kpi/figures.ts';

/** New business that came by referral. */
export const kpiReferencedCustomers = kpiMethod(
  {
    id: 'kpi-referenced-customers',
    section: '4.2',
    literature: [],
    settings: ['workspace.rates', 'workspace.thresholds.smallSample'],
  },
  ['referenced-customers'],
);
