import { definitionFindings } from '../kpi/definition-findings.ts';
import { definitionSeries, trendFigures } from '../kpi/definition-sheet.ts';
import { methodOf } from '../method.ts';

/** What each KPI is, who answers for it, when it counts as near, and its course. */
export const kpiDefinitionSheet = methodOf(
  {
    id: 'kpi-definitions',
    section: '4',
    literature: [
      'Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall’s tau. JASA 63.',
    ],
    settings: ['kpis.kpis', 'kpis.trend.quarters', 'kpis.trend.band'],
    finds: { everyone: ['kpi-definitions'] },
  },
  {
    figures: trendFigures,
    series: scope => [definitionSeries(scope)],
    findings: definitionFindings,
  },
);
