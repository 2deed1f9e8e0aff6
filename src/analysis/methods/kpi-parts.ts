import { partFigures, partFindings, partSeries } from '../kpi/part-results.ts';
import { methodOf } from '../method.ts';

/** KPIs of the whole base beside those of the key accounts and of the customers that grew most. */
export const kpiParts = methodOf(
  {
    id: 'kpi-parts',
    section: '4',
    literature: [],
    settings: ['kpis.parts.growers', 'kpis.parts.gap', 'workspace.basis'],
    finds: { everyone: ['kpi-parts'] },
  },
  {
    figures: partFigures,
    series: scope => [partSeries(scope)],
    findings: partFindings,
  },
);
