import type { Account } from '../../model/workspace.ts';
import { type Amount, amountOf } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { portfolioRevenue, shareOf } from './revenue.ts';

/** An account of a group, with its part of what the group buys. */
export interface GroupMember {
  readonly customer: Customer;
  readonly member: Account;
  readonly revenue: Amount;
  /** Part of the group's revenue, 0–1; absent where either is not recorded or not positive. */
  readonly share?: number;
}

/**
 * The accounts of every customer that holds more than one, the parent first: common control counts as one customer, and this
 * is what that customer is made of. A parent that buys only through its companies is no part. Groups by revenue, largest first; so are the members of each below the parent.
 */
export const groupMembers = (scope: Scope): readonly GroupMember[] =>
  scope
    .of(portfolioRevenue)
    .rows.filter(({ customer }) => customer.members.length > 1)
    .flatMap(({ customer, current }) =>
      customer.members
        .map(member => {
          const revenue = amountOf(scope, [member], 'revenue', currentSpan(scope));
          const share = current.total === undefined ? undefined : shareOf(revenue.total, current.total);
          return { customer, member, revenue, ...(share === undefined ? {} : { share }) };
        })
        .filter(one => !buysThroughOthers(one, current.total))
        .sort((a, b) => parentFirst(a, b) || largestFirst(a, b)),
    );

/** No gap in the record: a parent without revenue of its own, of a group that has some. */
const buysThroughOthers = ({ customer, member, revenue }: GroupMember, total: Money | undefined): boolean =>
  member.id === customer.id && revenue.total === undefined && total !== undefined;

const parentFirst = (a: GroupMember, b: GroupMember): number =>
  Number(b.member.id === b.customer.id) - Number(a.member.id === a.customer.id);

const largestFirst = (a: GroupMember, b: GroupMember): number =>
  (b.revenue.total?.toNumber() ?? -1) - (a.revenue.total?.toNumber() ?? -1);
