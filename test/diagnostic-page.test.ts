import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnosticPage, examples } from '../scripts/diagnostic-page.ts';
import { allCodes } from '../src/cli/codes/index.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { sourceFiles } from './source-files.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

/** Codes that the source names, but for the texts about them. */
const named = (await sourceFiles('src'))
  .filter(({ path }) => !path.startsWith('src/cli/codes/'))
  .flatMap(({ path }) =>
    Array.from(
      read(path).matchAll(
        /'((?:workspace|notebook|import|locale|template|helper|chart|document|redaction|fresh)\/[a-z-]+)'/g,
      ),
      ([, code = '']) => code,
    ),
  );

test('every code in the source has its entry in the guide, and every entry its code', () => {
  expect([...new Set(named)].sort()).toEqual([...allCodes].sort());
});

test('nothing is reported under a code of another family', async () => {
  const literals = (await sourceFiles('src')).flatMap(({ path }) =>
    Array.from(read(path).matchAll(/\bcode: ['"`]([^'"`]*\/[^'"`]*)['"`]/g), ([, code = '']) => code),
  );
  expect(literals).toContain('chart/vega');
  expect(literals.filter(code => !allCodes.includes(code))).toEqual([]);
});

test('the pages of codes say what the commands say: "npm run docs" writes them anew', async () => {
  const shown = await examples();
  expect(read('docs/guide/diagnostics.md') === diagnosticPage('en', shown)).toBe(true);
  expect(read('docs/guia/diagnosticos.md') === diagnosticPage('es', shown)).toBe(true);
});
