import { daysOf } from '../../model/period.ts';
import { type Customer, customers } from '../customers.ts';
import type { Scope } from '../scope.ts';

export type Standing = 'active' | 'prospect' | 'lost';

/** Last calendar day of the scope's period, ISO. */
export const lastDay = (scope: Scope): string =>
  daysOf(scope.period, scope.workspace.settings.fiscalYearStart).last;

/** How a customer stood at the end of the period: one that was lost later still counts as active. */
export const standingOf = (scope: Scope, customer: Customer): Standing => {
  const { status, lost } = customer.account;
  return status === 'lost' && lost !== undefined && lost.date > lastDay(scope) ? 'active' : status;
};

/** The customers that we have or want: active ones and prospects, by id. */
export const wantedCustomers = (scope: Scope): readonly Customer[] =>
  scope.of(customers).filter(customer => standingOf(scope, customer) !== 'lost');

/**
 * Whether anybody keeps record of customers that leave: at least one account is marked as lost. Where none ever was, a churn
 * of zero would be made up.
 */
export const recordsLeavings = (scope: Scope): boolean =>
  scope.workspace.accounts.some(({ status }) => status === 'lost');
