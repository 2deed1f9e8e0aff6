import { acquisitionFigures, acquisitionFindings, acquisitionSeries } from '../kpi/acquisition-results.ts';
import { kpiFigures } from '../kpi/figures.ts';
import { methodOf } from '../method.ts';

/** Customers won, of the prospects contacted: in all, by channel, by seller and by number of contacts. */
export const kpiAcquisition = methodOf(
  {
    id: 'kpi-acquisition',
    section: '4.7',
    literature: [
      'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
    ],
    settings: ['kpis.contactBands', 'workspace.thresholds.confidence', 'workspace.thresholds.smallSample'],
    finds: { everyone: ['kpi-acquisition'] },
  },
  {
    figures: (scope, id) => [
      ...kpiFigures(scope, id, ['acquisition-rate']),
      ...acquisitionFigures(scope, id),
    ],
    series: acquisitionSeries,
    findings: acquisitionFindings,
  },
);
