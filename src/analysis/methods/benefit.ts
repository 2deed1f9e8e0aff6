import {
  accountBenefitFigures,
  accountBenefitSeries,
  benefitFindings,
} from '../account-plan/benefit-results.ts';
import { methodOf } from '../method.ts';

/** What each side gained from the relation in the last four quarters, and whether one of them has most of it. */
export const benefit = methodOf(
  {
    id: 'benefit',
    section: '3.5',
    literature: [],
    settings: ['workspace.thresholds.benefitRatio'],
    finds: { account: ['account'] },
  },
  {
    findings: benefitFindings,
    ofAccount: { figures: accountBenefitFigures, series: accountBenefitSeries },
  },
);
