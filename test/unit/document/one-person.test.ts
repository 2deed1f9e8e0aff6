import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chartNamed } from '../../../src/charts/index.ts';

const notebook = readFileSync(new URL('../../../reports/kam-review.md', import.meta.url), 'utf8');
const matches = (pattern: RegExp): string[] => [...notebook.matchAll(pattern)].map(([, found = '']) => found);

// What a person is paid, and how they do, is between them and their manager.
it('shows on the pages of one person nothing but figures and series of that person', () => {
  const shown = [
    ...matches(/^```table (\S+)/gm),
    ...matches(/^ *- figure: (\S+)/gm),
    ...matches(/\{\{(?:figure|interval|coverage|reason) "([^"]+)"/g),
  ];
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter(id => !id.startsWith('kam.*.'))).toEqual([]);
});

it('draws there only charts that have one person in view', () => {
  const names = matches(/^```chart (\S+)/gm);
  expect(names).toEqual(['skills', 'incentives']);
  expect(names.filter(name => chartNamed(name) === undefined)).toEqual([]);
});
