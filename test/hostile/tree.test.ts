import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFiles } from '../../src/platform/files.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { minimalSettings } from '../unit/workspace/memory.ts';
import { tally } from './tally.ts';

let root: string;
const at = (path: string): string => join(root, path);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cuentas-tree-'));
  await mkdir(at('data/accounts'), { recursive: true });
  await writeFile(at('data/workspace.yaml'), minimalSettings);
  await writeFile(at('data/accounts/a.yaml'), 'name: A\n');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const fifo = (path: string): void => void execFileSync('mkfifo', [at(path)]);

/** What lies in the tree, and what of it may be seen. */
const trees: readonly (readonly [string, () => unknown, readonly string[]])[] = [
  ['a pipe', () => fifo('data/accounts/pipe.yaml'), ['a']],
  ['a link to a device', () => symlink('/dev/zero', at('data/accounts/zero.yaml')), ['a']],
  ['a link to a file outside', () => symlink('/etc/passwd', at('data/accounts/passwd.yaml')), ['a']],
  ['a link to a folder outside', () => symlink('/etc', at('data/accounts/etc')), ['a']],
  ['a link to itself', () => symlink('self.yaml', at('data/accounts/self.yaml')), ['a']],
  ['a link to nothing', () => symlink('nothing', at('data/accounts/gone.yaml')), ['a']],
  ['a link to the folder above', () => symlink('..', at('data/accounts/up')), ['a']],
  ['a folder named like a file', () => mkdir(at('data/accounts/b.yaml')), ['a']],
];

test.each(trees)('%s is neither read nor waited for', { timeout: 20_000 }, async (_, make, ids) => {
  await make();
  const { value, diagnostics } = await loadWorkspace(createFiles(root));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(value?.accounts.map(({ id }) => id)).toEqual(ids);
});

test('a pipe in the place of a file that must be there is told', { timeout: 20_000 }, async () => {
  await rm(at('data/workspace.yaml'));
  fifo('data/workspace.yaml');
  const { diagnostics } = await loadWorkspace(createFiles(root));
  expect(diagnostics.map(({ code }) => code)).toContain('workspace/missing-file');
  expect(await createFiles(root).readBytes('data/workspace.yaml')).toBeUndefined();
});

test('a file of gigabytes is not read, and told at its name', { timeout: 20_000 }, async () => {
  await writeFile(at('data/accounts/b.yaml'), '');
  await truncate(at('data/accounts/b.yaml'), 5_000_000_000);
  const before = process.memoryUsage().rss;
  const { diagnostics } = await loadWorkspace(createFiles(root));
  expect(diagnostics.map(({ code, span }) => `${code} ${span?.file}`)).toContain(
    'workspace/unreadable-file data/accounts/b.yaml',
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

test('folders that all link to each other are walked in bounded time', { timeout: 60_000 }, async () => {
  const names = Array.from({ length: 12 }, (_, index) => `f${index}`);
  for (const name of names) await mkdir(at(`data/${name}`));
  for (const name of names)
    for (const other of names) await symlink(`../${other}`, at(`data/${name}/${other}`));
  const start = performance.now();
  expect(await createFiles(root).list('data')).toContain('data/accounts/a.yaml');
  expect(performance.now() - start).toBeLessThan(30_000);
});

test.each(['../outside', 'a/../../outside', '/etc/cuentas', '..', '', '.', 'data/../../x', 'a\0b'])(
  'nothing is written to or read from %j',
  async path => {
    const files = createFiles(root);
    expect(await files.read(path).catch(() => undefined)).toBeUndefined();
    const written = await files.write(path, 'x').then(
      () => true,
      () => false,
    );
    // An absolute path is one below the root.
    expect(written).toBe(path === '/etc/cuentas');
  },
);

test('what was tried is told', () => tally('files-trees', `${trees.length + 11} trees and paths`));
