import { kpiMethod } from '../kpi/figures.ts';

/** Satisfaction and recommendation of our own people, never below the minimum group. */
export const kpiEmployees = kpiMethod(
  {
    id: 'kpi-employees',
    section: '4.8',
    literature: [
      'Rocks, B. (2016). Interval estimation for the Net Promoter Score. The American Statistician 70.',
    ],
    settings: [
      'workspace.thresholds.minimumGroup',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
  },
  ['employee-satisfaction', 'enps'],
);
