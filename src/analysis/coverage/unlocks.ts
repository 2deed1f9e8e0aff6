import type { Account } from '../../model/workspace.ts';
import { programFile } from '../../workspace/layout.ts';
import { type Customer, customers } from '../customers.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { accountFields, programFields } from './fields.ts';

/** How many active customers record one kind of data. */
export interface CountedField {
  readonly id: string;
  readonly key: string;
  /** A group is one customer, and records what any of its companies does. */
  readonly holders: readonly Customer[];
  /** The accounts of the holders that record it. */
  readonly accounts: readonly Account[];
}

/** Active customers, of which data are expected. */
export const activeCustomers = (scope: Scope): readonly Customer[] =>
  scope.of(customers).filter(customer => standingOf(scope, customer) === 'active');

export const countedFields = (scope: Scope): readonly CountedField[] =>
  accountFields.map(({ id, key, has }) => {
    const recorded = (customer: Customer) => customer.members.filter(account => has(account, scope));
    const holders = scope.of(activeCustomers).filter(customer => recorded(customer).length > 0);
    return { id, key, holders, accounts: holders.flatMap(recorded) };
  });

/** Something that nobody records yet: the name of the data, the file and the keys where it would stand. */
export interface Unlock {
  readonly id: string;
  readonly file: string;
  readonly key: string;
}

/** What is not recorded at all, fields of accounts before files of the programme. */
export const unlocks = (scope: Scope): readonly Unlock[] => [
  ...scope
    .of(countedFields)
    .filter(({ holders }) => holders.length === 0)
    .map(({ id, key }) => ({ id, file: 'data/accounts/*.yaml', key })),
  ...missingPrograms(scope).map(name => ({ id: `program-${name}`, file: programFile(name), key: '' })),
];

export const missingPrograms = ({ workspace: { program } }: Scope) =>
  programFields.filter(name =>
    name === 'decisions' ? program.decisions.length === 0 : program[name] === undefined,
  );
