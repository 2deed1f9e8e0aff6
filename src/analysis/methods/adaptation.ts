import { methodOf } from '../method.ts';
import { accountAdaptationFigures, adaptationFigures } from '../programme/adaptation-figures.ts';
import { adaptationFindings } from '../programme/adaptation-findings.ts';
import { accountAdaptationSeries, adaptationSeries } from '../programme/adaptation-series.ts';

/** Register of changes with what was decided and what changed in the plan; stale plans and overdue reviews. */
export const adaptationMethod = methodOf(
  {
    id: 'adaptation',
    section: '2.8',
    literature: [],
    settings: ['changes.planCadence', 'changes.changeWithin', 'workspace.document.dataAsOf'],
    finds: { everyone: ['adaptation'], account: ['adaptation'] },
  },
  {
    figures: adaptationFigures,
    series: adaptationSeries,
    findings: adaptationFindings,
    ofAccount: { figures: accountAdaptationFigures, series: accountAdaptationSeries },
  },
);
