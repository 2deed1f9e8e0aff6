import { kpiMethod } from '../kpi/figures.ts';

/** Customer lifetime value: revenue undiscounted, and beside it margin discounted with retention. */
export const kpiLifetimeValue = kpiMethod(
  {
    id: 'kpi-lifetime-value',
    section: '4.1',
    literature: [
      'Gupta, S. & Lehmann, D. R. (2003). Customers as assets. Journal of Interactive Marketing 17(1).',
    ],
    settings: ['kpis.discountRate', 'workspace.rates', 'workspace.fiscalYearStart'],
  },
  ['clv', 'clv-margin'],
);
