import {
  accountBenefitFigures,
  accountBenefitSeries,
  benefitFindings,
} from '../account-plan/benefit-results.ts';
import type { Method } from '../method.ts';

const id = 'benefit';

/** What each side gained from the relation in the last four quarters, and whether one of them has most of it. */
export const benefit: Method = {
  id,
  section: '3.5',
  literature: [],
  settings: ['workspace.thresholds.benefitRatio'],
  finds: { account: ['account'] },
  run: scope => ({ figures: [], series: [], findings: benefitFindings(scope) }),
  ofAccount: (scope, account) => ({
    figures: accountBenefitFigures(scope, id, account),
    series: accountBenefitSeries(scope, account),
  }),
};
