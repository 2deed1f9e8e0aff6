import type { Method } from '../method.ts';
import { accountAdaptationFigures, adaptationFigures } from '../programme/adaptation-figures.ts';
import { adaptationFindings } from '../programme/adaptation-findings.ts';
import { accountAdaptationSeries, adaptationSeries } from '../programme/adaptation-series.ts';

const id = 'adaptation';

/** Register of changes with what was decided and what changed in the plan; stale plans and overdue reviews. */
export const adaptationMethod: Method = {
  id,
  section: '2.8',
  literature: [],
  settings: ['changes.planCadence', 'changes.changeWithin', 'workspace.document.dataAsOf'],
  finds: { everyone: ['adaptation'] },
  run: scope => ({
    figures: adaptationFigures(scope, id),
    series: adaptationSeries(scope),
    findings: adaptationFindings(scope),
  }),
  ofAccount: (scope, account) => ({
    figures: accountAdaptationFigures(scope, id, account),
    series: accountAdaptationSeries(scope, account),
  }),
};
