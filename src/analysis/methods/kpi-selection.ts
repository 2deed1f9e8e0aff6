import { selectionFigures, selectionFindings, selectionSeries } from '../kpi/selection-results.ts';
import type { Method } from '../method.ts';

const id = 'kpi-selection';

/** Which KPIs earn what they cost to measure, and how many there should be. */
export const kpiSelectionMethod: Method = {
  id,
  section: '4',
  literature: [],
  settings: [
    'kpis.selection.maximum',
    'kpis.selection.costToBenefit',
    'kpis.selection.lowRating',
    'kpis.kpis',
  ],
  finds: { everyone: ['kpi-selection'] },
  run: scope => ({
    figures: selectionFigures(scope, id),
    series: [selectionSeries(scope)],
    findings: selectionFindings(scope),
  }),
};
