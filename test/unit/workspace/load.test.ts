import { describe, expect, test } from 'vitest';
import { at } from '../../../src/model/source.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { createReader } from '../../../src/workspace/reader.ts';
import { filesOf, load, minimalSettings, summary } from './memory.ts';

const account = 'name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n';

describe('files', () => {
  test('a folder without workspace.yaml says how to make one', async () => {
    const { diagnostics, value } = await loadWorkspace(filesOf({}));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'workspace/missing-file', span: { file: 'data/workspace.yaml' } },
    ]);
  });

  test.each([
    ['data/program/scorings.yaml', 'Did you mean "data/program/scoring.yaml"?'],
    ['data/scoring.yaml', 'Did you mean "data/program/scoring.yaml"?'],
    ['data/accounts/b.yml', 'Did you mean "data/accounts/b.yaml"?'],
    ['data/product.yaml', 'Did you mean "data/products.yaml"?'],
  ])('%s is read by nobody', async (path, hint) => {
    const { diagnostics } = await load({ 'data/accounts/a.yaml': account, [path]: 'x: 1' });
    expect(diagnostics).toMatchObject([{ code: 'workspace/unknown-file', severity: 'error', hints: [hint] }]);
  });

  test('a file name that is no id says which would be', async () => {
    const { diagnostics } = await load({
      'data/accounts/a.yaml': account,
      'data/accounts/Peña y Cía.yaml': account,
    });
    expect(diagnostics).toMatchObject([
      { code: 'workspace/bad-file-name', hints: ['Rename the file to pena-y-cia.yaml.'] },
    ]);
  });

  test('other files are left alone', async () => {
    const { diagnostics } = await load({
      'data/accounts/a.yaml': account,
      'data/prices.csv': 'a;b',
      'data/program/notes.md': '# x',
      'data/accounts/.a.yaml.swp': '',
    });
    expect(diagnostics).toEqual([]);
  });

  test('an empty file says that it is empty', async () => {
    const loaded = await load({ 'data/accounts/a.yaml': account, 'data/program/kpis.yaml': '' });
    expect(summary(loaded)).toEqual(['program/kpis.yaml:1 error workspace/empty-file']);
  });
});

describe('a workspace', () => {
  const files = {
    'data/workspace.yaml': minimalSettings,
    'data/accounts/b.yaml': account,
    'data/accounts/a.yaml': account,
    'data/products.yaml': 'products: [{ id: z, name: Z }, { id: c, name: C }]\n',
    'data/program/kpis.yaml': 'kpis:\n  - { kpi: nps, target: 40 }\n',
  };

  test('is ordered by id, with every entity knowing its place', async () => {
    const { value, locate } = await load(files);
    expect(value?.accounts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(value?.products.map(({ id }) => id)).toEqual(['c', 'z']);
    const [first] = value?.products ?? [];
    expect(first && locate(at(first.source, 'id'))).toMatchObject({ line: 1, column: 38 });
    const kpis = value?.program.kpis;
    expect(kpis && locate(at(kpis.source, 'kpis', 0, 'target'))).toEqual({
      file: 'data/program/kpis.yaml',
      line: 2,
      column: 25,
      length: 2,
    });
  });

  test('does not depend on the order in which files are listed', async () => {
    const reversed = { ...filesOf(files), list: async () => Object.keys(files).reverse() };
    expect((await loadWorkspace(reversed)).value).toEqual((await loadWorkspace(filesOf(files))).value);
  });

  test('has no place for what is a default', async () => {
    const { value, locate } = await load(files);
    expect(value && locate(at(value.settings.source, 'thresholds', 'attention'))).toBeUndefined();
  });

  test('keeps the texts for code frames, without byte order marks', async () => {
    const { sources } = await load({ ...files, 'data/accounts/a.yaml': `\uFEFF${account}` });
    expect(sources.get('data/accounts/a.yaml')).toBe(account);
    expect([...sources.keys()]).toHaveLength(5);
  });

  test('comes with its warnings, but not with errors', async () => {
    const warned = await load({
      ...files,
      'data/accounts/b.yaml': `${account.replace('name: A', 'name: B')}lost: { date: 2026-01-01 }\n`,
    });
    expect(warned.value).toBeDefined();
    expect(warned.diagnostics).toHaveLength(1);
    const refused = await load({ ...files, 'data/accounts/b.yaml': `${account}parent: z\n` });
    expect(refused.value).toBeUndefined();
  });
});

describe('loading again', () => {
  const files = { 'data/workspace.yaml': minimalSettings, 'data/accounts/a.yaml': account };

  test('gives the same, and sees what changed', async () => {
    const reader = createReader();
    const first = await loadWorkspace(filesOf(files), reader);
    const second = await loadWorkspace(filesOf(files), reader);
    expect(second.value).toEqual(first.value);
    const edited = { ...files, 'data/accounts/a.yaml': account.replace('name: A', 'name: B') };
    expect((await loadWorkspace(filesOf(edited), reader)).value?.accounts[0]?.name).toBe('B');
  });

  test('parses only what changed', () => {
    const reader = createReader();
    const first = reader.parse('a.yaml', 'a: 1');
    expect(reader.parse('a.yaml', 'a: 1')).toBe(first);
    expect(reader.parse('b.yaml', 'a: 1')).not.toBe(first);
    expect(reader.parse('a.yaml', 'a: 2').value).toEqual({ a: 2 });
  });
});

test('a file that is listed and cannot be read is reported, never passed over', async () => {
  const files = filesOf({ 'data/workspace.yaml': minimalSettings, 'data/accounts/a.yaml': account });
  const { diagnostics, value } = await loadWorkspace({
    ...files,
    read: async path => (path === 'data/workspace.yaml' ? undefined : files.read(path)),
  });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'workspace/unreadable-file', severity: 'error' }]);
});
