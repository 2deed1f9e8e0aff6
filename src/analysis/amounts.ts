import { type Formula, input, plus, sumOf, times } from '../model/formula.ts';
import type { PeriodId } from '../model/period.ts';
import { at, type SourceRef } from '../model/source.ts';
import type { Account } from '../model/workspace.ts';
import type { Customer } from './customers.ts';
import { type Money, money, zero } from './money.ts';
import type { Scope } from './scope.ts';

export type AmountField =
  | 'revenue'
  | 'plan'
  | 'forecast'
  | 'margin'
  | 'costToServe'
  | 'newBusiness'
  | 'walletSpend';

/** A sum over quarters and accounts, in reporting currency, with where each part stands. */
export interface Amount {
  /** Absent where not one part is recorded. */
  readonly total?: Money;
  readonly inputs: readonly SourceRef[];
  /** The total from the inputs: their sum, or each amount at its rate. */
  readonly formula?: Formula;
  /** Parts found and parts looked for (quarter × account with any history). */
  readonly found: number;
  readonly sought: number;
}

/** Units of reporting currency for one unit of the account's currency in a quarter; undefined where the workspace has no rate. */
export const rateOf = (scope: Scope, account: Account, period: PeriodId): Money | undefined => {
  const { currency, rates } = scope.workspace.settings;
  if (account.currency === undefined || account.currency === currency) return money(1);
  const rate = rates[account.currency]?.[period];
  return rate === undefined ? undefined : money(rate);
};

const plainSum = sumOf();

/** Sum of a money field over accounts and quarters, converted quarter by quarter. Nothing is rounded. */
export const amountOf = (
  scope: Scope,
  accounts: readonly Account[],
  field: AmountField,
  periods: readonly PeriodId[],
): Amount => {
  let total = zero;
  let found = 0;
  const inputs: SourceRef[] = [];
  const parts: Formula[] = [];
  let converted = false;
  for (const account of accounts) {
    for (const period of periods) {
      const value = account.history[period]?.[field];
      const rate = rateOf(scope, account, period);
      if (value === undefined || rate === undefined) continue;
      total = total.plus(money(value).times(rate));
      found += 1;
      inputs.push(at(account.source, 'history', period, field));
      const { currency, source } = scope.workspace.settings;
      if (account.currency === undefined || account.currency === currency) {
        parts.push(input(inputs.length - 1));
        continue;
      }
      inputs.push(at(source, 'rates', account.currency, period));
      parts.push(times(inputs.length - 2, inputs.length - 1));
      converted = true;
    }
  }
  const sought = accounts.filter(account => Object.keys(account.history).length > 0).length * periods.length;
  if (found === 0) return { inputs, found, sought };
  return { total, inputs, formula: converted ? parts.reduce(plus) : plainSum, found, sought };
};

export const customerAmount = (
  scope: Scope,
  customer: Customer,
  field: AmountField,
  periods: readonly PeriodId[],
): Amount => amountOf(scope, customer.members, field, periods);

/** The formula of an amount, as a figure carries it. */
export const formulaOf = ({ formula }: Amount): { readonly formula?: Formula } =>
  formula === undefined ? {} : { formula };
