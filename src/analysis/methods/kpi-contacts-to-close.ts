import { kpiMethod } from '../kpi/figures.ts';

/** Contacts that it takes to win a deal. */
export const kpiContactsToClose = kpiMethod(
  {
    id: 'kpi-contacts-to-close',
    section: '4.10',
    literature: [
      'Fieller, E. C. (1954). Some Problems in Interval Estimation. Journal of the Royal Statistical Society B 16(2).',
    ],
    settings: [
      'kpis.countLostDealContacts',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
  },
  ['contacts-to-close'],
);
