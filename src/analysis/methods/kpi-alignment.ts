import { directionFigures, directionFindings, directionSeries } from '../kpi/direction-results.ts';
import type { Method } from '../method.ts';

const id = 'kpi-alignment';

/** KPIs against strategic direction, areas and activities, and those that pull apart. */
export const kpiAlignment: Method = {
  id,
  section: '4',
  literature: [],
  settings: ['kpis.selection.ownerMaximum', 'kpis.selection.conflicts', 'kpis.kpis', 'statements.strategy'],
  finds: { everyone: ['kpi-alignment'] },
  run: scope => ({
    figures: directionFigures(scope, id),
    series: directionSeries(scope),
    findings: directionFindings(scope),
  }),
};
