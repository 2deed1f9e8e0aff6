import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache, CacheKind } from '../effects.ts';
import { createFiles } from './files.ts';

/** A cache in a folder. */
export interface CacheStore extends Cache {
  /** Entries that were not what was put there. */
  damaged(): number;
  /** Why entries cannot be put; undefined as long as they can. */
  failure(): string | undefined;
  /** Removes what was not used for longest, until the rest fits into the limit. */
  prune(): Promise<void>;
}

/** Form of the entries: another one is not read. */
const form = 'cuentas-cache-1';
/** Bytes of `form hash key\n`; the hash is that of what follows. */
const headOf = (key: string, content: Uint8Array): string =>
  `${form} ${createHash('sha256').update(content).digest('hex')} ${key}\n`;

/** Milliseconds: use is noted this often, so that not every build touches every entry. */
const usedAgain = 3_600_000;

/**
 * A cache in a folder, which several builds may use at the same time: an entry appears whole, by renaming. Nothing in it is believed
 * that its own hash does not confirm.
 * @param limit bytes that `prune` leaves
 */
export const createCacheStore = (folder: string, engine: string, limit: number): CacheStore => {
  let [damaged, failure] = [0, undefined as string | undefined];
  const files = createFiles(folder);
  const pathOf = (kind: CacheKind, key: string): string => `${kind}/${key.slice(0, 2)}/${key}`;
  return {
    engine,
    get: async (kind, key) => {
      const path = join(folder, pathOf(kind, key));
      const entry = await readFile(path).catch(() => undefined);
      if (entry === undefined) return undefined;
      const content = contentOf(entry, key);
      if (content === undefined) {
        damaged += 1;
        await rm(path, { force: true }).catch(() => undefined);
        return undefined;
      }
      await noteUse(path);
      return content;
    },
    put: async (kind, key, content) => {
      if (failure !== undefined) return;
      try {
        const bytes = Buffer.from(content);
        await ignoreInGit(folder);
        await files.write(pathOf(kind, key), Buffer.concat([Buffer.from(headOf(key, bytes)), bytes]));
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
    },
    damaged: () => damaged,
    failure: () => failure,
    prune: () => prune(folder, limit),
  };
};

/** What stands in an entry, where it is the one that was put under this key, whole. */
const contentOf = (entry: Buffer, key: string): Uint8Array | undefined => {
  const end = entry.indexOf(10);
  if (end < 0) return undefined;
  const content = entry.subarray(end + 1);
  return entry.subarray(0, end + 1).toString('latin1') === headOf(key, content) ? content : undefined;
};

/** A cache is nobody's work: git leaves it alone, whatever the repository says. */
const ignoreInGit = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(error => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
};

/** Of no consequence where it fails, as in a folder that may only be read: the entry then goes sooner. */
const noteUse = async (path: string): Promise<void> => {
  const now = Date.now();
  const used = await stat(path).catch(() => undefined);
  if (used !== undefined && now - used.mtimeMs > usedAgain)
    await utimes(path, now / 1000, now / 1000).catch(() => undefined);
};

interface Entry {
  readonly path: string;
  readonly size: number;
  /** Milliseconds. */
  readonly used: number;
}

/** Goes down to nine tenths, so that not every build has something to remove. Another build may remove the same: what is gone is gone. */
const prune = async (folder: string, limit: number): Promise<void> => {
  const entries = [...(await entriesIn(folder))].sort((a, b) => a.used - b.used);
  let size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size <= limit) return;
  for (const entry of entries) {
    if (size <= limit * 0.9) return;
    await rm(entry.path, { force: true }).catch(() => undefined);
    size -= entry.size;
  }
};

const entriesIn = async (folder: string): Promise<readonly Entry[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const entries = await Promise.all(
    found
      .filter(entry => entry.isFile() && entry.name !== '.gitignore')
      .map(async entry => {
        const path = join(entry.parentPath, entry.name);
        const status = await stat(path).catch(() => undefined);
        return status === undefined ? [] : [{ path, size: status.size, used: status.mtimeMs }];
      }),
  );
  return entries.flat();
};
