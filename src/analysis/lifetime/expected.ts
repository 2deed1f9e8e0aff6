import { dayOf } from '../../model/days.ts';
import type { FigureInput, Unavailable } from '../../model/figure.ts';
import type { LifetimeEstimator } from '../../model/lifetime.ts';
import { daysInYear } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { type Customer, customers } from '../customers.ts';
import { kpiSettingsOf } from '../kpi/settings.ts';
import type { Scope } from '../scope.ts';
import { expectedLifetime, expectedPurchases, probabilityAlive } from './bg-nbd.ts';
import { type LineOutlook, mainLine } from './contract-lines.ts';
import { purchaseModel, renewalModel } from './fits.ts';
import { customerOrders, daysInWeek } from './order-records.ts';
import { lifetimeSettings } from './settings.ts';
import { type RenewalParameters, retentionRate } from './shifted-beta-geometric.ts';

/** How long a customer is expected to stay, in years from the end of the scope, within the horizon. */
export interface Lifetime {
  readonly estimator: LifetimeEstimator;
  readonly years: number;
  /** The same years, each discounted to today: what one unit of yearly margin is worth. */
  readonly discountedYears: number;
  /** Probability of still being a customer and orders expected in a year; from the order history only. */
  readonly alive?: number;
  readonly ordersNextYear?: number;
  readonly inputs: readonly FigureInput[];
}

export type LifetimeOutcome =
  | { readonly lifetime: Lifetime; readonly unavailable?: undefined }
  | { readonly lifetime?: undefined; readonly unavailable: Unavailable };

const weeksInYear = daysInYear / daysInWeek;

/** Expected lifetimes of all customers by id, each by the first estimator of the declared precedence that can be used. */
export const lifetimes = (scope: Scope): ReadonlyMap<string, LifetimeOutcome> =>
  new Map(scope.of(customers).map(customer => [customer.id, lifetimeOf(scope, customer)]));

const lifetimeOf = (scope: Scope, customer: Customer): LifetimeOutcome => {
  let obstacle: LifetimeOutcome | undefined;
  for (const estimator of lifetimeSettings(scope).precedence) {
    const outcome = estimators[estimator](scope, customer);
    if (outcome?.lifetime !== undefined) return outcome;
    // Where nothing can be estimated, the first obstacle is the one that was nearest to an answer.
    obstacle ??= outcome;
  }
  return obstacle ?? { unavailable: { code: 'no-lifetime-data' } };
};

/** An estimator gives nothing where the customer has no data of its kind. */
type Estimator = (scope: Scope, customer: Customer) => LifetimeOutcome | undefined;

const fromContract: Estimator = (scope, customer) => {
  const line = mainLine(scope, customer);
  if (line === undefined) return undefined;
  const { fit, unavailable } = scope.of(renewalModel);
  if (fit === undefined) return { unavailable };
  const { horizon } = lifetimeSettings(scope);
  const rate = Math.log1p(kpiSettingsOf(scope).discountRate);
  return {
    lifetime: {
      estimator: 'contract',
      years: stay(line, fit, horizon, 0),
      discountedYears: stay(line, fit, horizon, rate),
      inputs: [line.source, 'portfolio.lifetime.contracts.alpha', 'portfolio.lifetime.contracts.beta'],
    },
  };
};

/** Time under contract for certain, then one term after the other with the probability that so many renewals come. */
const stay = (line: LineOutlook, parameters: RenewalParameters, horizon: number, rate: number): number => {
  let share = 1;
  let from = 0;
  let total = 0;
  let until = Math.min(line.rest, horizon);
  let { renewals } = line;
  for (;;) {
    total += share * presentValue(from, until, rate);
    if (renewals === undefined || until >= horizon) return total;
    renewals += 1;
    share *= retentionRate(parameters, renewals);
    from = until;
    until = Math.min(horizon, until + line.term);
  }
};

/** What the years from `from` to `until` are worth at a continuous rate; their number where it is 0. */
const presentValue = (from: number, until: number, rate: number): number =>
  rate === 0 ? until - from : (Math.exp(-rate * from) - Math.exp(-rate * until)) / rate;

const fromOrders: Estimator = (scope, { id }) => {
  const orders = scope.of(customerOrders).get(id);
  if (orders === undefined) return undefined;
  const { fit, unavailable } = scope.of(purchaseModel);
  if (fit === undefined) return { unavailable };
  const horizon = lifetimeSettings(scope).horizon * weeksInYear;
  const rate = Math.log1p(kpiSettingsOf(scope).discountRate) / weeksInYear;
  const weeks = expectedLifetime(fit, orders.record, horizon, rate);
  return {
    lifetime: {
      estimator: 'orders',
      years: weeks.plain / weeksInYear,
      discountedYears: weeks.discounted / weeksInYear,
      alive: probabilityAlive(fit, orders.record),
      ordersNextYear: expectedPurchases(fit, orders.record, weeksInYear),
      inputs: [
        `account.${id}.lifetime.orders`,
        ...(['r', 'alpha', 'a', 'b'] as const).map(name => `portfolio.lifetime.orders.${name}`),
      ],
    },
  };
};

/** Years that were estimated on some day are fewer today. */
const declared: Estimator = (scope, { account }) => {
  const { expectedYears, source } = account;
  if (expectedYears === undefined) return undefined;
  const estimate = typeof expectedYears === 'number' ? { years: expectedYears } : expectedYears;
  const until = asOf(scope);
  if ('date' in estimate && estimate.date !== undefined && estimate.date > until) return undefined;
  const passed =
    'date' in estimate && estimate.date !== undefined
      ? (dayOf(until) - dayOf(estimate.date)) / daysInYear
      : 0;
  const { horizon } = lifetimeSettings(scope);
  const years = Math.min(horizon, Math.max(0, estimate.years - passed));
  return {
    lifetime: {
      estimator: 'declared',
      years,
      discountedYears: presentValue(0, years, Math.log1p(kpiSettingsOf(scope).discountRate)),
      inputs: [at(source, 'expectedYears')],
    },
  };
};

const estimators: Readonly<Record<LifetimeEstimator, Estimator>> = {
  contract: fromContract,
  orders: fromOrders,
  declared,
};
