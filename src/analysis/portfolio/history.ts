import type { Coverage } from '../../model/figure.ts';
import { between, type PeriodId, periodOfDate } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Amount, amountOf, converted } from '../amounts.ts';
import { customers } from '../customers.ts';
import { type Money, sumOfMoney } from '../money.ts';
import type { Scope } from '../scope.ts';
import { rateSource, type Term } from '../terms.ts';

/** A won opportunity with the quarter in which it closed and its value in reporting currency, where recorded. */
export class Win {
  readonly period: PeriodId;
  readonly value?: Money;
  readonly #scope: Scope;
  readonly #account: Account;
  readonly #index: number;

  constructor(scope: Scope, account: Account, index: number, period: PeriodId) {
    this.#scope = scope;
    this.#account = account;
    this.#index = index;
    this.period = period;
    const value = converted(scope, account, account.opportunities[index]?.value, period);
    if (value !== undefined) this.value = value;
  }

  get source(): SourceRef {
    return at(this.#account.source, 'opportunities', this.#index);
  }

  /** Where its value stands, and the rate where it is converted; nothing without a value. */
  get valueFrom(): Term {
    if (this.value === undefined) return [];
    return [at(this.source, 'value'), ...rateSource(this.#scope, this.#account, this.period)];
  }
}

export interface Wins {
  /** Won and closed on or before the last day of the period. */
  readonly wins: readonly Win[];
  /** Won opportunities with a closing date, of all won ones: an undated one can't be placed in a quarter. */
  readonly dated: Coverage;
}

/** Won opportunities of all accounts, up to the period. */
export const wonOpportunities = (scope: Scope): Wins => {
  const start = scope.workspace.settings.fiscalYearStart;
  const wins: Win[] = [];
  let [dated, all] = [0, 0];
  for (const account of scope.workspace.accounts)
    for (const [index, { stage, closed }] of account.opportunities.entries()) {
      if (stage !== 'won') continue;
      all += 1;
      if (closed === undefined) continue;
      dated += 1;
      const period = periodOfDate(closed, start);
      if (period <= scope.period) wins.push(new Win(scope, account, index, period));
    }
  return { wins, dated: { n: dated, of: all } };
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
