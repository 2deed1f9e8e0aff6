import type { Account } from '../../model/workspace.ts';
import { type Customer, customerOf, isKey } from '../customers.ts';
import type { Scope } from '../scope.ts';

/** An account alone, as a customer of its own. */
const alone = (account: Account): Customer => ({ id: account.id, account, members: [account] });

/**
 * The accounts for which something is recorded, by id. A subsidiary with a record of its own counts alone, a parent with all
 * that it controls.
 */
export const holders = (scope: Scope, isRecorded: (account: Account) => boolean): readonly Customer[] =>
  chosen(scope, ({ account }) => isRecorded(account));

/** The same, and the accounts with key status even where nothing is recorded: what is missing there is to be seen. */
export const subjects = (scope: Scope, isRecorded: (account: Account) => boolean): readonly Customer[] =>
  chosen(scope, customer => isKey(scope, customer) || isRecorded(customer.account));

const chosen = (scope: Scope, isMeant: (customer: Customer) => boolean): readonly Customer[] =>
  scope.workspace.accounts.map(account => customerOf(scope, account.id) ?? alone(account)).filter(isMeant);
