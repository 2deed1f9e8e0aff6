import type { Finding } from '../../model/finding.ts';
import { ratio, sum, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import { revenueBridge } from './bridge.ts';
import { moneyUnit } from './columns.ts';
import { accounts, count, finding, share } from './findings.ts';
import { portfolioRevenue } from './revenue.ts';

/** Customers that left and customers that came. A quarter that nobody has entered yet is no farewell. */
export const bridgeFindings = (scope: Scope): readonly Finding[] => [
  ...customersOf(scope, 'lost', { code: 'portfolio.lost-customers', severity: 'attention', rank: 60 }),
  ...customersOf(scope, 'new', { code: 'portfolio.new-customers', severity: 'good', rank: 40 }),
];

const customersOf = (
  scope: Scope,
  step: 'lost' | 'new',
  { code, severity, rank }: Pick<Finding, 'code' | 'severity' | 'rank'>,
): readonly Finding[] => {
  const bridge = scope.of(revenueBridge);
  const moved = scope
    .of(portfolioRevenue)
    .rows.filter(row => row.comparable && bridge?.customers[step].includes(row.customer.id));
  if (bridge === undefined || moved.length === 0) return [];
  const change = sum(moved.map(({ current, prior }) => (current.total ?? zero).minus(prior.total ?? zero)));
  return [
    finding(code, severity, rank, [`portfolio.bridge.${step}`, `portfolio.bridge.${step}.customers`], {
      customers: count(moved.length),
      accounts: accounts(moved.map(({ customer }) => customer.id)),
      amount: { kind: 'number', value: change.toNumber(), unit: moneyUnit(scope), precision: 0 },
      share: share(Math.abs(ratio(change, bridge.prior) ?? 0)),
    }),
  ];
};
