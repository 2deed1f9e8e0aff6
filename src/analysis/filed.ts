import { at, type SourceRef } from '../model/source.ts';
import type { Account } from '../model/workspace.ts';
import type { Customer } from './customers.ts';

type Register =
  | 'contacts'
  | 'contracts'
  | 'goals'
  | 'interactions'
  | 'mentions'
  | 'opportunities'
  | 'reviews'
  | 'surveys';

/** An item as it is filed with an account. It is not its place yet, only what leads there: KPIs count many items and name few. */
export interface Filed<Item> {
  readonly item: Item;
  readonly account: Account;
  readonly register: Register;
  readonly index: number;
}

/** The items of a register of some customers that are wanted: those of each account and of all the accounts under it. */
export const filedIn = <Key extends Register>(
  of: readonly Customer[],
  register: Key,
  isWanted: (item: Account[Key][number]) => boolean,
): readonly Filed<Account[Key][number]>[] => {
  const found: Filed<Account[Key][number]>[] = [];
  for (const { members } of of)
    for (const account of members) {
      const items: readonly Account[Key][number][] = account[register];
      items.forEach((item, index) => {
        if (isWanted(item)) found.push({ item, account, register, index });
      });
    }
  return found;
};

/** Where it stands, or something of it. */
export const placeOf = (
  { account, register, index }: Filed<unknown>,
  ...path: readonly (string | number)[]
): SourceRef => at(account.source, register, index, ...path);
