import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './at-end.ts';
import { ownMark, removeLeftovers } from './leftovers.ts';

/** A folder of this run only. */
export interface TemporaryFolder {
  readonly path: string;
  /** Removes it; what ends the process removes it as well. */
  remove(): Promise<void>;
}

/** A browser that was killed a moment ago may still write into its folder. */
const patient = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 } as const;

/** Makes a folder that only this user can open, in the one for temporary files. */
export const createTemporaryFolder = async (name: string): Promise<TemporaryFolder> => {
  const parent = tmpdir();
  removeLeftovers(parent, other => other.startsWith('cuentas-'));
  const path = await mkdtemp(join(parent, `cuentas-${name}${ownMark()}-`));
  const forget = atEnd(() => rmSync(path, patient));
  return {
    path,
    remove: async () => {
      await rm(path, patient);
      forget();
    },
  };
};
