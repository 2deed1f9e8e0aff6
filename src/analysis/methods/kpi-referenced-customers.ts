import { kpiMethod } from '../kpi/figures.ts';

/** New business that came by referral. */
export const kpiReferencedCustomers = kpiMethod(
  {
    id: 'kpi-referenced-customers',
    section: '4.2',
    literature: [
      'Fieller, E. C. (1954). Some Problems in Interval Estimation. Journal of the Royal Statistical Society B 16(2).',
      'Student (1908). The probable error of a mean. Biometrika 6(1).',
    ],
    settings: ['workspace.rates', 'workspace.thresholds.confidence', 'workspace.thresholds.smallSample'],
  },
  ['referenced-customers'],
);
