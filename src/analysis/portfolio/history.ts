import type { Coverage } from '../../model/figure.ts';
import { between, type PeriodId, periodOfDate } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Amount, amountOf, converted } from '../amounts.ts';
import { customers } from '../customers.ts';
import { type Money, sumOfMoney } from '../money.ts';
import type { Scope } from '../scope.ts';

/** A won opportunity with the quarter in which it closed and its value in reporting currency, where recorded. */
export interface Win {
  readonly period: PeriodId;
  readonly value?: Money;
  readonly source: SourceRef;
  /** Where its value stands, and the rate where it is converted; nothing without a value. */
  readonly valueFrom: readonly SourceRef[];
}

export interface Wins {
  /** Won and closed on or before the last day of the period. */
  readonly wins: readonly Win[];
  /** Won opportunities with a closing date, of all won ones: an undated one can't be placed in a quarter. */
  readonly dated: Coverage;
}

/** Won opportunities of all accounts, up to the period. */
export const wonOpportunities = (scope: Scope): Wins => {
  const won = scope.workspace.accounts.flatMap(account =>
    account.opportunities.flatMap((opportunity, index) =>
      opportunity.stage === 'won' ? [{ account, opportunity, index }] : [],
    ),
  );
  const dated = won.flatMap(({ account, opportunity, index }) => {
    if (opportunity.closed === undefined) return [];
    const period = periodOfDate(opportunity.closed, scope.workspace.settings.fiscalYearStart);
    return [winOf(scope, account, period, opportunity.value, index)];
  });
  return {
    wins: dated.filter(win => win.period <= scope.period),
    dated: { n: dated.length, of: won.length },
  };
};

const winOf = (
  scope: Scope,
  account: Account,
  period: PeriodId,
  amount: number | undefined,
  index: number,
): Win => {
  const value = converted(scope, account, amount, period);
  const source = at(account.source, 'opportunities', index);
  if (value === undefined) return { period, source, valueFrom: [] };
  const { currency, source: settings } = scope.workspace.settings;
  return {
    period,
    value,
    source,
    valueFrom: [
      at(source, 'value'),
      ...(account.currency === undefined || account.currency === currency
        ? []
        : [at(settings, 'rates', account.currency, period)]),
    ],
  };
};

/** Sum of the wins whose value is known; undefined where none is. */
export const winValue = (wins: readonly Win[]): Money | undefined =>
  sumOfMoney(wins.map(({ value }) => value));

/** Every quarter from the first with recorded revenue or a win up to the period. */
export const recordedPeriods = (scope: Scope): readonly PeriodId[] => {
  const recorded = scope.workspace.accounts.flatMap(account =>
    Object.entries(account.history).flatMap(([period, { revenue }]) =>
      revenue === undefined ? [] : [period],
    ),
  );
  const all = [...recorded, ...scope.of(wonOpportunities).wins.map(win => win.period)].sort();
  return all[0] === undefined ? [] : between(all[0], scope.period);
};

export interface HistoryRow {
  readonly period: PeriodId;
  readonly revenue: Amount;
  /** Customers that bought in the quarter. */
  readonly customers: number;
  readonly wins: readonly Win[];
}

/** The record of the portfolio, quarter by quarter. */
export const portfolioHistory = (scope: Scope): readonly HistoryRow[] =>
  scope.of(recordedPeriods).map(period => ({
    period,
    revenue: amountOf(scope, scope.workspace.accounts, 'revenue', [period]),
    customers: scope
      .of(customers)
      .filter(({ members }) => amountOf(scope, members, 'revenue', [period]).total?.greaterThan(0)).length,
    wins: scope.of(wonOpportunities).wins.filter(win => win.period === period),
  }));
