import { jointGrowthFigures, jointGrowthSeries } from '../account-plan/joint-growth.ts';
import { planFigures } from '../account-plan/plan-figures.ts';
import { planFindings } from '../account-plan/plan-findings.ts';
import { planRegisters } from '../account-plan/plan-registers.ts';
import { planSeries } from '../account-plan/plan-series.ts';
import { problemFigures, problemSeries } from '../account-plan/problem-results.ts';
import type { Method } from '../method.ts';

const id = 'account-plan';

/** The plan of each account in four steps, how complete it is, and the log of the customer's problems. */
export const accountPlan: Method = {
  id,
  section: '3.1',
  literature: [],
  settings: [
    'workspace.thresholds.planThin',
    'workspace.thresholds.confidence',
    'workspace.thresholds.smallSample',
  ],
  run: scope => ({
    figures: [...planFigures(scope), ...jointGrowthFigures(scope, id), ...problemFigures(scope, id)],
    series: [
      ...planSeries(scope),
      ...planRegisters(scope),
      ...jointGrowthSeries(scope),
      ...problemSeries(scope),
    ],
    findings: planFindings(scope),
  }),
};
