import type { Method } from '../method.ts';
import { accountRiskFigures, portfolioRiskFigures } from '../relation/risk-figures.ts';
import { riskFindings } from '../relation/risk-findings.ts';
import { portfolioRisks, riskMatrix } from '../relation/risk-series.ts';

const id = 'risks';

/** Risks by probability and impact, who answers for them, and when they are looked at again. */
export const risks: Method = {
  id,
  section: '3.9',
  literature: [],
  settings: ['relationship.riskProbability', 'relationship.riskImpact', 'workspace.document.dataAsOf'],
  finds: { everyone: ['risks'], account: ['risk'] },
  run: scope => ({
    figures: portfolioRiskFigures(scope, id),
    series: [portfolioRisks(scope), riskMatrix(scope)],
    findings: riskFindings(scope),
  }),
  ofAccount: (scope, account) => ({ figures: accountRiskFigures(scope, id, account), series: [] }),
};
