import { compareIds } from '../../model/order.ts';
import type { Row, Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { lifetimes } from './expected.ts';
import { purchaseParameters, renewalParameters } from './fit-figures.ts';
import { purchaseModel, renewalModel } from './fits.ts';
import { type CustomerOrders, customerOrders } from './order-records.ts';
import { retentionRate, survival } from './shifted-beta-geometric.ts';

/** What the estimates rest on: the parameters, the renewals seen against those fitted, and the rhythm of each account's orders. */
export const fitSeries = (scope: Scope): Series[] => [
  parameterSeries(scope),
  retentionSeries(scope),
  orderSeries(scope),
];

const parameterSeries = (scope: Scope): Series => {
  const [contracts, orders] = [scope.of(renewalModel), scope.of(purchaseModel)];
  const rows: Row[] = [
    ...rowsOf('contracts', 'renewals', renewalParameters, contracts.fit, contracts.decisions),
    ...rowsOf('orders', 'repeat-customers', purchaseParameters, orders.fit, orders.repeating),
  ];
  const id = 'portfolio.lifetime.{model}.';
  return {
    id: 'portfolio.lifetime.fits',
    columns: [
      column.term('model', 'lifetime-model'),
      column.term('fittedOn', 'lifetime-fitted-on'),
      column.count('n'),
      column.term('parameter', 'lifetime-parameter'),
      column.shows(column.measure('value', 'index', 3), `${id}{parameter}`),
      column.shows(column.measure('logLikelihood', 'index', 1), `${id}log-likelihood`),
      column.term('search', 'lifetime-search'),
    ],
    rows,
    rowInputs: rows.map(({ model }) => [
      model === 'contracts'
        ? 'portfolio.lifetime.contracts.decisions'
        : 'portfolio.lifetime.orders.customers',
    ]),
    inputs: rows.map(({ model, parameter }) => `portfolio.lifetime.${String(model)}.${String(parameter)}`),
  };
};

const rowsOf = <Name extends string>(
  model: 'contracts' | 'orders',
  fittedOn: string,
  names: readonly Name[],
  fit:
    | ({ readonly [Key in Name]: number } & { readonly logLikelihood: number; readonly inside: boolean })
    | undefined,
  n: number,
): Row[] =>
  fit === undefined
    ? []
    : names.map(parameter => ({
        model,
        fittedOn,
        n,
        parameter,
        value: fit[parameter],
        logLikelihood: fit.logLikelihood,
        search: fit.inside ? 'inside' : 'on-bound',
      }));

/** Renewal by renewal: how many were decided, what share renewed, and what the model says. */
const retentionSeries = (scope: Scope): Series => {
  const { outcomes, fit } = scope.of(renewalModel);
  return {
    id: 'portfolio.lifetime.retention',
    columns: [
      column.count('renewalNumber'),
      column.count('decidedCount'),
      column.count('renewed'),
      column.share('renewedShare'),
      column.share('retentionFitted'),
      column.share('survivalFitted'),
    ],
    rows: outcomes.map(({ renewed, lost }, index) => ({
      renewalNumber: index + 1,
      decidedCount: renewed + lost,
      renewed,
      renewedShare: renewed + lost === 0 ? null : renewed / (renewed + lost),
      retentionFitted: fit === undefined ? null : retentionRate(fit, index + 1),
      survivalFitted: fit === undefined ? null : survival(fit, index + 1),
    })),
    rowInputs: outcomes.map(() => retentionInputs),
    inputs: retentionInputs,
  };
};

const retentionInputs = [
  'portfolio.lifetime.contracts.decisions',
  'portfolio.lifetime.contracts.alpha',
  'portfolio.lifetime.contracts.beta',
];

/** Accounts that are judged by their orders, the least alive first. */
const orderSeries = (scope: Scope): Series => {
  const rows = [...scope.of(customerOrders).values()].flatMap(orders => {
    const lifetime = scope.of(lifetimes).get(orders.customer.id)?.lifetime;
    const { alive, ordersNextYear } = lifetime ?? {};
    return alive === undefined ||
      ordersNextYear === undefined ||
      standingOf(scope, orders.customer) !== 'active'
      ? []
      : [orderRow(orders, alive, ordersNextYear)];
  });
  const sorted = rows.sort(
    (a, b) => Number(a.alive) - Number(b.alive) || compareIds(String(a.account), String(b.account)),
  );
  return {
    id: 'portfolio.lifetime.orders',
    columns: [
      column.account,
      column.shows(column.count('orders'), 'account.{account}.lifetime.orders'),
      { id: 'lastOrder', kind: 'date' },
      column.measure('usualGap', 'days', 0),
      column.measure('silentDays', 'days', 0),
      column.shows(column.share('alive'), 'account.{account}.lifetime.alive'),
      column.shows(
        column.measure('ordersNextYear', 'count', 1),
        'account.{account}.lifetime.orders-next-year',
      ),
    ],
    rows: sorted,
    rowInputs: sorted.map(({ account }) => [`account.${String(account)}.lifetime.orders`]),
    inputs: rows.map(({ account }) => `account.${String(account)}.lifetime.alive`),
  };
};

const orderRow = (orders: CustomerOrders, alive: number, ordersNextYear: number): Row => ({
  account: orders.customer.id,
  orders: orders.orders,
  lastOrder: orders.last,
  usualGap: column.orMissing(orders.usualGap),
  silentDays: orders.silence,
  alive,
  ordersNextYear,
});
