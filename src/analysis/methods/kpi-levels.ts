import { indicatorSeries } from '../kpi/indicator-series.ts';
import { levelFindings } from '../kpi/level-findings.ts';
import { accountLevelSeries, levelSeries } from '../kpi/level-series.ts';
import { methodOf } from '../method.ts';

/** The KPIs of segments, key account managers and accounts side by side, and what stands behind those of the portfolio. */
export const kpiLevels = methodOf(
  {
    id: 'kpi-levels',
    section: '4',
    literature: [],
    settings: [
      'workspace.thresholds.smallSample',
      'segments.schemes',
      'kpis.trend.quarters',
      'kpis.trend.band',
    ],
    finds: { everyone: ['kpi-indicators', 'kpi-segments'], kam: ['kam-kpis'] },
  },
  {
    series: scope => [indicatorSeries(scope), ...levelSeries(scope)],
    findings: levelFindings,
    ofAccount: { series: accountLevelSeries },
  },
);
