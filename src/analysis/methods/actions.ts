import { methodOf } from '../method.ts';
import { accountActionFigures, portfolioActionFigures } from '../relation/action-figures.ts';
import { actionFindings } from '../relation/action-findings.ts';
import { actionsByOwner, portfolioActions } from '../relation/action-series.ts';

/** What was agreed: open, carried over from earlier reviews, overdue, and done in time. */
export const actions = methodOf(
  {
    id: 'actions',
    section: '3.10',
    literature: [],
    settings: [
      'workspace.document.dataAsOf',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
    finds: { everyone: ['actions'], account: ['actions'] },
  },
  {
    figures: portfolioActionFigures,
    series: scope => [portfolioActions(scope), actionsByOwner(scope)],
    findings: actionFindings,
    ofAccount: { figures: accountActionFigures },
  },
);
