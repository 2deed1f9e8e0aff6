import type { Finding } from '../../model/finding.ts';
import type { Scope } from '../scope.ts';
import { accounts, choice, count, figure, finding, share } from './findings.ts';
import { planFindings } from './plan-findings.ts';
import { growthOfRows, portfolioRevenue, totalCoverage } from './revenue.ts';

/** How revenue moved, and whether key or other customers moved it. */
export const revenueFindings = (scope: Scope): readonly Finding[] => [
  ...growthFinding(scope),
  ...planFindings(scope),
  ...coverageFinding(scope),
];

const growthFinding = (scope: Scope): readonly Finding[] => {
  const { rows } = scope.of(portfolioRevenue);
  const growth = growthOfRows(rows);
  if (growth === undefined) return [];
  const [key, other] = [true, false].map(side => growthOfRows(rows.filter(row => row.key === side)));
  return [
    finding(
      'growth.revenue',
      growth < 0 ? 'attention' : 'good',
      70,
      [
        'portfolio.revenue.total',
        'portfolio.revenue.change',
        'portfolio.key.growth',
        'portfolio.other.growth',
      ],
      {
        direction: choice(directionOf(growth)),
        change: share(Math.abs(growth)),
        total: figure('portfolio.revenue.total'),
        drivers: choice(driversOf(key, other)),
        key: share(key ?? 0, true),
        other: share(other ?? 0, true),
      },
    ),
  ];
};

/** A change that would print as 0,0 % is no change in a sentence. */
export const directionOf = (growth: number): 'grows' | 'falls' | 'flat' =>
  Math.abs(growth) < 0.0005 ? 'flat' : growth > 0 ? 'grows' : 'falls';

const driversOf = (key: number | undefined, other: number | undefined): string => {
  if (key === undefined || other === undefined) return 'unknown';
  if (key > 0 && other <= 0) return 'keyOnly';
  if (other > 0 && key <= 0) return 'otherOnly';
  return 'both';
};

const coverageFinding = (scope: Scope): readonly Finding[] => {
  const { rows } = scope.of(portfolioRevenue);
  const { n, of } = totalCoverage(rows.map(row => row.coverage));
  const gaps = rows.filter(row => row.coverage.n < row.coverage.of);
  if (gaps.length === 0) return [];
  return [
    finding(
      'portfolio.revenue-gaps',
      'attention',
      rows.every(row => row.comparable) ? 20 : 90,
      ['portfolio.revenue.total'],
      {
        accounts: accounts(gaps.map(row => row.customer.id)),
        customers: count(gaps.length),
        missing: count(of - n),
        comparable: choice(rows.every(row => row.comparable) ? 'yes' : 'no'),
        quarters: count(of),
      },
    ),
  ];
};
