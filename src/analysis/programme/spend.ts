import type { PeriodId } from '../../model/period.ts';
import { type Spend, type SpendKind, spendKinds } from '../../model/resources.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { type Amount, rateOf, sumWithRates } from '../amounts.ts';
import { type Money, money, sum } from '../money.ts';
import type { Scope } from '../scope.ts';

export type SpendSide = 'budget' | 'actual';

/** What was granted and spent on one thing in one quarter, in reporting currency, exact. */
export interface SpendEntry {
  readonly period: PeriodId;
  readonly kind: SpendKind;
  readonly budget?: Money;
  readonly actual?: Money;
  readonly place: SourceRef;
  /** The rate of a foreign currency. */
  readonly rateInputs: readonly SourceRef[];
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
): Amount => {
  const shared = sharedEntries(scope, periods);
  const { found, sought, ...rest } = amountOfEntries(
    [...shared, ...accountEntries(scope, scope.workspace.accounts, periods)],
    side,
  );
  const quarters = new Set(shared.map(({ period }) => period));
  const without =
    scope.workspace.program.resources === undefined ? [] : periods.filter(period => !quarters.has(period));
  return { ...rest, found, sought: sought + without.length };
};

/** Money spent on the programme as a whole, on no account in particular. */
export const sharedEntries = (scope: Scope, periods: readonly PeriodId[]): readonly SpendEntry[] => {
  const resources = scope.workspace.program.resources;
  if (resources === undefined) return [];
  const place = at(resources.source, 'spend');
  return periods.flatMap(period => entriesOf(resources.spend, place, period, money(1), []));
};

/** Money spent on some accounts alone, converted quarter by quarter; one that cannot be converted has neither side. */
export const accountEntries = (
  scope: Scope,
  accounts: readonly Account[],
  periods: readonly PeriodId[],
): readonly SpendEntry[] => {
  const { currency: reporting, source } = scope.workspace.settings;
  return accounts.flatMap(account => {
    const { resources, currency = reporting } = account;
    if (resources === undefined) return [];
    const place = at(account.source, 'resources', 'spend');
    return periods.flatMap(period => {
      const rateInputs = currency === reporting ? [] : [at(source, 'rates', currency, period)];
      return entriesOf(resources.spend, place, period, rateOf(scope, account, period), rateInputs);
    });
  });
};

const entriesOf = (
  spend: Spend,
  place: SourceRef,
  period: PeriodId,
  rate: Money | undefined,
  rateInputs: readonly SourceRef[],
): readonly SpendEntry[] =>
  spendKinds.flatMap(kind => {
    const entry = spend[period]?.[kind];
    if (entry === undefined) return [];
    const side = (name: SpendSide): Partial<Record<SpendSide, Money>> => {
      const value = entry[name];
      return value === undefined || rate === undefined ? {} : { [name]: money(value).times(rate) };
    };
    return [
      { period, kind, ...side('budget'), ...side('actual'), place: at(place, period, kind), rateInputs },
    ];
  });

/** One side of some entries, added up; those to convert stand behind the others, each with its rate. */
export const amountOfEntries = (entries: readonly SpendEntry[], side: SpendSide): Amount => {
  const known = entries.flatMap(entry => {
    const value = entry[side];
    return value === undefined ? [] : [{ value, inputs: [at(entry.place, side), ...entry.rateInputs] }];
  });
  const plain = known.flatMap(({ inputs }) => (inputs.length === 1 ? inputs : []));
  const paired = known.flatMap(({ inputs }) => (inputs.length === 1 ? [] : inputs));
  const amount = {
    inputs: [...plain, ...paired],
    plain: plain.length,
    found: known.length,
    sought: entries.length,
  };
  if (known.length === 0) return amount;
  return {
    ...amount,
    total: sum(known.map(({ value }) => value)),
    formula: sumWithRates(0, plain.length, paired.length),
  };
};
