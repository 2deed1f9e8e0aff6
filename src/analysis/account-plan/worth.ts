import type { Coverage, Unavailable } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Account } from '../../model/workspace.ts';
import { type Money, sumOfMoney } from '../money.ts';
import type { Scope } from '../scope.ts';

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
  const total = sumOfMoney(amounts);
  const coverage = { n: amounts.filter(amount => amount !== undefined).length, of: amounts.length };
  return total === undefined ? { coverage } : { total, coverage };
};
