import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { rateOf } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import { type Money, money } from '../money.ts';
import type { Scope } from '../scope.ts';

export type Register =
  | 'actions'
  | 'contacts'
  | 'contracts'
  | 'goals'
  | 'interactions'
  | 'needs'
  | 'offers'
  | 'opportunities'
  | 'risks'
  | 'surveys'
  | 'whitespace';

/** An item of a register, with the account that recorded it and where it stands. */
export interface Entry<Item> {
  readonly item: Item;
  readonly account: Account;
  readonly source: SourceRef;
}

/** The items of a register of a customer: those of the account and of all the accounts under it. */
export const entriesOf = <Key extends Register>(
  { members }: Pick<Customer, 'members'>,
  key: Key,
): readonly Entry<Account[Key][number]>[] =>
  members.flatMap(account =>
    (account[key] as readonly Account[Key][number][]).map((item, index) => ({
      item,
      account,
      source: at(account.source, key, index),
    })),
  );

/** An amount in the account's currency, at the rate of the period; undefined where amount or rate is missing. */
export const converted = (scope: Scope, account: Account, amount: number | undefined): Money | undefined => {
  const rate = rateOf(scope, account, scope.period);
  return amount === undefined || rate === undefined ? undefined : money(amount).times(rate);
};

/** Sum of the known amounts; undefined where none is known. */
export const sumOfMoney = (amounts: readonly (Money | undefined)[]): Money | undefined => {
  const known = amounts.filter(amount => amount !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, amount) => total.plus(amount));
};
