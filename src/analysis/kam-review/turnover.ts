import type { Amount } from '../amounts.ts';
import { byAccount } from '../by-account.ts';
import { currentCustomers, type Kam } from '../kams.ts';
import { type CustomerRevenue, portfolioRevenue } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';

/** Customers of a key account manager by what the two years have of them. */
export interface Turnover {
  /** They bought nothing in the same quarters a year before. */
  readonly won: readonly CustomerRevenue[];
  /** They have left, and the revenue of the year before counts them. */
  readonly lost: readonly CustomerRevenue[];
  readonly stayed: readonly CustomerRevenue[];
}

const revenueOf = byAccount(
  scope => scope.of(portfolioRevenue).rows,
  ({ customer }) => customer.id,
);

export const turnoverOf = (scope: Scope, kam: Kam): Turnover => {
  const current = new Set(currentCustomers(scope, kam).map(({ id }) => id));
  const rows = kam.customers.flatMap(({ id }) => revenueOf(scope, id));
  const here = rows.filter(({ customer }) => current.has(customer.id));
  return {
    won: here.filter(({ current: now, prior }) => isBought(now) && !isBought(prior)),
    lost: rows.filter(({ customer, prior }) => !current.has(customer.id) && isBought(prior)),
    stayed: here.filter(({ prior }) => isBought(prior)),
  };
};

const isBought = ({ total }: Amount): boolean => total?.greaterThan(0) ?? false;
