import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/platform/package-root.ts';
import { folderWith, programsNaming, startCuentas } from './command-line.ts';

test.runIf(process.platform === 'linux').each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s in the middle of printing leaves no browser and no folder behind', async (signal, code) => {
  const folder = await folderWith({ keep: '' });
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  const child = startCuentas({ folder, variables: { TMPDIR: temporary } }, [
    'build',
    '--root',
    packageRoot,
    '--format',
    'pdf',
    '--out',
    join(folder, 'out'),
  ]);
  await vi.waitUntil(async () => (await programsNaming(temporary)).length > 0, { timeout: 60_000 });
  const ended = once(child, 'exit');
  child.kill(signal);
  expect(await ended).toEqual([code, null]);
  await vi.waitUntil(async () => (await programsNaming(temporary)).length === 0, { timeout: 10_000 });
  const left = (await readdir(temporary)).filter(name => !name.startsWith('tsx-'));
  expect(left).toEqual([]);
});
