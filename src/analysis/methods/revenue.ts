import type { Series } from '../../model/series.ts';
import { methodOf } from '../method.ts';
import { customerFigures } from '../portfolio/customer-figures.ts';
import { customerSeries } from '../portfolio/customer-series.ts';
import { quarterSeries } from '../portfolio/quarters.ts';
import { revenueRows } from '../portfolio/revenue.ts';
import { revenueFigures } from '../portfolio/revenue-figures.ts';
import { revenueFindings } from '../portfolio/revenue-findings.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

/** Revenue of the span against the same quarters a year earlier: portfolio, customers, key against other customers. */
export const revenue = methodOf(
  {
    id: 'revenue',
    section: '1.6',
    literature: [],
    settings: ['workspace.basis', 'workspace.rates', 'workspace.fiscalYearStart'],
    finds: { everyone: ['growth', 'portfolio', 'quarter'] },
  },
  {
    figures: revenueFigures,
    series: scope => [
      seriesOnDemand(scope, 'portfolio.customers', () => customerSeries(scope)),
      quarterSeries(scope, 'portfolio.quarters', scope.workspace.accounts),
    ],
    findings: revenueFindings,
    ofAccount: { figures: customerFigures, series: (scope, account) => ownQuarters(scope, account) },
  },
);

const ownQuarters = (scope: Scope, account: string): readonly Series[] => {
  const row = scope.of(revenueRows).get(account);
  return row === undefined ? [] : [quarterSeries(scope, `account.${account}.quarters`, row.customer.members)];
};
