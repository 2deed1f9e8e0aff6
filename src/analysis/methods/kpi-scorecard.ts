import { scorecardFigures } from '../kpi/scorecard-figures.ts';
import { scorecardFindings } from '../kpi/scorecard-findings.ts';
import { scorecardSeries } from '../kpi/scorecard-series.ts';
import type { Method } from '../method.ts';

const id = 'kpi-scorecard';

/** The selected KPIs against target, the quarter before and the year before. */
export const kpiScorecard: Method = {
  id,
  section: '4',
  literature: [],
  settings: ['kpis.kpis', 'workspace.thresholds.smallSample'],
  finds: { everyone: ['kpi'] },
  run: scope => ({
    figures: scorecardFigures(scope, id),
    series: scorecardSeries(scope),
    findings: scorecardFindings(scope),
  }),
};
