import type { Account, Workspace } from '../model/workspace.ts';
import type { Scope } from './scope.ts';

/** A customer: an account that nobody controls, with all the accounts under it. Common control counts as one customer. */
export interface Customer {
  readonly id: string;
  readonly account: Account;
  /** The account itself and everything below it, the account first, the others by id. */
  readonly members: readonly Account[];
}

/** All customers, prospects and lost ones included, by id. */
export const customers = (scope: Scope): readonly Customer[] => scope.inAll(roster).all;

const roster = ({ accounts }: Workspace) => {
  const byId = new Map(accounts.map(account => [account.id, account]));
  const members = new Map<string, Account[]>();
  for (const account of accounts) {
    const root = rootOf(account, byId);
    const known = members.get(root.id);
    if (known) known.push(account);
    else members.set(root.id, [account]);
  }
  const all = [...members].flatMap(([id, own]): readonly Customer[] => {
    const account = byId.get(id);
    return account ? [{ id, account, members: [account, ...own.filter(member => member !== account)] }] : [];
  });
  return { all, byId: new Map(all.map(customer => [customer.id, customer])) };
};

// The loader has refused cycles; the guard only keeps a hand-made workspace from hanging.
const rootOf = (account: Account, byId: ReadonlyMap<string, Account>, depth = 0): Account => {
  const parent = account.parent === undefined ? undefined : byId.get(account.parent);
  return parent === undefined || depth > 50 ? account : rootOf(parent, byId, depth + 1);
};

/** The customer with an id; undefined for an account under another, and for an id that no account has. */
export const customerOf = (scope: Scope, id: string): Customer | undefined =>
  scope.inAll(roster).byId.get(id);

/** Whether the customer has key status in the scope's period. */
export const isKey = (scope: Scope, customer: Customer): boolean =>
  customer.account.key.some(
    ({ from, to }) => from <= scope.period && (to === undefined || scope.period <= to),
  );

export const keyCustomers = (scope: Scope): readonly Customer[] =>
  customers(scope).filter(customer => isKey(scope, customer));
