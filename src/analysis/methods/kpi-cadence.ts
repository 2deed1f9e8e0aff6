import {
  accountCadenceFigures,
  cadenceFigures,
  cadenceFindings,
  cadenceSeries,
} from '../kpi/cadence-results.ts';
import type { Method } from '../method.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

const id = 'kpi-cadence';

/** Reviews of key accounts and surveys of customers, against what the programme intends. */
export const kpiCadence: Method = {
  id,
  section: '4',
  literature: [],
  settings: [
    'kpis.rhythm.reviews.from',
    'kpis.rhythm.reviews.to',
    'kpis.rhythm.surveys.from',
    'kpis.rhythm.surveys.to',
  ],
  finds: { everyone: ['kpi-cadence'] },
  run: scope => ({
    figures: cadenceFigures(scope, id),
    series: [seriesOnDemand('kpi.cadence', () => cadenceSeries(scope))],
    findings: cadenceFindings(scope),
  }),
  ofAccount: (scope, account) => ({ figures: accountCadenceFigures(scope, id, account), series: [] }),
};
