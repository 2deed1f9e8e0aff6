import { accountJointGrowthFigures, accountJointGrowthSeries } from '../account-plan/joint-growth.ts';
import { accountPlanFigures } from '../account-plan/plan-figures.ts';
import { planFindings } from '../account-plan/plan-findings.ts';
import { accountPlanRegisters } from '../account-plan/plan-registers.ts';
import { accountPlanSeries, plansSeries } from '../account-plan/plan-series.ts';
import { accountProblemFigures, accountProblemSeries } from '../account-plan/problem-results.ts';
import { methodOf } from '../method.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

/** The plan of each account in four steps, how complete it is, and the log of the customer's problems. */
export const accountPlan = methodOf(
  {
    id: 'account-plan',
    section: '3.1',
    literature: [],
    settings: [
      'workspace.document.dataAsOf',
      'workspace.thresholds.planThin',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
    finds: { everyone: ['plans'], account: ['account'] },
  },
  {
    series: scope => [seriesOnDemand(scope, 'portfolio.plans', () => plansSeries(scope))],
    findings: planFindings,
    ofAccount: {
      figures: (scope, id, account) => [
        ...accountPlanFigures(scope, account),
        ...accountJointGrowthFigures(scope, id, account),
        ...accountProblemFigures(scope, id, account),
      ],
      series: (scope, account) => [
        ...accountPlanSeries(scope, account),
        ...accountPlanRegisters(scope, account),
        ...accountJointGrowthSeries(scope, account),
        ...accountProblemSeries(scope, account),
      ],
    },
  },
);
