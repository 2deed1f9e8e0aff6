import { kpiMethod } from '../kpi/figures.ts';

/** Time to resolve what customers ask for. */
export const kpiInteraction = kpiMethod(
  {
    id: 'kpi-interaction',
    section: '4.5',
    literature: [],
    settings: ['workspace.fiscalYearStart', 'workspace.thresholds.smallSample'],
  },
  ['interaction'],
);
