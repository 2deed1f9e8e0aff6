import {
  accountCadenceFigures,
  cadenceFigures,
  cadenceFindings,
  cadenceSeries,
} from '../kpi/cadence-results.ts';
import { methodOf } from '../method.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

/** Reviews of key accounts and surveys of customers, against what the programme intends. */
export const kpiCadence = methodOf(
  {
    id: 'kpi-cadence',
    section: '4',
    literature: [],
    settings: [
      'kpis.rhythm.reviews.from',
      'kpis.rhythm.reviews.to',
      'kpis.rhythm.surveys.from',
      'kpis.rhythm.surveys.to',
    ],
    finds: { everyone: ['kpi-cadence'] },
  },
  {
    figures: cadenceFigures,
    series: scope => [seriesOnDemand(scope, 'kpi.cadence', () => cadenceSeries(scope))],
    findings: cadenceFindings,
    ofAccount: { figures: accountCadenceFigures },
  },
);
