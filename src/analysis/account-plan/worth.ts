import type { Coverage, Unavailable } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Account } from '../../model/workspace.ts';
import { rateOf } from '../amounts.ts';
import { type Money, money, zero } from '../money.ts';
import type { Scope } from '../scope.ts';

/** An amount that the workspace states, in reporting currency; absent where it is not stated or there is no rate. */
export const worthOf = (
  scope: Scope,
  account: Account,
  amount: number | undefined,
  period: PeriodId = scope.period,
): Money | undefined => {
  const rate = rateOf(scope, account, period);
  return amount === undefined || rate === undefined ? undefined : money(amount).times(rate);
};

/** Why an amount that is stated has no value in reporting currency. */
export const noRate = (
  scope: Scope,
  { currency }: Account,
  period: PeriodId = scope.period,
): Unavailable => ({
  code: 'no-rate',
  params: { currency: currency ?? scope.workspace.settings.currency, period },
});

/** A sum of stated amounts; `total` is absent where not one of them has a value. */
export interface Sum {
  readonly total?: Money;
  readonly coverage: Coverage;
}

export const sumOf = (amounts: readonly (Money | undefined)[]): Sum => {
  const known = amounts.flatMap(amount => amount ?? []);
  const coverage = { n: known.length, of: amounts.length };
  return known.length === 0
    ? { coverage }
    : { total: known.reduce((total, amount) => total.plus(amount), zero), coverage };
};
