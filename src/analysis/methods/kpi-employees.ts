import { employeeGroupFigures, employeeSeries } from '../kpi/employee-results.ts';
import { kpiFigures } from '../kpi/figures.ts';
import { methodOf } from '../method.ts';

/** Satisfaction and recommendation of our own people, never below the minimum group. */
export const kpiEmployees = methodOf(
  {
    id: 'kpi-employees',
    section: '4.8',
    literature: [
      'Rocks, B. (2016). Interval estimation for the Net Promoter Score. The American Statistician 70.',
      'Student (1908). The probable error of a mean. Biometrika 6(1).',
    ],
    settings: [
      'workspace.thresholds.minimumGroup',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
  },
  {
    figures: (scope, id) => [
      ...kpiFigures(scope, id, ['employee-satisfaction', 'enps']),
      ...employeeGroupFigures(scope, id),
    ],
    series: scope => [employeeSeries(scope)],
  },
);
