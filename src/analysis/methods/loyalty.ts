import type { Method } from '../method.ts';
import { accountLoyaltyFigures, loyaltyFigures } from '../relation/loyalty-figures.ts';
import { loyaltyFindings } from '../relation/loyalty-findings.ts';
import { loyaltySeries } from '../relation/loyalty-series.ts';

const id = 'loyalty';

/** Exclusive offers and bonuses: what they cost, who uses them, what they bring, beside lifetime and profit. */
export const loyalty: Method = {
  id,
  section: '3.8',
  literature: [],
  settings: ['workspace.document.dataAsOf'],
  finds: { everyone: ['loyalty'], account: ['loyalty'] },
  advises: true,
  run: scope => ({
    figures: loyaltyFigures(scope, id),
    series: [loyaltySeries(scope)],
    findings: loyaltyFindings(scope),
  }),
  ofAccount: (scope, account) => ({ figures: accountLoyaltyFigures(scope, id, account), series: [] }),
};
