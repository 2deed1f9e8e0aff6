import { customers, isKey } from '../customers.ts';
import type { Method } from '../method.ts';
import { actionFigures, portfolioActionFigures } from '../relation/action-figures.ts';
import { actionFindings } from '../relation/action-findings.ts';
import { actionsByOwner, portfolioActions } from '../relation/action-series.ts';
import { actionsOf } from '../relation/actions.ts';

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
  run: scope => {
    const acting = scope
      .of(customers)
      .filter(customer => isKey(scope, customer) || customer.members.some(one => one.actions.length > 0));
    return {
      figures: [
        ...portfolioActionFigures(scope, id, acting),
        ...acting.flatMap(customer => actionFigures(scope, id, customer, actionsOf([customer]))),
      ],
      series: [portfolioActions(scope), actionsByOwner(scope)],
      findings: actionFindings(scope),
    };
  },
};
