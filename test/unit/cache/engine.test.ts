import { appendFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineFingerprint } from '../../../src/platform/engine.ts';
import { folderWith } from '../../e2e/command-line.ts';

const installation = {
  'package.json': '{ "version": "1.0.0", "dependencies": { "yaml": "1.0.0" } }',
  'dist/cli/main.js': 'run()',
  'dist/charts/loss.js': 'draw()',
  'templates/locales/en.yaml': 'a: b',
  'templates/styles/page.css': 'p {}',
  'reports/index.md': 'Index',
  'reports/2026-Q3/index.en.html': 'built',
  'node_modules/yaml/package.json': '{ "version": "1.0.0" }',
  'node_modules/.package-lock.json': '{ "packages": {} }',
};

test('an engine is another one with each file that it brings, and the same wherever it lies', async () => {
  const folder = await folderWith(installation);
  const fingerprint = (root = folder) => engineFingerprint(root, join(root, 'dist'));
  const first = await fingerprint();
  const elsewhere = join(await folderWith({ keep: '' }), 'deeper');
  await cp(folder, elsewhere, { recursive: true });
  expect(await fingerprint(elsewhere)).toBe(first);
  const seen = new Set([first]);
  const files = Object.keys(installation).filter(path => !path.includes('2026-Q3'));
  for (const path of files) {
    await appendFile(join(folder, path), '\n');
    seen.add(await fingerprint());
  }
  await mkdir(join(folder, 'templates/layouts'));
  await writeFile(join(folder, 'templates/layouts/new.hbs'), '');
  seen.add(await fingerprint());
  expect(seen.size).toBe(files.length + 2);
  const last = await fingerprint();
  await appendFile(join(folder, 'reports/2026-Q3/index.en.html'), 'again');
  expect(await fingerprint()).toBe(last);
});
