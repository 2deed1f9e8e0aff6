import { definitionSeries, trendFigures } from '../kpi/definition-sheet.ts';
import type { Method } from '../method.ts';

const id = 'kpi-definitions';

/** What each KPI is, who answers for it, when it counts as near, and its course. */
export const kpiDefinitionSheet: Method = {
  id,
  section: '4',
  literature: ['Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall’s tau. JASA 63.'],
  settings: ['kpis.kpis', 'kpis.trend.quarters', 'kpis.trend.band'],
  finds: {},
  run: scope => ({
    figures: trendFigures(scope, id),
    series: [definitionSeries(scope)],
    findings: [],
  }),
};
