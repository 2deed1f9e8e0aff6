import type { Figure, FigureInput } from '../../model/figure.ts';
import { countOf } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { type Amount, amountOf, formulaOf } from '../amounts.ts';
import type { Stated } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { methodOf } from '../method.ts';
import * as column from '../portfolio/columns.ts';
import {
  portfolioHistory,
  recordedPeriods,
  type Win,
  winValue,
  wonOpportunities,
} from '../portfolio/history.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import { currentSpan } from '../spans.ts';
import { sumOfTerms } from '../terms.ts';

const id = 'portfolio-history';

/** All revenue and all won opportunities on record up to the period, and by quarter. */
export const portfolioHistoryMethod = methodOf(
  {
    id,
    section: '4',
    literature: [],
    settings: ['workspace.basis', 'workspace.rates', 'workspace.fiscalYearStart'],
    finds: {},
  },
  {
    figures: scope => figures(scope),
    series: scope => [seriesOnDemand(scope, 'portfolio.history', () => historySeries(scope))],
  },
);

const revenueOnRecord = (scope: Scope): Amount =>
  amountOf(scope, scope.workspace.accounts, 'revenue', scope.of(recordedPeriods));

/** Without a single opportunity on record nobody keeps them, and none won is not a count of zero. */
const keepsOpportunities = (scope: Scope): boolean =>
  scope.workspace.accounts.some(({ opportunities }) => opportunities.length > 0);

const figures = (scope: Scope): Figure[] => {
  const make = figuresOf(id, scope.period);
  const revenue = scope.of(revenueOnRecord);
  const span = new Set(currentSpan(scope));
  const { wins, dated } = scope.of(wonOpportunities);
  const kept = keepsOpportunities(scope);
  const ofWins = (prefix: string, some: readonly Win[]): Figure[] => {
    const sources = (): readonly FigureInput[] => some.map(win => win.source);
    const values = (): Stated =>
      sumOfTerms(some.flatMap(({ value, valueFrom }) => (value ? [valueFrom] : [])));
    const valued = some.filter(win => win.value !== undefined).length;
    return [
      make(`${prefix}.count`, kept ? some.length : { code: 'no-opportunities' }, 'count', 0, sources, {
        coverage: dated,
        formula: countOf(),
      }),
      make(
        `${prefix}.value`,
        winValue(some)?.toNumber() ?? { code: some.length === 0 ? 'no-wins' : 'no-win-values' },
        column.moneyUnit(scope),
        0,
        () => [...values().inputs, ...sources()],
        { coverage: { n: valued, of: some.length }, formula: values().formula },
      ),
    ];
  };
  return [
    make(
      'portfolio.history.revenue.total',
      revenue.total?.toNumber() ?? { code: 'no-revenue' },
      column.moneyUnit(scope),
      0,
      () => revenue.inputs,
      { coverage: { n: revenue.found, of: revenue.sought }, ...formulaOf(revenue) },
    ),
    ...ofWins('portfolio.opportunities.won', wins),
    ...ofWins(
      'portfolio.opportunities.won.span',
      wins.filter(win => span.has(win.period)),
    ),
  ];
};

const historySeries = (scope: Scope): Series => ({
  id: 'portfolio.history',
  columns: [
    column.period,
    column.amount(scope, 'revenue'),
    column.count('accounts'),
    column.count('wonCount'),
    column.amount(scope, 'wonValue'),
  ],
  rows: scope.of(portfolioHistory).map(({ period, revenue, customers, wins }) => ({
    period,
    revenue: column.moneyCell(revenue.total),
    accounts: customers,
    wonCount: keepsOpportunities(scope) ? wins.length : null,
    wonValue: column.moneyCell(winValue(wins)),
  })),
  get rowInputs() {
    return scope
      .of(portfolioHistory)
      .map(({ revenue, wins }) => [...revenue.inputs, ...wins.map(win => win.source)]);
  },
  get inputs() {
    return [...scope.of(revenueOnRecord).inputs, ...scope.of(wonOpportunities).wins.map(win => win.source)];
  },
});
