import type { Figure, Unavailable } from '../../model/figure.ts';
import { minus, quotient } from '../../model/formula.ts';
import { formulaOf } from '../amounts.ts';
import { figuresOf } from '../make.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { basis } from './assumptions.ts';
import { moneyUnit } from './columns.ts';
import { orHistory } from './record.ts';
import {
  type CustomerRevenue,
  growthOfRows,
  portfolioRevenue,
  revenueRows,
  shareOf,
  totalCoverage,
  totalOf,
} from './revenue.ts';

/** The relative change of what some customers bought, or why it has none. */
export const growthOrReason = (rows: readonly CustomerRevenue[]): number | Unavailable => {
  const current = totalOf(rows.map(row => row.current));
  const prior = totalOf(rows.map(row => row.prior));
  if (current === undefined) return { code: 'no-revenue' };
  if (prior === undefined) return { code: 'no-prior-revenue' };
  if (rows.some(row => !row.comparable)) return { code: 'incomplete-quarters' };
  return growthOfRows(rows) ?? { code: 'prior-not-positive' };
};

/** Revenue, prior revenue, change and share of a customer of the portfolio. */
export const customerFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const { base } = scope.of(portfolioRevenue);
  const row = scope.of(revenueRows).get(account);
  return row === undefined ? [] : figuresOfCustomer(scope, method, row, base);
};

/** (first − second) ÷ second */
const change = quotient(minus(0, 1), 1);

const figuresOfCustomer = (scope: Scope, method: string, row: CustomerRevenue, base: Money): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { customer, current, prior, coverage, priorCoverage } = row;
  const id = (name: string): string => `account.${customer.id}.${name}`;
  const money = moneyUnit(scope);
  const assumptions = [basis(scope)];
  return [
    make(
      id('revenue'),
      current.total?.toNumber() ?? { code: 'no-revenue' },
      money,
      0,
      orHistory(current.inputs, row.customer.account),
      { assumptions, coverage, ...formulaOf(current) },
    ),
    make(
      id('revenue-prior'),
      prior.total?.toNumber() ?? { code: 'no-prior-revenue' },
      money,
      0,
      orHistory(prior.inputs, row.customer.account),
      { assumptions, coverage: priorCoverage, ...formulaOf(prior) },
    ),
    make(id('revenue-change'), growthOrReason([row]), 'share', 1, [id('revenue'), id('revenue-prior')], {
      coverage: totalCoverage([coverage, priorCoverage]),
      polarity: 'higher',
      formula: change,
    }),
    make(
      id('share'),
      shareOrReason(current.total, base),
      'share',
      1,
      [id('revenue'), 'portfolio.revenue.positive'],
      { formula: quotient(0, 1) },
    ),
  ];
};

const shareOrReason = (amount: Money | undefined, base: Money): number | Unavailable | undefined => {
  if (amount === undefined) return { code: 'no-revenue' };
  return shareOf(amount, base) ?? { code: 'revenue-not-positive' };
};
