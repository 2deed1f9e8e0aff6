import { execFile } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const run = promisify(execFile);

/** A small disk of its own; it goes when the test ends. */
export interface Disk {
  readonly path: string;
  readonly remount: (options: string) => Promise<unknown>;
}

/**
 * Mounts a disk in memory.
 * @param options of tmpfs: `size=2m`, `nr_inodes=60`
 * @returns undefined where this system or this user mounts none
 */
export const mountedDisk = async (options: string): Promise<Disk | undefined> => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const path = await mkdtemp(join(tmpdir(), 'cuentas-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', options, 'cuentas-test', path]);
  } catch {
    // A container whose root may not mount.
    await rm(path, { recursive: true });
    return undefined;
  }
  onTestFinished(async () => {
    await run('umount', [path]);
    await rm(path, { recursive: true });
  });
  return { path, remount: more => run('mount', ['-o', `remount,${more}`, path]) };
};

/** Fills a disk. @param left bytes that stay free @returns takes it back */
export const fillBytes = async ({ path }: Disk, left: number): Promise<() => Promise<void>> => {
  const { bavail, bsize } = await statfs(path);
  const filler = join(path, 'filler');
  await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return () => rm(filler, { force: true });
};

/** Uses up what a disk has for the names of files. @param left how many more files it takes @returns takes it back */
export const fillInodes = async ({ path }: Disk, left: number): Promise<() => Promise<void>> => {
  const { ffree } = await statfs(path);
  const fillers = Array.from({ length: Math.max(0, ffree - left) }, (_, index) =>
    join(path, `filler-${index}`),
  );
  await Promise.all(fillers.map(filler => writeFile(filler, '')));
  return async () => void (await Promise.all(fillers.map(filler => rm(filler))));
};
