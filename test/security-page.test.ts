import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/platform/package-root.ts';
import { rowsOf, withFigures } from './hostile/security-page.ts';

const page = readFileSync(join(packageRoot, 'docs/security.md'), 'utf8');

test('every line of the page on security names a test that exists, and what it tried', () => {
  const rows = rowsOf(page);
  expect(rows.length).toBeGreaterThan(0);
  expect(page.split('\n').filter(text => text.includes('<!--'))).toHaveLength(rows.length);
  expect(rows.filter(({ figure }) => !/\d/.test(figure)).map(({ name }) => name)).toEqual([]);
  expect(rows.filter(({ tests }) => tests.length === 0).map(({ name }) => name)).toEqual([]);
  const gone = rows.flatMap(({ tests }) => tests.filter(path => !existsSync(join(packageRoot, path))));
  expect(gone).toEqual([]);
});

test('a figure goes into its row, and nowhere else', () => {
  const table = '| a claim | [a](../test/a.test.ts) | 1 thing <!-- one --> |\n| else |';
  expect(
    withFigures(
      table,
      new Map([
        ['one', '2 things'],
        ['two', '3'],
      ]),
    ),
  ).toBe('| a claim | [a](../test/a.test.ts) | 2 things <!-- one --> |\n| else |');
});
