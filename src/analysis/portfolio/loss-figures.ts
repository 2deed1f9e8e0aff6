import type { Coverage, Figure, Unavailable } from '../../model/figure.ts';
import { constant, input, minus, quotient, sumOf, times } from '../../model/formula.ts';
import { byAccount } from '../by-account.ts';
import { totalFrom } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { basis } from './assumptions.ts';
import { moneyUnit } from './columns.ts';
import {
  coverOf,
  coverWithout,
  fixedCosts,
  servedFrom,
  servedMargin,
  servedMargins,
} from './fixed-cost-cover.ts';
import { type LossScenario, lossScenarios, margins } from './loss.ts';
import { portfolioRevenue, revenueRows, totalCoverage, totalOf } from './revenue.ts';

export const lossFigures = (scope: Scope, method: string): Figure[] => [
  marginBase(scope, method),
  ...coverFigures(scope, method),
];

const scenarioOf = byAccount(
  scope => scope.of(lossScenarios),
  ({ customer }) => customer.id,
);

/** What would be left without a key account. */
export const accountLossFigures = (scope: Scope, method: string, account: string): Figure[] =>
  scenarioOf(scope, account).flatMap(scenario => figuresOfScenario(scope, method, scenario));

/** Recorded margin of all customers: what is left after a loss is counted from here. */
const marginBase = (scope: Scope, method: string): Figure => {
  const all = [...scope.of(margins).values()];
  const total = totalFrom(all);
  return figuresOf(method, scope.period)(
    'portfolio.loss.margin-base',
    totalOf(all)?.toNumber() ?? { code: 'no-margin' },
    moneyUnit(scope),
    0,
    () => total.inputs,
    {
      formula: total.formula,
      assumptions: [basis(scope)],
      coverage: marginCoverage(scope),
    },
  );
};

/** Quarters with a margin, of those looked for: what is left rests on those of every customer. */
const marginCoverage = (scope: Scope): Coverage =>
  totalCoverage([...scope.of(margins).values()].map(({ found, sought }) => ({ n: found, of: sought })));

const coverFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const margin = scope.of(servedMargin);
  const served = servedFrom(
    scope,
    scope.of(portfolioRevenue).rows.map(row => row.customer),
  );
  const costs = scope.of(fixedCosts);
  const assumptions = [basis(scope)];
  const [marginId, costsId] = ['portfolio.loss.served-margin', 'portfolio.loss.fixed-costs'];
  return [
    make(
      marginId,
      margin.total?.toNumber() ?? { code: 'no-served-margin' },
      moneyUnit(scope),
      0,
      () => served.inputs,
      {
        assumptions,
        coverage: margin.coverage,
        formula: served.formula,
      },
    ),
    make(
      costsId,
      costs.total?.toNumber() ?? costs.unavailable ?? { code: 'no-fixed-costs' },
      moneyUnit(scope),
      0,
      costs.inputs,
      { assumptions, coverage: costs.coverage, formula: sumOf() },
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

const less = minus(0, 1);
const ofBoth = quotient(0, 1);
const whole = constant(1);
/** (HHI − 10⁴·s²) ÷ (1 − s)², s the share of the customer that is gone. */
const hhiWithout = quotient(
  minus(0, times(constant(10_000), times(1, 1))),
  times(minus(whole, 1), minus(whole, 1)),
);

const figuresOfScenario = (scope: Scope, method: string, scenario: LossScenario): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { customer, revenueAfter, revenueDrop, margin, marginAfter, after } = scenario;
  const prefix = `account.${customer.id}.loss`;
  const [positive, own] = ['portfolio.revenue.positive', `account.${customer.id}.revenue`];
  const lost = totalFrom(margin === undefined ? [] : [margin], 1);
  const money = moneyUnit(scope);
  const assumptions = [basis(scope)];
  const noRevenue: Unavailable = { code: 'no-revenue' };
  const noneLeft: Unavailable = { code: 'no-positive-revenue' };
  const coverage = totalCoverage(scope.of(portfolioRevenue).rows.map(row => row.coverage));
  return [
    make(
      `${prefix}.revenue-after`,
      revenueAfter?.toNumber() ?? noRevenue,
      money,
      0,
      ['portfolio.revenue.total', own],
      { assumptions, coverage, formula: less },
    ),
    make(`${prefix}.revenue-drop`, revenueDrop ?? noRevenue, 'share', 1, [own, positive], {
      coverage,
      polarity: 'lower',
      formula: ofBoth,
    }),
    make(
      `${prefix}.margin-after`,
      marginAfter?.toNumber() ?? { code: 'no-margin' },
      money,
      0,
      ['portfolio.loss.margin-base', ...lost.inputs],
      {
        assumptions,
        formula: minus(0, lost.formula),
        coverage: marginCoverage(scope),
      },
    ),
    make(
      `${prefix}.hhi-after`,
      after?.hhi ?? noneLeft,
      'index',
      0,
      ['portfolio.concentration.hhi', `account.${customer.id}.share`],
      { coverage, formula: revenueDrop === undefined ? input(0) : hhiWithout },
    ),
    make(
      `${prefix}.top1-after`,
      after?.top1 ?? noneLeft,
      'share',
      1,
      after === undefined ? [positive, own] : [`account.${after.largest}.revenue`, positive, own],
      { coverage, formula: revenueDrop === undefined ? ofBoth : quotient(0, minus(1, 2)) },
    ),
    coverAfter(scope, method, customer.id),
  ];
};

const coverAfter = (scope: Scope, method: string, customer: string): Figure => {
  const own = scope.of(servedMargins).get(customer);
  const row = scope.of(revenueRows).get(customer);
  const lost = row === undefined ? undefined : servedFrom(scope, [row.customer], 2);
  return figuresOf(method, scope.period)(
    `account.${customer}.loss.cover-after`,
    coverWithout(scope, customer) ?? whyNoCover(scope, own?.total !== undefined),
    'multiple',
    2,
    ['portfolio.loss.served-margin', 'portfolio.loss.fixed-costs', ...(lost?.inputs ?? [])],
    {
      ...(lost === undefined ? {} : { formula: quotient(minus(0, lost.formula), 1) }),
      assumptions: [basis(scope)],
      polarity: 'higher',
      coverage: scope.of(servedMargin).coverage,
    },
  );
};
