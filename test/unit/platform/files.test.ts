import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { machineFault } from '../../../src/platform/fault.ts';
import { createFiles } from '../../../src/platform/files.ts';

let base: string;
let root: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'cuentas-files-'));
  root = join(base, 'root');
  await mkdir(join(root, 'data', 'accounts'), { recursive: true });
});
afterEach(() => rm(base, { recursive: true }));

test('lists every file below a folder by code point, whatever the file system says', async () => {
  for (const name of ['b.yaml', 'B.yaml', 'á.yaml', 'accounts/z.yaml', 'accounts-old.yaml'])
    await writeFile(join(root, 'data', name), '');
  const listed = await createFiles(root).list('data');
  expect(listed).toEqual([
    'data/B.yaml',
    'data/accounts-old.yaml',
    'data/accounts/z.yaml',
    'data/b.yaml',
    'data/á.yaml',
  ]);
  expect(await createFiles(root).list('data/')).toEqual(listed);
});

test('an absent file or folder is absent, not an error', async () => {
  const files = createFiles(root);
  expect(await files.read('data/none.yaml')).toBeUndefined();
  expect(await files.readBytes('data')).toBeUndefined();
  expect(await files.list('none')).toEqual([]);
});

test('writes whole files, makes folders, and says whether anything changed', async () => {
  const files = createFiles(root);
  expect(await files.write('reports/2026-Q3/a.html', 'one')).toBe(true);
  const { mtimeMs } = await stat(join(root, 'reports/2026-Q3/a.html'));
  expect(await files.write('reports/2026-Q3/a.html', 'one')).toBe(false);
  expect((await stat(join(root, 'reports/2026-Q3/a.html'))).mtimeMs).toBe(mtimeMs);
  expect(await files.write('reports/2026-Q3/a.html', 'two')).toBe(true);
  expect(await files.read('reports/2026-Q3/a.html')).toBe('two');
  expect(await readdir(join(root, 'reports/2026-Q3'))).toEqual(['a.html']);
});

test('a root that does not exist yet is empty, and made when something is written', async () => {
  const files = createFiles(join(base, 'new/out'));
  expect(await files.list('')).toEqual([]);
  expect(await files.read('a.html')).toBeUndefined();
  expect(await files.write('2026-Q3/a.html', 'one')).toBe(true);
  expect(await files.list('')).toEqual(['2026-Q3/a.html']);
});

test('a file in the place of a folder is told as such', async () => {
  await writeFile(join(root, 'reports'), '');
  const failed = await createFiles(root)
    .write('reports/2026-Q3/a.html', 'one')
    .catch((error: unknown) => error);
  expect(machineFault(failed)?.message).toBe(
    `A file stands where a folder is needed: ${join(root, 'reports')}.`,
  );
});

test('a failed write leaves no temporary file behind', async () => {
  await mkdir(join(root, 'reports', 'taken'), { recursive: true });
  await expect(createFiles(root).write('reports/taken', 'x')).rejects.toThrow();
  expect(await readdir(join(root, 'reports'))).toEqual(['taken']);
});

test('nothing outside the root is read or written, by dots or by links', async () => {
  await writeFile(join(base, 'secret.yaml'), 'secret');
  await symlink(base, join(root, 'data', 'out'));
  await symlink(join(base, 'secret.yaml'), join(root, 'data', 'linked.yaml'));
  const files = createFiles(root);
  for (const path of ['../secret.yaml', 'data/out/secret.yaml', 'data/linked.yaml'])
    expect(await files.read(path), path).toBeUndefined();
  expect(await files.list('data')).toEqual([]);
  expect(await files.list('..')).toEqual([]);
  for (const path of ['../new.yaml', 'data/out/new.yaml', 'data/out/deep/new.yaml', ''])
    await expect(files.write(path, 'x'), path).rejects.toThrow('leaves the folder');
  expect(await files.write('data/linked.yaml', 'mine')).toBe(true);
  expect(await readFile(join(base, 'secret.yaml'), 'utf8')).toBe('secret');
});

test('links inside the root are followed, and a loop of them ends', async () => {
  await writeFile(join(root, 'data', 'accounts', 'one.yaml'), '');
  await symlink(join(root, 'data'), join(root, 'data', 'accounts', 'loop'));
  await symlink('accounts/one.yaml', join(root, 'data', 'alias.yaml'));
  await symlink('self', join(root, 'data', 'self'));
  expect(await createFiles(root).list('data')).toEqual(['data/accounts/one.yaml', 'data/alias.yaml']);
});

test('writes of the same file at the same time leave one of them whole', async () => {
  const files = createFiles(root);
  const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(10_000));
  await Promise.all(contents.map(content => files.write('data/race.txt', content)));
  expect(contents).toContain(await files.read('data/race.txt'));
});
