import { constant, type Formula, plus, sumOf, sumOfProducts } from '../model/formula.ts';
import type { PeriodId } from '../model/period.ts';
import { at, type SourceRef } from '../model/source.ts';
import type { Account } from '../model/workspace.ts';
import type { Customer } from './customers.ts';
import { ExactSum, type Money, money } from './money.ts';
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
  /** Inputs that only need to be added; they stand first, after them each converted amount and its rate. */
  readonly plain: number;
  /** The total from the inputs: their sum, or each amount at its rate. */
  readonly formula?: Formula;
  /** Parts found and parts looked for (quarter × account with any history). */
  readonly found: number;
  readonly sought: number;
}

/** Units of reporting currency for one unit of the account's currency in a quarter; undefined where the workspace has no rate. */
export const rateOf = (scope: Scope, account: Account, period: PeriodId): Money | undefined => {
  const { currency, rates } = scope.workspace.settings;
  if (account.currency === undefined || account.currency === currency) return one;
  const rate = rates[account.currency]?.[period];
  return rate === undefined ? undefined : money(rate);
};

const one = money(1);

/** An amount that the workspace states, in reporting currency at the rate of a quarter; absent where amount or rate is missing. */
export const converted = (
  scope: Scope,
  account: Account,
  amount: number | undefined,
  period: PeriodId = scope.period,
): Money | undefined => {
  const rate = rateOf(scope, account, period);
  return amount === undefined || rate === undefined ? undefined : money(amount).times(rate);
};

/** Whether an amount of the account in a quarter is recorded, and convertible. */
export const isAmountRecorded = (
  scope: Scope,
  account: Account,
  field: AmountField,
  period: PeriodId,
): boolean => account.history[period]?.[field] !== undefined && rateOf(scope, account, period) !== undefined;

const plainSum = sumOf();

/** The sum of inputs from a place on: first some that only need to be added, then pairs of an amount and its rate. */
export const sumWithRates = (from: number, plain: number, paired: number): Formula => {
  const middle = from + plain;
  const products = sumOfProducts(middle, middle + paired);
  if (plain === 0) return paired === 0 ? constant(0) : products;
  return paired === 0 ? sumOf(from, middle) : plus(sumOf(from, middle), products);
};

/** Sum of a money field over accounts and quarters, converted quarter by quarter. Nothing is rounded. */
export const amountOf = (
  scope: Scope,
  accounts: readonly Account[],
  field: AmountField,
  periods: readonly PeriodId[],
): Amount => {
  const parts = noParts();
  for (const account of accounts)
    for (const period of periods) addRecorded(scope, parts, account, field, period);
  return new Recorded(scope, accounts, field, periods, parts);
};

/** Recorded amounts as they are added up: how many stand in reporting currency, and how many at a rate. */
export interface Parts {
  readonly sum: ExactSum;
  plain: number;
  converted: number;
}

export const noParts = (): Parts => ({ sum: new ExactSum(), plain: 0, converted: 0 });

/** Adds the amount of an account in a quarter, where it is recorded and convertible. */
export const addRecorded = (
  scope: Scope,
  parts: Parts,
  account: Account,
  field: AmountField,
  period: PeriodId,
): void => {
  const value = account.history[period]?.[field];
  if (value === undefined) return;
  const rate = rateOf(scope, account, period);
  if (rate === undefined) return;
  if (rate === one) {
    parts.sum.add(value);
    parts.plain += 1;
  } else {
    parts.sum.addMoney(money(value).times(rate));
    parts.converted += 1;
  }
};

/**
 * Most amounts are only added up: where their parts stand is looked up when somebody asks, and kept by nobody. A copy by
 * spreading would lose it.
 */
class Recorded implements Amount {
  readonly total?: Money;
  readonly formula?: Formula;
  readonly plain: number;
  readonly found: number;
  readonly #scope: Scope;
  readonly #accounts: readonly Account[];
  readonly #field: AmountField;
  readonly #periods: readonly PeriodId[];

  constructor(
    scope: Scope,
    accounts: readonly Account[],
    field: AmountField,
    periods: readonly PeriodId[],
    { sum, plain, converted }: Parts,
  ) {
    this.#scope = scope;
    this.#accounts = accounts;
    this.#field = field;
    this.#periods = periods;
    this.plain = plain;
    this.found = plain + converted;
    if (this.found === 0) return;
    this.total = sum.total;
    this.formula = converted === 0 ? plainSum : sumWithRates(0, plain, 2 * converted);
  }

  get inputs(): readonly SourceRef[] {
    return placesOf(this.#scope, this.#accounts, this.#field, this.#periods);
  }

  get sought(): number {
    return this.#accounts.filter(hasHistory).length * this.#periods.length;
  }
}

const hasHistory = ({ history }: Account): boolean => Object.keys(history).length > 0;

const placesOf = (
  scope: Scope,
  accounts: readonly Account[],
  field: AmountField,
  periods: readonly PeriodId[],
): readonly SourceRef[] => {
  const { currency, source } = scope.workspace.settings;
  const plain: SourceRef[] = [];
  const converted: SourceRef[] = [];
  for (const account of accounts) {
    for (const period of periods) {
      if (!isAmountRecorded(scope, account, field, period)) continue;
      const recorded = at(account.source, 'history', period, field);
      if (account.currency === undefined || account.currency === currency) plain.push(recorded);
      else converted.push(recorded, at(source, 'rates', account.currency, period));
    }
  }
  return converted.length === 0 ? plain : [...plain, ...converted];
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
