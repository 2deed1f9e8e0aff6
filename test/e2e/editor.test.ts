import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFiles } from '../../src/platform/files.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { fileKinds } from '../../src/workspace/file-kinds.ts';
import { schemaFiles } from '../../src/workspace/json-schema.ts';
import { cuentas, folderWith, soundWorkspace } from './command-line.ts';
import { openYamlEditor } from './yaml-editor.ts';

const account = 'data/accounts/uno.yaml';

test('an editor completes, explains and marks as check does, by the schema that the file names', async () => {
  const folder = await folderWith(soundWorkspace);
  const { code, stdout } = await cuentas(['schema', '--modelines'], folder);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining(`${fileKinds.length} schemas written`),
  });
  const path = join(folder, account);
  const [modeline] = (await readFile(path, 'utf8')).split('\n');
  expect(modeline).toBe('# yaml-language-server: $schema=../schema/account.json');

  const text = [
    modeline,
    'name: Uno',
    'status: actve',
    'since: 30/09/2026',
    'histroy: {}',
    'history:',
    '  2026-Q3: { revenue: much }',
    '  2026-T2: { revenue: 1 }',
    '',
  ].join('\n');
  const editor = await openYamlEditor(path);
  const marked = (await editor.problems(text)).map(({ range }) => range.start.line + 1);

  await writeFile(path, text);
  const checked = await cuentas(['check', '--json'], folder);
  const { diagnostics }: { diagnostics: readonly { severity: string; span: { line: number } }[] } =
    JSON.parse(checked.stdout);
  const lines = diagnostics.flatMap(({ severity, span }) => (severity === 'error' ? [span.line] : []));
  expect([...new Set(marked)].sort()).toEqual([...new Set(lines)].sort());
  expect(lines.length).toBeGreaterThanOrEqual(5);

  const sound = [modeline, 'name: Uno', 'history:', '  2026-Q3: { revenue: 1 }', '', ''].join('\n');
  expect(await editor.problems(sound)).toEqual([]);
  const offers = await editor.offered({ line: 5, character: 0 });
  const labels = offers.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['status', 'contracts', 'surveys', 'industry']));
  expect(offers.filter(({ documentation }) => (documentation ?? '') === '')).toEqual([]);
  expect(offers.filter(({ insertText = '' }) => /\[\]|\{\}/.test(insertText))).toEqual([]);
  expect(await editor.shown({ line: 3, character: 14 })).toContain('Net revenue');
  expect(await editor.shown({ line: 2, character: 3 })).toContain('What happened in each quarter');
  await editor.problems([modeline, 'name: Uno', 'manager: ', ''].join('\n'));
  const people = await editor.offered({ line: 2, character: 9 });
  expect(people.map(({ label }) => label)).not.toContain('aguas-del-serpis');
});

describe('the example', () => {
  const files = createFiles(packageRoot);

  test('has the schemas of today beside its data: "npm run docs" writes them anew', async () => {
    const stale = await Promise.all(
      schemaFiles().map(async ({ path, text }) => ((await files.read(path)) === text ? [] : [path])),
    );
    expect(stale.flat()).toEqual([]);
    const data = (await files.list('data')).filter(path => path.endsWith('.yaml'));
    const texts = await Promise.all(data.map(async path => [path, (await files.read(path)) ?? ''] as const));
    expect(texts.filter(([, text]) => !text.startsWith('# yaml-language-server: $schema='))).toEqual([]);
  });

  test.each([
    'data/workspace.yaml',
    'data/accounts/hidrogestion-cabriel.yaml',
    'data/program/scoring.yaml',
    'data/products.yaml',
  ])('%s is sound for an editor as well', async path => {
    const editor = await openYamlEditor(join(packageRoot, path));
    expect(await editor.problems((await files.read(path)) ?? '')).toEqual([]);
  });
});
