import { scorecardFigures } from '../kpi/scorecard-figures.ts';
import { scorecardFindings } from '../kpi/scorecard-findings.ts';
import { scorecardSeries } from '../kpi/scorecard-series.ts';
import { methodOf } from '../method.ts';

/** The selected KPIs against target, the quarter before and the year before. */
export const kpiScorecard = methodOf(
  {
    id: 'kpi-scorecard',
    section: '4',
    literature: [],
    settings: ['kpis.kpis', 'workspace.thresholds.smallSample'],
    finds: { everyone: ['kpi'] },
  },
  {
    figures: scorecardFigures,
    series: scorecardSeries,
    findings: scorecardFindings,
  },
);
