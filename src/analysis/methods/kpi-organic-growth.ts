import { kpiMethod } from '../kpi/figures.ts';

/** Customers that buy again. */
export const kpiOrganicGrowth = kpiMethod(
  {
    id: 'kpi-organic-growth',
    section: '4.6',
    literature: [
      'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
      'Fieller, E. C. (1954). Some Problems in Interval Estimation. Journal of the Royal Statistical Society B 16(2).',
    ],
    settings: ['workspace.basis', 'workspace.thresholds.confidence', 'workspace.thresholds.smallSample'],
  },
  ['organic-growth'],
);
