import type { Method } from '../method.ts';
import { accountActionFigures, portfolioActionFigures } from '../relation/action-figures.ts';
import { actionFindings } from '../relation/action-findings.ts';
import { actionsByOwner, portfolioActions } from '../relation/action-series.ts';

const id = 'actions';

/** What was agreed: open, carried over from earlier reviews, overdue, and done in time. */
export const actions: Method = {
  id,
  section: '3.10',
  literature: [],
  settings: [
    'workspace.document.dataAsOf',
    'workspace.thresholds.confidence',
    'workspace.thresholds.smallSample',
  ],
  finds: { everyone: ['actions'], account: ['actions'] },
  run: scope => ({
    figures: portfolioActionFigures(scope, id),
    series: [portfolioActions(scope), actionsByOwner(scope)],
    findings: actionFindings(scope),
  }),
  ofAccount: (scope, account) => ({ figures: accountActionFigures(scope, id, account), series: [] }),
};
