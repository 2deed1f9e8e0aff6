import type { Figure } from '../../model/figure.ts';
import { constant, countOf, type Formula, medianOf } from '../../model/formula.ts';
import { orderLine } from '../../model/order-history.ts';
import { at } from '../../model/source.ts';
import { byAccount } from '../by-account.ts';
import { sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { sum } from '../money.ts';
import { basis } from '../portfolio/assumptions.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { orHistory } from '../portfolio/record.ts';
import { portfolioRevenue } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { type CustomerOrders, customerOrders } from './order-records.ts';
import { statedProfit } from './profit.ts';
import { type LifetimeRow, lifetimeMatrix, lifetimeQuadrants } from './quadrants.ts';
import { discountAssumption, lifetimeAssumption, lifetimeSettings } from './settings.ts';
import { seenByModel, statedAlive, statedOrders } from './stated.ts';

const ofAccount = (id: string, name: string): string => `account.${id}.lifetime.${name}`;

const rowsOf = byAccount(
  scope => scope.of(lifetimeMatrix).rows,
  ({ customer }) => customer.id,
);

/** Orders, profit, years and quadrant of one customer. */
export const accountLifetimeFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const orders = scope.of(customerOrders).get(account);
  return [
    ...(orders === undefined ? [] : [orderFigure(scope, method, orders)]),
    ...rowsOf(scope, account).flatMap(row => rowFigures(scope, method, row)),
  ];
};

export const lifetimeFigures = (scope: Scope, method: string): Figure[] => [
  ...cutFigures(scope, method),
  ...quadrantFigures(scope, method),
];

const orderFigure = (scope: Scope, method: string, found: CustomerOrders): Figure => {
  const { customer, orders, rows } = found;
  const history = scope.workspace.orders;
  const inputs = history === undefined ? [] : rows.map(row => orderLine(history, row));
  return figuresOf(method, scope.period)(ofAccount(customer.id, 'orders'), orders, 'count', 0, inputs, {
    formula: statedOrders(found),
  });
};

const rowFigures = (scope: Scope, method: string, row: LifetimeRow): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { customer, profit, outcome, place } = row;
  const { lifetime } = outcome;
  const stated = statedProfit(scope, customer);
  const id = (name: string): string => ofAccount(customer.id, name);
  const horizon = lifetimeAssumption(scope, 'horizon');
  const estimate = {
    assumptions: [horizon, lifetimeAssumption(scope, 'precedence')],
  };
  const inputs = lifetime?.inputs ?? [at(customer.account.source, 'contracts')];
  const years = lifetime?.years ?? outcome.unavailable;
  const seen = lifetime?.alive === undefined ? undefined : scope.of(customerOrders).get(customer.id);
  return [
    make(
      id('profit'),
      profit.total?.toNumber() ?? profit.unavailable,
      moneyUnit(scope),
      0,
      orHistory(stated.inputs, row.customer.account),
      {
        assumptions: [basis(scope)],
        coverage: profit.coverage,
        ...(stated.formula === undefined ? {} : { formula: stated.formula }),
      },
    ),
    make(id('years'), years, 'years', 1, inputs, estimate),
    make(id('estimator'), lifetime?.estimator ?? outcome.unavailable, 'term', 0, inputs, {
      ...estimate,
      vocabulary: 'lifetime-estimator',
    }),
    make(id('discounted-years'), lifetime?.discountedYears ?? outcome.unavailable, 'years', 1, inputs, {
      assumptions: [horizon, discountAssumption(scope)],
    }),
    make(
      id('quadrant'),
      place?.quadrant ?? profit.unavailable ?? outcome.unavailable,
      'term',
      0,
      [id('profit'), id('years'), 'portfolio.lifetime.cut.profit', 'portfolio.lifetime.cut.years'],
      { vocabulary: 'lifetime-quadrant' },
    ),
    make(id('alive'), lifetime?.alive ?? { code: 'not-from-orders' }, 'share', 1, inputs, {
      ...(seen === undefined ? {} : { formula: statedAlive(seen) }),
      assumptions: [lifetimeAssumption(scope, 'silent'), ...(seen === undefined ? [] : seenByModel(seen))],
    }),
    ...(lifetime?.ordersNextYear === undefined
      ? []
      : [make(id('orders-next-year'), lifetime.ordersNextYear, 'count', 1, inputs)]),
  ];
};

const everyOne = countOf();

const medianOrSet = (isMedian: boolean, cut: number | undefined): { readonly formula?: Formula } =>
  cut === undefined ? {} : { formula: isMedian ? medianOf() : constant(cut) };

const cutFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { rows, cuts } = scope.of(lifetimeMatrix);
  const placed = rows.filter(({ place }) => place !== undefined);
  const coverage = { n: placed.length, of: Math.max(rows.length, scope.of(portfolioRevenue).rows.length) };
  const ids = (name: string): string[] => placed.map(({ customer }) => ofAccount(customer.id, name));
  const none = { code: 'no-lifetime-data' };
  const declared = lifetimeSettings(scope).cuts;
  return [
    make(
      'portfolio.lifetime.cut.profit',
      cuts?.profit.toNumber() ?? none,
      moneyUnit(scope),
      0,
      ids('profit'),
      {
        assumptions: [lifetimeAssumption(scope, 'cuts.profit'), basis(scope)],
        coverage,
        ...medianOrSet(declared.profit === 'median', cuts?.profit.toNumber()),
      },
    ),
    make('portfolio.lifetime.cut.years', cuts?.years ?? none, 'years', 1, ids('years'), {
      assumptions: [lifetimeAssumption(scope, 'cuts.years')],
      coverage,
      ...medianOrSet(declared.years === 'median', cuts?.years),
    }),
  ];
};

/** How many customers stand in each quadrant and what they bring; coverage counts all customers of the portfolio. */
const quadrantFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { rows } = scope.of(lifetimeMatrix);
  const placed = rows.flatMap(({ customer, place }) => (place === undefined ? [] : [{ customer, place }]));
  const coverage = { n: placed.length, of: Math.max(rows.length, scope.of(portfolioRevenue).rows.length) };
  const none = { code: 'no-lifetime-data' };
  const isUsed = placed.length > 0;
  const ids = (of: typeof placed): string[] => of.map(({ customer }) => ofAccount(customer.id, 'quadrant'));
  return [
    make('portfolio.lifetime.placed', isUsed ? placed.length : none, 'count', 0, ids(placed), {
      coverage,
      formula: everyOne,
    }),
    ...lifetimeQuadrants.flatMap(quadrant => {
      const inside = placed.filter(({ place }) => place.quadrant === quadrant);
      const id = (name: string): string => `portfolio.lifetime.${quadrant}.${name}`;
      const profit = isUsed ? sum(inside.map(({ place }) => place.profit)).toNumber() : none;
      return [
        make(id('count'), isUsed ? inside.length : none, 'count', 0, ids(inside), {
          coverage,
          formula: everyOne,
        }),
        make(
          id('profit'),
          profit,
          moneyUnit(scope),
          0,
          inside.map(({ customer }) => ofAccount(customer.id, 'profit')),
          { assumptions: [basis(scope)], coverage, formula: sumBetween(0, inside.length) },
        ),
      ];
    }),
  ];
};
