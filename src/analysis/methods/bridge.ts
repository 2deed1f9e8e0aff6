import type { Figure, Unit } from '../../model/figure.ts';
import type { Row, Series } from '../../model/series.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';
import type { Money } from '../money.ts';
import { basis } from '../portfolio/assumptions.ts';
import { type Bridge, type BridgeStep, bridgeSteps, revenueBridge } from '../portfolio/bridge.ts';
import { bridgeFindings } from '../portfolio/bridge-findings.ts';
import * as column from '../portfolio/columns.ts';
import { portfolioRevenue } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';

const id = 'bridge';

/** Where the change of revenue comes from: new and lost customers, expansion, contraction, currency. */
export const bridge: Method = {
  id,
  section: '5',
  literature: [],
  settings: ['workspace.basis', 'workspace.rates'],
  run: scope => ({ figures: figures(scope), series: [series(scope)], findings: bridgeFindings(scope) }),
};

const figures = (scope: Scope): Figure[] => {
  const make = figuresOf(id, scope.period);
  const found = scope.of(revenueBridge);
  const unit: Unit = column.moneyUnit(scope);
  // A customer with a quarter missing on one side only moves for want of data.
  const { rows: all } = scope.of(portfolioRevenue);
  const coverage = { n: all.filter(row => row.comparable).length, of: all.length };
  return bridgeSteps.flatMap(step => {
    const inputs = inputsOf(found, step);
    return [
      make(
        `portfolio.bridge.${step}`,
        found?.amounts[step].toNumber() ?? { code: 'no-prior-revenue' },
        unit,
        0,
        inputs,
        { assumptions: [basis(scope)], coverage },
      ),
      make(
        `portfolio.bridge.${step}.customers`,
        found?.customers[step].length ?? { code: 'no-prior-revenue' },
        'count',
        0,
        inputs,
      ),
    ];
  });
};

const inputsOf = (found: Bridge | undefined, step: BridgeStep): string[] =>
  found === undefined
    ? ['portfolio.revenue.total', 'portfolio.revenue.prior']
    : found.customers[step].flatMap(customer => [
        `account.${customer}.revenue`,
        `account.${customer}.revenue-prior`,
      ]);

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
  const moved = bridgeSteps
    .filter(step => step !== 'currency' || found.customers.currency.length > 0)
    .map(step => {
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
