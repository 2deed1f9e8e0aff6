import type { Workspace } from '../model/workspace.ts';
import { type Customer, customers } from './customers.ts';
import { standingOf } from './portfolio/standing.ts';
import type { Scope } from './scope.ts';

/** A key account manager: a person with that role, or whoever is named as manager of a customer or prospect. */
export interface Kam {
  readonly id: string;
  readonly person: Workspace['people'][number];
  /** Customers and prospects that the person manages, lost ones included, by id. A group goes with its parent. */
  readonly customers: readonly Customer[];
}

/** Every key account manager, by id. Someone with the role and without accounts is one; someone who only managed lost ones is not. */
export const kams = (scope: Scope): readonly Kam[] => {
  const managed = new Map<string, Customer[]>();
  for (const customer of scope.of(customers)) {
    const { manager } = customer.account;
    if (manager === undefined) continue;
    const own = managed.get(manager);
    if (own) own.push(customer);
    else managed.set(manager, [customer]);
  }
  return scope.workspace.people
    .map(person => ({ id: person.id, person, customers: managed.get(person.id) ?? [] }))
    .filter(
      ({ person, customers: own }) =>
        person.role === 'kam' || own.some(customer => standingOf(scope, customer) !== 'lost'),
    );
};

/** What a key account manager looks after now: customers and prospects that were not lost. */
export const currentCustomers = (scope: Scope, { customers: own }: Kam): readonly Customer[] =>
  own.filter(customer => standingOf(scope, customer) !== 'lost');
