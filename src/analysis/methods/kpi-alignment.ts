import { directionFigures, directionFindings, directionSeries } from '../kpi/direction-results.ts';
import { methodOf } from '../method.ts';

/** KPIs against strategic direction, areas and activities, and those that pull apart. */
export const kpiAlignment = methodOf(
  {
    id: 'kpi-alignment',
    section: '4',
    literature: [],
    settings: ['kpis.selection.ownerMaximum', 'kpis.selection.conflicts', 'kpis.kpis', 'statements.strategy'],
    finds: { everyone: ['kpi-alignment'] },
  },
  {
    figures: directionFigures,
    series: directionSeries,
    findings: directionFindings,
  },
);
