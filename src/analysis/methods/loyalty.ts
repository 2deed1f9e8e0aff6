import { methodOf } from '../method.ts';
import { accountLoyaltyFigures, loyaltyFigures } from '../relation/loyalty-figures.ts';
import { loyaltyFindings } from '../relation/loyalty-findings.ts';
import { loyaltySeries } from '../relation/loyalty-series.ts';

/** Exclusive offers and bonuses: what they cost, who uses them, what they bring, beside lifetime and profit. */
export const loyalty = methodOf(
  {
    id: 'loyalty',
    section: '3.8',
    literature: [],
    settings: ['workspace.document.dataAsOf'],
    finds: { everyone: ['loyalty'], account: ['loyalty'] },
    advises: true,
  },
  {
    figures: loyaltyFigures,
    series: scope => [loyaltySeries(scope)],
    findings: loyaltyFindings,
    ofAccount: { figures: accountLoyaltyFigures },
  },
);
