import { existsSync } from 'node:fs';
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

/** Programs that have so much memory together, and of which the kernel kills one where they want more; it goes when the test ends. */
export interface MemoryGroup {
  /** Starts what is told to it in the group. */
  readonly starter: readonly string[];
  /** How many programs the kernel has killed so far. */
  readonly killed: () => Promise<number>;
  /** @param bytes for all of them together */
  readonly limit: (bytes: number) => Promise<void>;
}

/** The files of both generations of control groups. */
const generations = [
  { root: '/sys/fs/cgroup', limit: 'memory.max', swap: 'memory.swap.max', told: 'memory.events' },
  {
    root: '/sys/fs/cgroup/memory',
    limit: 'memory.limit_in_bytes',
    swap: 'memory.swappiness',
    told: 'memory.oom_control',
  },
] as const;

/** @returns undefined where this system or this user makes none */
export const memoryGroup = async (): Promise<MemoryGroup | undefined> => {
  for (const { root, limit, swap, told } of generations) {
    const group = join(root, `cuentas-test-${process.pid}`);
    const made =
      existsSync(root) &&
      (await mkdir(group).then(
        () => true,
        () => false,
      ));
    if (!made) continue;
    onTestFinished(() =>
      // Programs that were killed leave their group a moment later.
      vi
        .waitUntil(
          () =>
            rmdir(group).then(
              () => true,
              () => false,
            ),
          { timeout: 10_000 },
        )
        .then(() => undefined),
    );
    if (!existsSync(join(group, limit))) continue;
    // What is put aside on a disk is memory all the same; some systems have no place for it.
    await writeFile(join(group, swap), '0').catch(() => undefined);
    return {
      starter: ['sh', '-c', `echo $$ > ${join(group, 'cgroup.procs')} && exec "$@"`, 'sh'],
      killed: async () =>
        Number(/^oom_kill (\d+)$/m.exec(await readFile(join(group, told), 'utf8'))?.[1] ?? 0),
      limit: bytes => writeFile(join(group, limit), String(bytes)),
    };
  }
  return undefined;
};
