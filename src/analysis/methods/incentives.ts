import { incentiveFigures } from '../incentives/figures.ts';
import { incentiveFindings } from '../incentives/findings.ts';
import { incentiveSeries } from '../incentives/series.ts';
import { methodOf } from '../method.ts';

/** What declared incentive schemes pay now and in declared cases, and where they work against their purpose. */
export const incentives = methodOf(
  {
    id: 'incentives',
    section: '4',
    literature: [],
    settings: ['incentives.schemes', 'incentives.scenarios', 'incentives.churnLine', 'workspace.basis'],
    finds: { everyone: ['incentive'], kam: ['incentive', 'kam-incentive'] },
  },
  {
    figures: incentiveFigures,
    series: incentiveSeries,
    findings: incentiveFindings,
  },
);
