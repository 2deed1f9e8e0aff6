import type { Coverage } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import { type Amount, customerAmount } from '../amounts.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import { type Money, ratio, sum, sumOfMoney, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { isComparable, isRecorded, quarterCoverage, recordedPriorSpan } from './record.ts';
import { standingOf } from './standing.ts';

/** Revenue of one customer in the span and in the same quarters a year earlier. A total that is absent is not recorded. */
export interface CustomerRevenue {
  readonly customer: Customer;
  readonly key: boolean;
  readonly current: Amount;
  readonly prior: Amount;
  readonly coverage: Coverage;
  readonly priorCoverage: Coverage;
  /** Whether no quarter is missing on one side only. */
  readonly comparable: boolean;
}

export interface PortfolioRevenue {
  /** By current revenue, largest first; customers without recorded revenue at the end; equal ones by id. */
  readonly rows: readonly CustomerRevenue[];
  readonly total?: Money;
  readonly prior?: Money;
  /** Sum of the customers with positive revenue: the whole of every share, so that shares lie in 0–1 and add up. */
  readonly base: Money;
  readonly priorBase: Money;
}

/** Revenue of everyone who is an active customer, has key status, or has revenue recorded in either span. */
export const portfolioRevenue = (scope: Scope): PortfolioRevenue => {
  const rows = scope
    .of(customers)
    .map(customer => customerRevenue(scope, customer))
    .filter(row => belongs(scope, row))
    .sort(byRevenue);
  const current = rows.flatMap(row => row.current.total ?? []);
  const prior = rows.flatMap(row => row.prior.total ?? []);
  return {
    rows,
    ...(current.length > 0 ? { total: sum(current) } : {}),
    ...(prior.length > 0 ? { prior: sum(prior) } : {}),
    base: sum(current.filter(isPositive)),
    priorBase: sum(prior.filter(isPositive)),
  };
};

/** The rows by id of the customer. */
export const revenueRows = (scope: Scope): ReadonlyMap<string, CustomerRevenue> =>
  new Map(scope.of(portfolioRevenue).rows.map(row => [row.customer.id, row]));

const isPositive = (amount: Money): boolean => amount.greaterThan(0);

const customerRevenue = (scope: Scope, customer: Customer): CustomerRevenue => {
  const [span, before] = [currentSpan(scope), recordedPriorSpan(scope)];
  return {
    customer,
    key: isKey(scope, customer),
    current: customerAmount(scope, customer, 'revenue', span),
    prior: customerAmount(scope, customer, 'revenue', before),
    coverage: revenueCoverage(scope, customer, span),
    priorCoverage: revenueCoverage(scope, customer, before),
    comparable: isComparable(scope, customer, span),
  };
};

const belongs = (scope: Scope, { customer, key, current, prior }: CustomerRevenue): boolean =>
  key || standingOf(scope, customer) === 'active' || current.total !== undefined || prior.total !== undefined;

const byRevenue = (a: CustomerRevenue, b: CustomerRevenue): number => {
  if (a.current.total === undefined || b.current.total === undefined)
    return Number(a.current.total === undefined) - Number(b.current.total === undefined);
  return b.current.total.comparedTo(a.current.total);
};

/** Quarters with revenue recorded, of those in which the members were customers. */
const revenueCoverage = (scope: Scope, { members }: Customer, periods: readonly PeriodId[]): Coverage =>
  quarterCoverage(scope, members, periods, (member, period) => isRecorded(scope, member, period));

/** Share of the portfolio's positive revenue; undefined where the customer has none recorded or less than zero. */
export const shareOf = (amount: Money | undefined, base: Money): number | undefined =>
  amount === undefined || amount.lessThan(0) ? undefined : ratio(amount, base);

/** Relative change of what some customers bought; undefined where that of one of them can't be compared. */
export const growthOfRows = (rows: readonly CustomerRevenue[]): number | undefined =>
  rows.every(row => row.comparable)
    ? growthOf(totalOf(rows.map(row => row.current)), totalOf(rows.map(row => row.prior)))
    : undefined;

/** Relative change of revenue; undefined where either side is not recorded or the earlier one is not positive. */
export const growthOf = (current: Money | undefined, prior: Money | undefined): number | undefined =>
  current === undefined || prior === undefined ? undefined : ratio(current.minus(prior), prior);

/** Sum of the recorded amounts; undefined where none is. */
export const totalOf = (amounts: readonly Amount[]): Money | undefined =>
  sumOfMoney(amounts.map(({ total }) => total));

export const totalCoverage = (parts: readonly Coverage[]): Coverage => ({
  n: parts.reduce((total, { n }) => total + n, 0),
  of: parts.reduce((total, { of }) => total + of, 0),
});

/** Customers with revenue above zero. */
export const countPositive = (amounts: readonly Amount[]): number =>
  amounts.filter(({ total = zero }) => isPositive(total)).length;
