import { incentiveFigures } from '../incentives/figures.ts';
import { incentiveFindings } from '../incentives/findings.ts';
import { incentiveSeries } from '../incentives/series.ts';
import type { Method } from '../method.ts';

const id = 'incentives';

/** What declared incentive schemes pay now and in declared cases, and where they work against their purpose. */
export const incentives: Method = {
  id,
  section: '4',
  literature: [],
  settings: ['incentives.schemes', 'incentives.scenarios', 'incentives.churnLine', 'workspace.basis'],
  finds: { everyone: ['incentive'], kam: ['incentive', 'kam-incentive'] },
  run: scope => ({
    figures: incentiveFigures(scope, id),
    series: incentiveSeries(scope),
    findings: incentiveFindings(scope),
  }),
};
