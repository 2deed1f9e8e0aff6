import { methodOf } from '../method.ts';
import { contractFindings } from '../relation/contract-findings.ts';
import { accountWarningFigures, warningFigures } from '../relation/warning-figures.ts';
import { warningFindings } from '../relation/warning-findings.ts';
import { accountWarningSeries, atRiskSeries } from '../relation/warning-series.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

/** Signs that a customer may leave, and the accounts that show too many of them. */
export const churnWarnings = methodOf(
  {
    id: 'churn-warnings',
    section: '3.9',
    literature: [],
    settings: [
      'relationship.warnings.silence',
      'relationship.warnings.fall',
      'relationship.warnings.complaints',
      'relationship.warnings.left',
      'relationship.warnings.contractEnd',
      'relationship.warnings.nps',
      'relationship.warnings.atRisk',
      'workspace.thresholds.attention',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
      'workspace.document.dataAsOf',
    ],
    finds: { everyone: ['risks', 'contracts'], account: ['contracts', 'warnings'] },
    advises: true,
  },
  {
    figures: warningFigures,
    series: scope => [seriesOnDemand(scope, 'portfolio.at-risk', () => atRiskSeries(scope))],
    findings: scope => [...warningFindings(scope), ...contractFindings(scope)],
    ofAccount: { figures: accountWarningFigures, series: accountWarningSeries },
  },
);
