import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all files of one run share; it goes when the run ends. */
    sharedFolder: string;
  }
}

/** Gives each run a folder for what several of its files need and the first of them makes. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuentas-tests-'));
  provide('sharedFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
};
