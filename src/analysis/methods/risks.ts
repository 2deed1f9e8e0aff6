import { methodOf } from '../method.ts';
import { accountRiskFigures, portfolioRiskFigures } from '../relation/risk-figures.ts';
import { riskFindings } from '../relation/risk-findings.ts';
import { portfolioRisks, riskMatrix } from '../relation/risk-series.ts';

/** Risks by probability and impact, who answers for them, and when they are looked at again. */
export const risks = methodOf(
  {
    id: 'risks',
    section: '3.9',
    literature: [],
    settings: ['relationship.riskProbability', 'relationship.riskImpact', 'workspace.document.dataAsOf'],
    finds: { everyone: ['risks'], account: ['risk'] },
  },
  {
    figures: portfolioRiskFigures,
    series: scope => [portfolioRisks(scope), riskMatrix(scope)],
    findings: riskFindings,
    ofAccount: { figures: accountRiskFigures },
  },
);
