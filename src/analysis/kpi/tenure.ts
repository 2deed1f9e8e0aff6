import { daysOf, type PeriodId, trailingYear } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { Customer } from '../customers.ts';
import { recordStart } from '../portfolio/record.ts';
import { lastDay } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { perCustomer, perGroup } from './per-customer.ts';

/** When a customer came and, if it has left, when it went. ISO dates. */
export interface Tenure {
  readonly customer: Customer;
  readonly start: string;
  readonly end?: string;
  /** The account with which it came; and the quarter in which that first bought, where no date is declared. */
  readonly came: { readonly account: Account; readonly quarter?: PeriodId };
}

/**
 * Tenures of customers as known at the end of the period; prospects have none. The start is the declared date, else the
 * first quarter in which it bought. Left out: without either, a start after the period, and lost ones without a date.
 */
export const tenures = perGroup((scope, of): readonly Tenure[] =>
  of.flatMap(customer => tenureOf(scope, customer) ?? []),
);

const tenureOf = perCustomer((scope, customer): Tenure | null => {
  const { status, lost } = customer.account;
  const start = startOf(scope, customer);
  if (status === 'prospect' || start === undefined || start.date > lastDay(scope)) return null;
  if (status === 'lost' && lost === undefined) return null;
  const end = status === 'lost' && lost !== undefined && lost.date <= lastDay(scope) ? lost.date : undefined;
  return { customer, start: start.date, ...(end === undefined ? {} : { end }), came: start.came };
});

/** Where it stands when it came. */
export const startPlace = ({ came: { account, quarter } }: Tenure): SourceRef =>
  quarter === undefined ? at(account.source, 'since') : at(account.source, 'history', quarter, 'revenue');

/** Whether it is known when it came: no date is declared of a customer that bought from the first quarter on record. */
export const isArrivalKnown = (scope: Scope, { came: { quarter } }: Tenure): boolean =>
  quarter === undefined || quarter !== scope.of(recordStart);

/** Where it stands when it came and, if it has left, when it went. */
export const tenurePlaces = (tenure: Tenure): readonly SourceRef[] => [
  startPlace(tenure),
  ...(tenure.end === undefined ? [] : [at(tenure.customer.account.source, 'lost', 'date')]),
];

const startOf = (
  scope: Scope,
  { members }: Customer,
): ({ readonly date: string } & Pick<Tenure, 'came'>) | undefined =>
  members
    .flatMap(account => {
      const { since, history } = account;
      if (since !== undefined) return [{ date: since, came: { account } }];
      const quarter = firstWithRevenue(history);
      return quarter === undefined ? [] : [{ date: firstDayOf(scope, quarter), came: { account, quarter } }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0];

const firstWithRevenue = (history: Customer['account']['history']): PeriodId | undefined =>
  Object.keys(history)
    .filter(period => (history[period]?.revenue ?? 0) > 0)
    .sort()[0];

export const firstDayOf = (scope: Scope, period: PeriodId): string =>
  daysOf(period, scope.workspace.settings.fiscalYearStart).first;

/** First and last day of the four quarters that end with the period: the window of yearly rates. */
export const yearWindow = (scope: Scope): Window => scope.of(trailingWindow);

interface Window {
  readonly first: string;
  readonly last: string;
}

const trailingWindow = (scope: Scope): Window => ({
  first: firstDayOf(scope, trailingYear(scope.period)[0] ?? scope.period),
  last: lastDay(scope),
});

/** Whether a date lies in the window; a date that is not recorded does not. */
export const isWithin = (date: string | undefined, window: Window): boolean =>
  date !== undefined && window.first <= date && date <= window.last;
