import { kpiMethod } from '../kpi/figures.ts';

/** Satisfaction: share of the answers in the top two boxes. */
export const kpiCsat = kpiMethod(
  {
    id: 'kpi-csat',
    section: '4.3',
    literature: [
      'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
    ],
    settings: ['workspace.thresholds.confidence', 'workspace.thresholds.smallSample', 'kpis.censusFrom'],
  },
  ['csat'],
);
