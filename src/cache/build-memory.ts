import { type Watch, watchAccounts } from '../analysis/reading/account-watch.ts';
import type { ArchivedPaths } from '../edition/archived.ts';
import type { Cache, Files } from '../effects.ts';
import { archiveHash } from '../manifest/archive.ts';
import { isNotebookPart } from '../manifest/input-files.ts';
import type { Hashes } from '../manifest/noted-files.ts';
import { type Asked, inputsOf } from '../manifest/record.ts';
import type { Workspace } from '../model/workspace.ts';
import { type AccountMemory, createAccountMemory } from './account-memory.ts';
import { keyOf } from './key.ts';

/** What earlier builds made from accounts, and what all that a build makes has in common. */
export interface BuildMemory {
  /** Whoever is to be remembered reads the accounts through it. */
  readonly watch: Watch;
  readonly accounts: AccountMemory;
  /** Hash of all that is shared and no account: engine, period, date, archive, every file but those of accounts and notebooks. */
  readonly shared: string;
  /** Every input, with its hash. */
  readonly inputs: Hashes;
}

type BuildAsked = Pick<Asked, 'period' | 'date' | 'inputs'> & { readonly workspace: Workspace };

/** Call it when the notebooks are read: what was read counts as it was then. */
export const createBuildMemory = async (
  { period, date, workspace, inputs: noted }: BuildAsked,
  archived: ArchivedPaths,
  { cache, files }: { readonly cache: Cache; readonly files: Files },
): Promise<BuildMemory> => {
  const inputs = await inputsOf({ inputs: noted }, files);
  const accounts = workspace.accounts.map(({ source: { file } }) => [file, inputs.get(file) ?? ''] as const);
  const isAccount = new Set(accounts.map(([file]) => file));
  const others = [...inputs].filter(([path]) => !isAccount.has(path) && !isNotebookPart(path));
  return {
    watch: watchAccounts(workspace),
    accounts: createAccountMemory(cache, {
      accounts,
      read: files.readBytes,
      // What was read later, and is another one by then, nobody knows by its hash.
      isCurrent: async () => [...(await noted())].every(([path, hash]) => inputs.get(path) === hash),
    }),
    shared: await keyOf(cache.engine, period, date, await archiveHash(archived), others),
    inputs,
  };
};
