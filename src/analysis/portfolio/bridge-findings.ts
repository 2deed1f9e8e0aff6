import type { Finding } from '../../model/finding.ts';
import { ratio } from '../money.ts';
import type { Scope } from '../scope.ts';
import { revenueBridge } from './bridge.ts';
import { accounts, count, figure, finding, share } from './findings.ts';
import { portfolioRevenue } from './revenue.ts';

/** Customers that left, customers that came, and a currency effect worth a sentence. */
export const bridgeFindings = (scope: Scope): readonly Finding[] => {
  const bridge = scope.of(revenueBridge);
  if (bridge === undefined) return [];
  // A quarter that nobody has entered yet is no farewell.
  const comparable = new Set(
    scope.of(portfolioRevenue).rows.flatMap(row => (row.comparable ? [row.customer.id] : [])),
  );
  const step = (
    name: 'lost' | 'new',
    code: string,
    severity: Finding['severity'],
    rank: number,
  ): readonly Finding[] => {
    const ids = bridge.customers[name].filter(id => comparable.has(id));
    if (ids.length === 0) return [];
    return [
      finding(code, severity, rank, [`portfolio.bridge.${name}`, `portfolio.bridge.${name}.customers`], {
        customers: count(ids.length),
        accounts: accounts(ids),
        amount: figure(`portfolio.bridge.${name}`),
        share: share(Math.abs(ratio(bridge.amounts[name], bridge.prior) ?? 0)),
      }),
    ];
  };
  return [
    ...step('lost', 'portfolio.lost-customers', 'attention', 60),
    ...step('new', 'portfolio.new-customers', 'good', 40),
  ];
};
