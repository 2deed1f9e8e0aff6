import type { Figure, Unit } from '../../model/figure.ts';
import { countOf, minus, sumOfProducts } from '../../model/formula.ts';
import type { Row, Series } from '../../model/series.ts';
import { byAccount } from '../by-account.ts';
import { type Stated, sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { methodOf } from '../method.ts';
import type { Money } from '../money.ts';
import { basis } from '../portfolio/assumptions.ts';
import {
  type Bridge,
  type BridgeStep,
  bridgeSteps,
  type Movement,
  revenueBridge,
} from '../portfolio/bridge.ts';
import { bridgeFindings } from '../portfolio/bridge-findings.ts';
import * as column from '../portfolio/columns.ts';
import { type CustomerRevenue, portfolioRevenue, revenueRows } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';

const id = 'bridge';

/** Where the change of revenue comes from: new and lost customers, expansion, contraction, currency. */
export const bridge = methodOf(
  {
    id,
    section: '5',
    literature: [],
    settings: ['workspace.basis', 'workspace.rates'],
    finds: { everyone: ['portfolio'] },
  },
  {
    figures: scope => figures(scope),
    series: scope => [series(scope)],
    findings: bridgeFindings,
    ofAccount: {
      figures: (scope, _, account) =>
        movementsOf(scope, account)
          .filter(({ converted }) => converted.length > 0)
          .map(movement => currencyFigure(scope, movement)),
    },
  },
);

const figures = (scope: Scope): Figure[] => {
  const make = figuresOf(id, scope.period);
  const found = scope.of(revenueBridge);
  const unit: Unit = column.moneyUnit(scope);
  // A customer with a quarter missing on one side only moves for want of data.
  const { rows: all } = scope.of(portfolioRevenue);
  const coverage = { n: all.filter(row => row.comparable).length, of: all.length };
  const none = { code: 'no-prior-revenue' };
  const rest = { assumptions: [basis(scope)], coverage };
  if (found === undefined) {
    const inputs = ['portfolio.revenue.total', 'portfolio.revenue.prior'];
    return bridgeSteps.flatMap(step => [
      make(`portfolio.bridge.${step}`, none, unit, 0, inputs, rest),
      make(`portfolio.bridge.${step}.customers`, none, 'count', 0, inputs),
    ]);
  }
  return bridgeSteps.flatMap(step => {
    const { inputs, formula } = step === 'currency' ? currencyParts(found) : stepParts(scope, found, step);
    const customers = found.customers[step];
    const counted = customers.map(customer =>
      step === 'currency' ? currencyId(customer) : `account.${customer}.revenue`,
    );
    return [
      make(`portfolio.bridge.${step}`, found.amounts[step].toNumber(), unit, 0, inputs, {
        ...rest,
        formula,
      }),
      make(`portfolio.bridge.${step}.customers`, customers.length, 'count', 0, counted, {
        formula: everyOne,
      }),
    ];
  });
};

const movementsOf = byAccount(
  scope => scope.of(revenueBridge)?.movements ?? [],
  ({ customer }) => customer,
);

const everyOne = countOf();
const currencyId = (customer: string): string => `account.${customer}.bridge.currency`;

/** What the rates made of the revenue of one customer: each amount at its rate less the same at the earlier one. */
const currencyFigure = (scope: Scope, { customer, currency, converted }: Movement): Figure => {
  const middle = converted.length * 2;
  return figuresOf(id, scope.period)(
    currencyId(customer),
    currency.toNumber(),
    column.moneyUnit(scope),
    0,
    [
      ...converted.flatMap(({ amount, rate }) => [amount, rate]),
      ...converted.flatMap(({ amount, earlierRate }) => [amount, earlierRate]),
    ],
    {
      assumptions: [basis(scope)],
      coverage: scope.of(revenueRows).get(customer)?.coverage ?? {
        n: converted.length,
        of: converted.length,
      },
      formula: minus(sumOfProducts(0, middle), sumOfProducts(middle)),
    },
  );
};

const currencyParts = ({ customers, amounts }: Bridge): Stated => ({
  inputs: customers.currency.map(currencyId),
  formula: amounts.currency.isZero() ? sumBetween(0, 0) : sumBetween(0, customers.currency.length),
});

/** Σ now − Σ then − what the rates made of it, over the customers of the step; what is not recorded stands last. */
const stepParts = (scope: Scope, found: Bridge, step: BridgeStep): Stated => {
  const inside = new Set(found.customers[step]);
  const rows = scope.of(portfolioRevenue).rows.filter(({ customer }) => inside.has(customer.id));
  const ids = (name: string, some: readonly CustomerRevenue[]): string[] =>
    some.map(({ customer }) => `account.${customer.id}.${name}`);
  const now = rows.filter(row => row.current.total !== undefined);
  const then = rows.filter(row => row.prior.total !== undefined);
  const converted = found.customers.currency.filter(customer => inside.has(customer)).map(currencyId);
  const middle = now.length + then.length;
  const change =
    then.length === 0
      ? sumBetween(0, now.length)
      : minus(sumBetween(0, now.length), sumBetween(now.length, middle));
  return {
    inputs: [
      ...ids('revenue', now),
      ...ids('revenue-prior', then),
      ...converted,
      ...ids(
        'revenue',
        rows.filter(row => row.current.total === undefined),
      ),
      ...ids(
        'revenue-prior',
        rows.filter(row => row.prior.total === undefined),
      ),
    ],
    formula: converted.length === 0 ? change : minus(change, sumBetween(middle, middle + converted.length)),
  };
};

const series = (scope: Scope): Series => {
  const found = scope.of(revenueBridge);
  return {
    id: 'portfolio.bridge',
    columns: [
      column.term('step', 'bridge'),
      column.amount(scope, 'amount', true),
      column.amount(scope, 'from'),
      column.amount(scope, 'to'),
      column.count('customers'),
    ],
    rows: found === undefined ? [] : rows(found),
    rowInputs: found === undefined ? [] : rowInputs(found),
    inputs: [
      'portfolio.revenue.total',
      'portfolio.revenue.prior',
      ...bridgeSteps.map(step => `portfolio.bridge.${step}`),
    ],
  };
};

/** The steps laid end to end; the currency step only where there is foreign money. */
const rows = (found: Bridge): Row[] => {
  let level = found.prior;
  const whole = (step: string, amount: Money): Row => ({
    step,
    amount: amount.toNumber(),
    from: 0,
    to: amount.toNumber(),
    customers: null,
  });
  const moved = stepsOf(found).map(step => {
    const from = level;
    level = level.plus(found.amounts[step]);
    return {
      step,
      amount: found.amounts[step].toNumber(),
      from: from.toNumber(),
      to: level.toNumber(),
      customers: found.customers[step].length,
    };
  });
  return [whole('prior', found.prior), ...moved, whole('current', found.current)];
};

const stepsOf = ({ customers }: Bridge): readonly BridgeStep[] =>
  bridgeSteps.filter(step => step !== 'currency' || customers.currency.length > 0);

/** Every bar stands on those before it. */
const rowInputs = (found: Bridge): readonly (readonly string[])[] => {
  const steps = stepsOf(found);
  return [
    ['portfolio.revenue.prior'],
    ...steps.map((step, index) => [
      `portfolio.bridge.${step}`,
      `portfolio.bridge.${step}.customers`,
      'portfolio.revenue.prior',
      ...steps.slice(0, index).map(before => `portfolio.bridge.${before}`),
    ]),
    ['portfolio.revenue.total'],
  ];
};
