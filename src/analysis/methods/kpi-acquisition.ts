import { kpiMethod } from '../kpi/figures.ts';

/** Customers won, of the prospects contacted. */
export const kpiAcquisition = kpiMethod(
  {
    id: 'kpi-acquisition',
    section: '4.7',
    literature: [
      'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
    ],
    settings: ['workspace.thresholds.confidence', 'workspace.thresholds.smallSample'],
  },
  ['acquisition-rate'],
);
