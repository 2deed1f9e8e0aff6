import type { Figure, Unavailable } from '../../model/figure.ts';
import { quotient } from '../../model/formula.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { basis } from './assumptions.ts';
import { moneyUnit } from './columns.ts';
import { coverOf, coverWithout, fixedCosts, servedMargin, servedMargins } from './fixed-cost-cover.ts';
import { type LossScenario, lossScenarios, margins } from './loss.ts';
import { totalCoverage, totalOf } from './revenue.ts';

export const lossFigures = (scope: Scope, method: string): Figure[] => [
  marginBase(scope, method),
  ...coverFigures(scope, method),
  ...scope.of(lossScenarios).flatMap(scenario => figuresOfScenario(scope, method, scenario)),
];

/** Recorded margin of all customers: what is left after a loss is counted from here. */
const marginBase = (scope: Scope, method: string): Figure => {
  const all = [...scope.of(margins).values()];
  return figuresOf(method, scope.period)(
    'portfolio.loss.margin-base',
    totalOf(all)?.toNumber() ?? { code: 'no-margin' },
    moneyUnit(scope),
    0,
    all.flatMap(margin => margin.inputs),
    {
      assumptions: [basis(scope)],
      coverage: totalCoverage(all.map(margin => ({ n: margin.found, of: margin.sought }))),
    },
  );
};

const coverFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const margin = scope.of(servedMargin);
  const costs = scope.of(fixedCosts);
  const assumptions = [basis(scope)];
  const [marginId, costsId] = ['portfolio.loss.served-margin', 'portfolio.loss.fixed-costs'];
  return [
    make(
      marginId,
      margin.total?.toNumber() ?? { code: 'no-served-margin' },
      moneyUnit(scope),
      0,
      margin.inputs,
      {
        assumptions,
        coverage: margin.coverage,
      },
    ),
    make(
      costsId,
      costs.total?.toNumber() ?? costs.unavailable ?? { code: 'no-fixed-costs' },
      moneyUnit(scope),
      0,
      costs.inputs,
      { assumptions },
    ),
    make(
      'portfolio.loss.cover',
      coverOf(scope, margin.total) ?? whyNoCover(scope, margin.total !== undefined),
      'multiple',
      2,
      [marginId, costsId],
      { polarity: 'higher', coverage: margin.coverage, formula: quotient(0, 1) },
    ),
  ];
};

const whyNoCover = (scope: Scope, known: boolean): Unavailable =>
  scope.of(fixedCosts).unavailable ?? { code: known ? 'not-recorded' : 'no-served-margin' };

const figuresOfScenario = (scope: Scope, method: string, scenario: LossScenario): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { customer, revenueAfter, revenueDrop, margin, marginAfter, after } = scenario;
  const prefix = `account.${customer.id}.loss`;
  const inputs = ['portfolio.revenue.total', `account.${customer.id}.revenue`];
  const money = moneyUnit(scope);
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
    coverAfter(scope, method, customer.id),
  ];
};

const coverAfter = (scope: Scope, method: string, customer: string): Figure => {
  const own = scope.of(servedMargins).get(customer);
  return figuresOf(method, scope.period)(
    `account.${customer}.loss.cover-after`,
    coverWithout(scope, customer) ?? whyNoCover(scope, own?.total !== undefined),
    'multiple',
    2,
    ['portfolio.loss.served-margin', 'portfolio.loss.fixed-costs', ...(own?.inputs ?? [])],
    {
      assumptions: [basis(scope)],
      polarity: 'higher',
      ...(own === undefined ? {} : { coverage: own.coverage }),
    },
  );
};
