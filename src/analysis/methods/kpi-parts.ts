import { partFigures, partFindings, partSeries } from '../kpi/part-results.ts';
import type { Method } from '../method.ts';

const id = 'kpi-parts';

/** KPIs of the whole base beside those of the key accounts and of the customers that grew most. */
export const kpiParts: Method = {
  id,
  section: '4',
  literature: [],
  settings: ['kpis.parts.growers', 'kpis.parts.gap', 'workspace.basis'],
  finds: { everyone: ['kpi-parts'] },
  run: scope => ({
    figures: partFigures(scope, id),
    series: [partSeries(scope)],
    findings: partFindings(scope),
  }),
};
