import { selectionFigures, selectionFindings, selectionSeries } from '../kpi/selection-results.ts';
import { methodOf } from '../method.ts';

/** Which KPIs earn what they cost to measure, and how many there should be. */
export const kpiSelectionMethod = methodOf(
  {
    id: 'kpi-selection',
    section: '4',
    literature: [],
    settings: [
      'kpis.selection.maximum',
      'kpis.selection.costToBenefit',
      'kpis.selection.lowRating',
      'kpis.kpis',
    ],
    finds: { everyone: ['kpi-selection'] },
  },
  {
    figures: selectionFigures,
    series: scope => [selectionSeries(scope)],
    findings: selectionFindings,
  },
);
