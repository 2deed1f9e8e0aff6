import type { Account } from '../../model/workspace.ts';
import { programFile } from '../../workspace/layout.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { accountFields, programFields } from './fields.ts';

/** How many of the customers that need one kind of data record it. */
export interface CountedField {
  readonly id: string;
  readonly key: string;
  /** Who needs it: the key accounts for what belongs to their plans, as far as there are any; else every active customer. */
  readonly expected: readonly Customer[];
  /** Of these. A group is one customer, and records what any of its companies does. */
  readonly holders: readonly Customer[];
  /** The accounts of the holders that record it. */
  readonly accounts: readonly Account[];
  /** Whether no active customer has it, needed or not. */
  readonly unrecorded: boolean;
}

/** Active customers, of which data are expected. */
export const activeCustomers = (scope: Scope): readonly Customer[] =>
  scope.of(customers).filter(customer => standingOf(scope, customer) === 'active');

export const countedFields = (scope: Scope): readonly CountedField[] => {
  const active = scope.of(activeCustomers);
  const keys = active.filter(customer => isKey(scope, customer));
  return accountFields.map(({ id, key, ofKeyAccounts, has }) => {
    const recorded = (customer: Customer) => customer.members.filter(account => has(account, scope));
    const all = active.filter(customer => recorded(customer).length > 0);
    const expected = ofKeyAccounts === true && keys.length > 0 ? keys : active;
    const holders = all.filter(customer => expected.includes(customer));
    return {
      id,
      key,
      expected,
      holders,
      accounts: holders.flatMap(recorded),
      unrecorded: all.length === 0,
    };
  });
};

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
    .filter(({ unrecorded }) => unrecorded)
    .map(({ id, key }) => ({ id, file: 'data/accounts/*.yaml', key })),
  ...missingPrograms(scope).map(name => ({ id: `program-${name}`, file: programFile(name), key: '' })),
];

export const missingPrograms = ({ workspace: { program } }: Scope) =>
  programFields.filter(name =>
    name === 'decisions' ? program.decisions.length === 0 : program[name] === undefined,
  );
