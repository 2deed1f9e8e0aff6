import { accountKpiFigures, kpiFigures } from '../kpi/figures.ts';
import { interactionSeries, readingFigures, readingFindings } from '../kpi/interaction-reading.ts';
import { methodOf } from '../method.ts';

/** Contacts in both directions, complaints, silence, and the time to resolve what customers ask for. */
export const kpiInteraction = methodOf(
  {
    id: 'kpi-interaction',
    section: '4.5',
    literature: [
      'Conover, W. J. (1999). Practical Nonparametric Statistics, 3rd ed. Wiley.',
      'Student (1908). The probable error of a mean. Biometrika 6(1).',
    ],
    settings: [
      'workspace.fiscalYearStart',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
      'kpis.kpis',
    ],
    finds: { everyone: ['kpi-interaction'] },
  },
  {
    figures: (scope, method) => kpiFigures(scope, method, ['interaction']),
    series: scope => [interactionSeries(scope)],
    findings: readingFindings,
    ofAccount: {
      figures: (scope, method, account) => [
        ...accountKpiFigures(scope, method, ['interaction'], account),
        ...readingFigures(scope, method, account),
      ],
    },
  },
);
