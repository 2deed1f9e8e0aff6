import type { Account } from '../../model/workspace.ts';
import { programFile } from '../../workspace/layout.ts';
import type { Scope } from '../scope.ts';
import { accountFields, programFields } from './fields.ts';

/** How many active accounts record one kind of data. */
export interface CountedField {
  readonly id: string;
  readonly key: string;
  readonly holders: readonly Account[];
}

/** Active accounts, of which data are expected. */
export const activeAccounts = (scope: Scope): readonly Account[] =>
  scope.workspace.accounts.filter(({ status }) => status === 'active');

export const countedFields = (scope: Scope): readonly CountedField[] =>
  accountFields.map(({ id, key, has }) => ({
    id,
    key,
    holders: scope.of(activeAccounts).filter(account => has(account, scope)),
  }));

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
