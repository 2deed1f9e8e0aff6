import { kpiMethod } from '../kpi/figures.ts';

/** Goals of customers met, of those due. */
export const kpiCustomerOutcomes = kpiMethod(
  { id: 'kpi-customer-outcomes', section: '4.4', literature: [], settings: [] },
  ['customer-outcomes'],
);
