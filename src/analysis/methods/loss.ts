import type { Figure, Unavailable } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Series } from '../../model/series.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';
import { basis } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import * as param from '../portfolio/findings.ts';
import { type LossScenario, lossScenarios, margins } from '../portfolio/loss.ts';
import { totalCoverage, totalOf } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';

const id = 'loss';

/** What would be left without each key account, everything else unchanged. */
export const loss: Method = {
  id,
  section: '1.6',
  literature: [],
  settings: ['workspace.basis'],
  run: scope => ({
    figures: [
      marginBase(scope),
      ...scope.of(lossScenarios).flatMap(scenario => figuresOfScenario(scope, scenario)),
    ],
    series: [series(scope)],
    findings: findings(scope),
  }),
};

/** Recorded margin of all customers: what is left after a loss is counted from here. */
const marginBase = (scope: Scope): Figure => {
  const all = [...scope.of(margins).values()];
  return figuresOf(id, scope.period)(
    'portfolio.loss.margin-base',
    totalOf(all)?.toNumber() ?? { code: 'no-margin' },
    column.moneyUnit(scope),
    0,
    all.flatMap(margin => margin.inputs),
    {
      assumptions: [basis(scope)],
      coverage: totalCoverage(all.map(margin => ({ n: margin.found, of: margin.sought }))),
    },
  );
};

const figuresOfScenario = (scope: Scope, scenario: LossScenario): Figure[] => {
  const make = figuresOf(id, scope.period);
  const { customer, revenueAfter, revenueDrop, margin, marginAfter, after } = scenario;
  const prefix = `account.${customer.id}.loss`;
  const inputs = ['portfolio.revenue.total', `account.${customer.id}.revenue`];
  const money = column.moneyUnit(scope);
  const assumptions = [basis(scope)];
  const noRevenue: Unavailable = { code: 'no-revenue' };
  const noneLeft: Unavailable = { code: 'no-positive-revenue' };
  return [
    make(`${prefix}.revenue-after`, revenueAfter?.toNumber() ?? noRevenue, money, 0, inputs, { assumptions }),
    make(`${prefix}.revenue-drop`, revenueDrop ?? noRevenue, 'share', 1, inputs, { polarity: 'lower' }),
    make(
      `${prefix}.margin-after`,
      marginAfter?.toNumber() ?? { code: 'no-margin' },
      money,
      0,
      ['portfolio.loss.margin-base', ...(margin?.inputs ?? [])],
      {
        assumptions,
        ...(margin === undefined ? {} : { coverage: { n: margin.found, of: margin.sought } }),
      },
    ),
    make(`${prefix}.hhi-after`, after?.hhi ?? noneLeft, 'index', 0, inputs),
    make(`${prefix}.top1-after`, after?.top(1) ?? noneLeft, 'share', 1, inputs),
  ];
};

const series = (scope: Scope): Series => ({
  id: 'portfolio.loss',
  columns: [
    column.account,
    column.shows(column.amount(scope, 'revenue'), 'account.{account}.revenue'),
    column.shows(column.amount(scope, 'revenueAfter'), 'account.{account}.loss.revenue-after'),
    column.shows(column.share('revenueDrop'), 'account.{account}.loss.revenue-drop'),
    column.amount(scope, 'margin'),
    column.shows(column.amount(scope, 'marginAfter'), 'account.{account}.loss.margin-after'),
    column.shows(column.measure('hhiAfter', 'index', 0), 'account.{account}.loss.hhi-after'),
    column.shows(column.share('top1After'), 'account.{account}.loss.top1-after'),
  ],
  rows: scope.of(lossScenarios).map(scenario => ({
    account: scenario.customer.id,
    revenue: column.moneyCell(scenario.revenue),
    revenueAfter: column.moneyCell(scenario.revenueAfter),
    revenueDrop: column.orMissing(scenario.revenueDrop),
    margin: column.moneyCell(scenario.margin?.total),
    marginAfter: column.moneyCell(scenario.marginAfter),
    hhiAfter: column.orMissing(scenario.after?.hhi),
    top1After: column.orMissing(scenario.after?.top(1)),
  })),
  inputs: scope
    .of(lossScenarios)
    .flatMap(({ customer }) => [
      `account.${customer.id}.revenue`,
      `account.${customer.id}.loss.revenue-after`,
      `account.${customer.id}.loss.margin-after`,
    ]),
});

/** The key account whose loss would cost most. */
const findings = (scope: Scope): readonly Finding[] => {
  const [worst] = scope.of(lossScenarios);
  if (worst?.revenueDrop === undefined) return [];
  const { customer, revenueDrop, revenue, margin } = worst;
  return [
    param.finding(
      'portfolio.loss',
      'notable',
      50,
      [`account.${customer.id}.loss.revenue-after`, `account.${customer.id}.loss.margin-after`],
      {
        account: param.account(customer.id),
        drop: param.share(revenueDrop),
        revenue: param.figure(`account.${customer.id}.revenue`),
        known: param.choice(revenue === undefined || margin?.total === undefined ? 'no' : 'yes'),
        marginAfter: param.figure(`account.${customer.id}.loss.margin-after`),
      },
    ),
  ];
};
