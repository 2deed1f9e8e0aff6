import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith, soundWorkspace } from '../e2e/command-line.ts';
import { runCompiled } from './machine.ts';

test('two builds at once come to one after the other', async () => {
  const folder = await folderWith(soundWorkspace);
  const run = { folder, temporary: folder };
  const [one, two] = await Promise.all([
    runCompiled(run, ['build', '--format', 'html', 'board-summary', '--locale', 'es']),
    runCompiled(run, ['build', '--format', 'html', 'board-summary', '--locale', 'en']),
  ]);
  expect([one.code, two.code]).toEqual([0, 0]);
  expect(one.stderr + two.stderr).toMatch(/Process \d+ builds into the same folder; this build waits/);
  const fresh = await runCompiled(run, ['check', '--fresh']);
  expect(fresh.code).toBe(0);
  const manifest = JSON.parse(await readFile(join(folder, 'reports/2026-Q3/manifest.json'), 'utf8'));
  expect(Object.keys(manifest.outputs)).toEqual(['board-summary.en.html', 'board-summary.es.html']);
});

test('who holds a lock and is killed lets go of it', async () => {
  const folder = await folderWith(soundWorkspace);
  const child = spawn(process.execPath, [
    '--import',
    import.meta.resolve('tsx'),
    '--input-type=module',
    '-e',
    `import { alone } from ${JSON.stringify(new URL('../../src/platform/lock.ts', import.meta.url).href)};
     await alone('build', ${JSON.stringify(folder)}, () => {}, async () => { console.log('held'); setInterval(() => {}, 1000); await new Promise(() => {}); });`,
  ]);
  await once(child.stdout, 'data');
  const { alone } = await import('../../src/platform/lock.ts');
  const waits = vi.fn();
  const got = alone('build', folder, waits, async () => 'mine');
  await vi.waitUntil(() => waits.mock.calls.length > 0);
  expect(waits).toHaveBeenCalledExactlyOnceWith(String(child.pid));
  child.kill('SIGKILL');
  expect(await got).toBe('mine');
});
