import { kpiMethod } from '../kpi/figures.ts';

/** Contacts that it takes to win a deal. */
export const kpiContactsToClose = kpiMethod(
  {
    id: 'kpi-contacts-to-close',
    section: '4.10',
    literature: [],
    settings: ['kpis.countLostDealContacts', 'workspace.thresholds.smallSample'],
  },
  ['contacts-to-close'],
);
