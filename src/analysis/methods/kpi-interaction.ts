import { accountKpis, kpiFigures } from '../kpi/figures.ts';
import { interactionSeries, readingFigures, readingFindings } from '../kpi/interaction-reading.ts';
import type { Method } from '../method.ts';

const id = 'kpi-interaction';
const measured = accountKpis(id, ['interaction']);

/** Contacts in both directions, complaints, silence, and the time to resolve what customers ask for. */
export const kpiInteraction: Method = {
  id,
  section: '4.5',
  literature: ['Conover, W. J. (1999). Practical Nonparametric Statistics, 3rd ed. Wiley.'],
  settings: [
    'workspace.fiscalYearStart',
    'workspace.thresholds.confidence',
    'workspace.thresholds.smallSample',
    'kpis.kpis',
  ],
  finds: { everyone: ['kpi-interaction'] },
  run: scope => ({
    figures: kpiFigures(scope, id, ['interaction']),
    series: [interactionSeries(scope)],
    findings: readingFindings(scope),
  }),
  ofAccount: (scope, account) => ({
    figures: [...measured(scope, account).figures, ...readingFigures(scope, id, account)],
    series: [],
  }),
};
