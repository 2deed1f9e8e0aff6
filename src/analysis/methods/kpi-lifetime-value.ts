import { kpiMethod } from '../kpi/figures.ts';

/** Customer lifetime value: revenue undiscounted, and beside it margin discounted with retention. */
export const kpiLifetimeValue = kpiMethod(
  {
    id: 'kpi-lifetime-value',
    section: '4.1',
    literature: [
      'Gupta, S. & Lehmann, D. R. (2003). Customers as assets. Journal of Interactive Marketing 17(1).',
      'Student (1908). The probable error of a mean. Biometrika 6(1).',
      'Zou, G. Y. & Donner, A. (2008). Construction of Confidence Limits About Effect Measures: A General Approach. Statistics in Medicine 27(10).',
    ],
    settings: [
      'kpis.discountRate',
      'workspace.rates',
      'workspace.fiscalYearStart',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
  },
  ['clv', 'clv-margin'],
);
