import type { PeriodId } from '../../model/period.ts';
import type { Spend, SpendKind } from '../../model/resources.ts';
import { spendKinds } from '../../model/resources.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Amount, rateOf } from '../amounts.ts';
import { type Money, money, zero } from '../money.ts';
import type { Scope } from '../scope.ts';

export type SpendSide = 'budget' | 'actual';

/** One entry of money: who it was for, when, on what. */
interface Entry {
  readonly value: number | undefined;
  /** Units of reporting currency for one of its own; undefined where the workspace has no rate. */
  readonly rate: Money | undefined;
  readonly inputs: readonly SourceRef[];
}

/**
 * Money of the programme in the quarters, in reporting currency: what is spent on it as a whole and what is spent on its
 * accounts. A part is an entry of one quarter and kind, and a quarter for which the programme has none.
 * @param side what was spent, or what was granted
 */
export const programmeSpend = (
  scope: Scope,
  periods: readonly PeriodId[],
  side: SpendSide = 'actual',
  kinds: readonly SpendKind[] = spendKinds,
): Amount =>
  sumOfAmounts([
    sharedSpend(scope, periods, side, kinds),
    accountSpend(scope, scope.workspace.accounts, periods, side, kinds),
  ]);

/** Money spent on the programme as a whole, on no account in particular. */
export const sharedSpend = (
  scope: Scope,
  periods: readonly PeriodId[],
  side: SpendSide = 'actual',
  kinds: readonly SpendKind[] = spendKinds,
): Amount => {
  const resources = scope.workspace.program.resources;
  if (resources === undefined) return { inputs: [], found: 0, sought: 0 };
  const place = at(resources.source, 'spend');
  return amountOfEntries(
    periods.flatMap(period => {
      const entries = entriesOf(resources.spend, place, period, side, kinds, money(1), []);
      return entries.length > 0 || kinds.length < spendKinds.length
        ? entries
        : [{ value: undefined, rate: money(1), inputs: [] }];
    }),
  );
};

/** Money spent on some accounts alone, converted quarter by quarter. */
export const accountSpend = (
  scope: Scope,
  accounts: readonly Account[],
  periods: readonly PeriodId[],
  side: SpendSide = 'actual',
  kinds: readonly SpendKind[] = spendKinds,
): Amount => {
  const { currency, source } = scope.workspace.settings;
  return amountOfEntries(
    accounts.flatMap(account => {
      const { resources } = account;
      if (resources === undefined) return [];
      const place = at(account.source, 'resources', 'spend');
      const foreign = account.currency !== undefined && account.currency !== currency;
      return periods.flatMap(period =>
        entriesOf(
          resources.spend,
          place,
          period,
          side,
          kinds,
          rateOf(scope, account, period),
          foreign ? [at(source, 'rates', account.currency ?? currency, period)] : [],
        ),
      );
    }),
  );
};

const entriesOf = (
  spend: Spend,
  place: SourceRef,
  period: PeriodId,
  side: SpendSide,
  kinds: readonly SpendKind[],
  rate: Money | undefined,
  rateInputs: readonly SourceRef[],
): readonly Entry[] =>
  kinds.flatMap(kind => {
    const entry = spend[period]?.[kind];
    return entry === undefined
      ? []
      : [{ value: entry[side], rate, inputs: [at(place, period, kind, side), ...rateInputs] }];
  });

const amountOfEntries = (entries: readonly Entry[]): Amount => {
  let total = zero;
  const inputs: SourceRef[] = [];
  let found = 0;
  for (const { value, rate, inputs: own } of entries) {
    if (value === undefined || rate === undefined) continue;
    total = total.plus(money(value).times(rate));
    inputs.push(...own);
    found += 1;
  }
  return { ...(found === 0 ? {} : { total }), inputs, found, sought: entries.length };
};

/** Amounts taken together. */
const sumOfAmounts = (amounts: readonly Amount[]): Amount => {
  const totals = amounts.flatMap(({ total }) => total ?? []);
  return {
    ...(totals.length === 0 ? {} : { total: totals.reduce((sum, one) => sum.plus(one), zero) }),
    inputs: amounts.flatMap(({ inputs }) => inputs),
    found: amounts.reduce((sum, { found }) => sum + found, 0),
    sought: amounts.reduce((sum, { sought }) => sum + sought, 0),
  };
};
