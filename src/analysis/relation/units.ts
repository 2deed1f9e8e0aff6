import type { Account } from '../../model/workspace.ts';
import type { Customer } from '../customers.ts';

/** A business unit of a customer: declared, or an account of the group that declares none. */
export interface Unit {
  readonly account: Account;
  /** Absent where the account is one unit as a whole. */
  readonly id?: string;
  readonly name: string;
}

/** Business units, in the order in which they are declared. A holding that buys nothing itself is no unit. */
export const unitsOf = ({ account, members }: Customer): readonly Unit[] => {
  const units = members.flatMap(member => {
    if (member.units.length > 0)
      return member.units.map(({ id, name }): Unit => ({ account: member, id, name }));
    return members.length === 1 || buys(member) ? [whole(member)] : [];
  });
  return units.length === 0 ? [whole(account)] : units;
};

const whole = (account: Account): Unit => ({ account, name: account.shortName ?? account.name });

const buys = ({ contracts, opportunities, whitespace, history }: Account): boolean =>
  contracts.length + opportunities.length + whitespace.length + Object.keys(history).length > 0;

/**
 * The units that a record is about.
 * @returns none where the account has several units and the record does not say which
 */
export const unitsMeant = (
  units: readonly Unit[],
  account: Account,
  named: string | readonly string[] | undefined,
): readonly Unit[] => {
  const own = units.filter(unit => unit.account === account);
  if (named === undefined) return own.length === 1 ? own : [];
  return own.filter(({ id }) => id !== undefined && (named === id || named.includes(id)));
};
