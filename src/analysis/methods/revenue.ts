import type { Method } from '../method.ts';
import { customerFigures } from '../portfolio/customer-figures.ts';
import { customerSeries } from '../portfolio/customer-series.ts';
import { quarterSeries } from '../portfolio/quarters.ts';
import { revenueRowsOf } from '../portfolio/revenue.ts';
import { revenueFigures } from '../portfolio/revenue-figures.ts';
import { revenueFindings } from '../portfolio/revenue-findings.ts';

const id = 'revenue';

/** Revenue of the span against the same quarters a year earlier: portfolio, customers, key against other customers. */
export const revenue: Method = {
  id,
  section: '1.6',
  literature: [],
  settings: ['workspace.basis', 'workspace.rates', 'workspace.fiscalYearStart'],
  run: scope => ({
    figures: revenueFigures(scope, id),
    series: [customerSeries(scope), quarterSeries(scope, 'portfolio.quarters', scope.workspace.accounts)],
    findings: revenueFindings(scope),
  }),
  ofAccount: (scope, account) => ({
    figures: customerFigures(scope, id, account),
    series: revenueRowsOf(scope, account).map(({ customer }) =>
      quarterSeries(scope, `account.${account}.quarters`, customer.members),
    ),
  }),
};
