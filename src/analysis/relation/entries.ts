import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { Customer } from '../customers.ts';

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
