import { benefitFigures, benefitFindings, benefitSeries } from '../account-plan/benefit-results.ts';
import type { Method } from '../method.ts';

const id = 'benefit';

/** What each side gained from the relation in the last four quarters, and whether one of them has most of it. */
export const benefit: Method = {
  id,
  section: '3.5',
  literature: [],
  settings: ['workspace.thresholds.benefitRatio'],
  run: scope => ({
    figures: benefitFigures(scope, id),
    series: benefitSeries(scope),
    findings: benefitFindings(scope),
  }),
};
