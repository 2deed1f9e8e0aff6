import type { Coverage, Figure, Unavailable } from '../../model/figure.ts';
import { countOf, type Formula, minus, quotient, sumOf } from '../../model/formula.ts';
import { countedFirst, numberOfFirst, sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { type Money, ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { basis } from './assumptions.ts';
import { moneyUnit } from './columns.ts';
import { growthOrReason } from './customer-figures.ts';
import {
  type CustomerRevenue,
  countPositive,
  type PortfolioRevenue,
  portfolioRevenue,
  totalCoverage,
} from './revenue.ts';

const noRevenue: Unavailable = { code: 'no-revenue' };
const noPrior: Unavailable = { code: 'no-prior-revenue' };

const keySource = (row: CustomerRevenue): Figure['inputs'][number] => ({
  file: row.customer.account.source.file,
  path: [...row.customer.account.source.path, 'key'],
});

const coverages = (
  rows: readonly CustomerRevenue[],
): { readonly current: Coverage; readonly prior: Coverage } => ({
  current: totalCoverage(rows.map(row => row.coverage)),
  prior: totalCoverage(rows.map(row => row.priorCoverage)),
});

/** Totals of the portfolio, its customers, and key against other customers. */
export const revenueFigures = (scope: Scope, method: string): Figure[] => {
  const revenue = scope.of(portfolioRevenue);
  return [...totals(scope, method, revenue), ...groups(scope, method, revenue)];
};

const totals = (scope: Scope, method: string, revenue: PortfolioRevenue): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { rows, total, prior, base } = revenue;
  const money = moneyUnit(scope);
  const assumptions = [basis(scope)];
  const coverage = coverages(rows);
  const ofBothYears = totalCoverage([coverage.current, coverage.prior]);
  const current = () => rows.map(row => `account.${row.customer.id}.revenue`);
  const before = () => rows.map(row => `account.${row.customer.id}.revenue-prior`);
  const sold = countPositive(rows.map(row => row.current));
  const soldBefore = countPositive(rows.map(row => row.prior));
  // The rows stand by revenue: those that bought come first.
  const buyersBefore = () => countedFirst(rows, row => row.prior.total?.greaterThan(0) === true);
  const pair = ['portfolio.revenue.total', 'portfolio.revenue.prior'];
  const noDifference = total !== undefined && prior !== undefined ? { code: 'incomplete-quarters' } : noPrior;
  const difference =
    total === undefined || prior === undefined || rows.some(row => !row.comparable)
      ? undefined
      : total.minus(prior).toNumber();
  return [
    make('portfolio.revenue.total', total?.toNumber() ?? noRevenue, money, 0, current, {
      assumptions,
      coverage: coverage.current,
      formula: sumOf(),
    }),
    make('portfolio.revenue.prior', prior?.toNumber() ?? noPrior, money, 0, before, {
      assumptions,
      coverage: coverage.prior,
      formula: sumOf(),
    }),
    make('portfolio.revenue.change', growthOrReason(rows), 'share', 1, pair, {
      coverage: ofBothYears,
      polarity: 'higher',
      formula: quotient(minus(0, 1), 1),
    }),
    make('portfolio.revenue.change-amount', difference ?? noDifference, money, 0, pair, {
      coverage: ofBothYears,
      polarity: 'higher',
      formula: minus(0, 1),
    }),
    make('portfolio.revenue.positive', total === undefined ? noRevenue : base.toNumber(), money, 0, current, {
      coverage: coverage.current,
      formula: sumBetween(0, sold),
    }),
    make('portfolio.customers.active', total === undefined ? noRevenue : sold, 'count', 0, current, {
      coverage: coverage.current,
      formula: numberOfFirst(sold),
    }),
    make(
      'portfolio.customers.active.prior',
      prior === undefined ? noPrior : soldBefore,
      'count',
      0,
      () => buyersBefore().map(row => `account.${row.customer.id}.revenue-prior`),
      { coverage: coverage.prior, formula: numberOfFirst(soldBefore) },
    ),
  ];
};

const groups = (scope: Scope, method: string, { rows, base, priorBase }: PortfolioRevenue): Figure[] => {
  const make = figuresOf(method, scope.period);
  const key = rows.filter(row => row.key);
  const other = rows.filter(row => !row.key);
  const soldThen = rows.filter(row => row.prior.total?.greaterThan(0));
  const notThen = rows.filter(row => !row.prior.total?.greaterThan(0));
  const named = (members: readonly CustomerRevenue[], name: string): string[] =>
    members.map(row => `account.${row.customer.id}.${name}`);
  const growth = (id: string, members: readonly CustomerRevenue[]): Figure =>
    make(
      id,
      growthOrReason(members),
      'share',
      1,
      () => [...named(members, 'revenue'), ...named(members, 'revenue-prior')],
      { polarity: 'higher', coverage: coverages(members).current, formula: growthFormula(members.length) },
    );
  return [
    make('portfolio.key.count', key.length, 'count', 0, key.map(keySource), { formula: countOf() }),
    make(
      'portfolio.key.revenue-share',
      shareOfGroup(
        key.map(row => row.current.total),
        base,
      ) ?? noRevenue,
      'share',
      1,
      [...named(key, 'revenue'), 'portfolio.revenue.positive'],
      {
        coverage: coverages(key).current,
        formula: quotient(sumBetween(0, countPositive(key.map(row => row.current))), key.length),
      },
    ),
    make(
      'portfolio.key.revenue-share.prior',
      shareOfGroup(
        key.map(row => row.prior.total),
        priorBase,
      ) ?? noPrior,
      'share',
      1,
      () =>
        named(
          [...soldThen.filter(row => row.key), ...soldThen.filter(row => !row.key), ...notThen],
          'revenue-prior',
        ),
      {
        coverage: coverages(key).prior,
        formula: quotient(
          sumBetween(0, soldThen.filter(row => row.key).length),
          sumBetween(0, soldThen.length),
        ),
      },
    ),
    growth('portfolio.key.growth', key),
    growth('portfolio.other.growth', other),
  ];
};

/** Σ now ÷ Σ then − 1, over as many inputs of each. */
export const growthFormula = (members: number): Formula => {
  const [now, then] = [sumBetween(0, members), sumBetween(members, 2 * members)];
  return quotient(minus(now, then), then);
};

/** Positive revenue of the members, of all positive revenue: the sum of their shares. */
const shareOfGroup = (amounts: readonly (Money | undefined)[], base: Money): number | undefined =>
  ratio(sum(amounts.flatMap(amount => (amount?.greaterThan(0) ? [amount] : []))), base);
