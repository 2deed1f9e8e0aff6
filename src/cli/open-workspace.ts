import { rememberingReader } from '../cache/parsed-memory.ts';
import type { Cache } from '../effects.ts';
import { type NotedFiles, notingReads } from '../manifest/noted-files.ts';
import { compareIds } from '../model/order.ts';
import type { PeriodId } from '../model/period.ts';
import type { Workspace } from '../model/workspace.ts';
import { createFiles } from '../platform/files.ts';
import { type LoadedWorkspace, loadWorkspace } from '../workspace/load.ts';
import { plainReader } from '../workspace/reader.ts';
import { InvalidInput } from './invalid-input.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { rootOfWorkspace } from './root-of-workspace.ts';

export interface OpenWorkspace {
  /** Absolute path. */
  readonly root: string;
  /** Notes what the command reads. */
  readonly files: NotedFiles;
  readonly loaded: LoadedWorkspace;
}

/**
 * @param cache of what was parsed before; everything is parsed where there is none
 * @throws InvalidInput where there is no workspace
 */
export const openWorkspace = async (asked: string | undefined, cache?: Cache): Promise<OpenWorkspace> => {
  const root = rootOfWorkspace(asked);
  const files = notingReads(createFiles(root));
  const reader = cache === undefined ? plainReader : rememberingReader(cache);
  return { root, files, loaded: await loadWorkspace(files, reader) };
};

/**
 * The workspace, where its data are sound.
 * @throws InvalidInput where they are not, after printing what is wrong to standard error
 */
export const usableWorkspace = ({ loaded }: OpenWorkspace): Workspace => {
  if (loaded.value !== undefined) return loaded.value;
  printDiagnostics(loaded.diagnostics, loaded.sources);
  throw new InvalidInput('The data of the workspace must be mended first.');
};

/**
 * The period to look at: the asked one, or the one under review.
 * @throws InvalidInput where no account has data for the asked one
 */
export const periodOf = (asked: PeriodId | undefined, workspace: Workspace): PeriodId => {
  if (asked === undefined || asked === workspace.settings.period) return workspace.settings.period;
  const recorded = new Set(workspace.accounts.flatMap(account => Object.keys(account.history)));
  if (recorded.has(asked)) return asked;
  const [first, ...rest] = [...recorded].sort(compareIds);
  const range =
    first === undefined
      ? 'There are no data at all.'
      : `There are data from ${first} to ${rest.at(-1) ?? first}.`;
  throw new InvalidInput(`No account has data for ${asked}.`, [range]);
};
