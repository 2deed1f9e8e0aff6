import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explanationPage, explanations, leavesOf } from '../scripts/explanation-page.ts';

const told = await explanations();

test('docs/explanations.md says what the command says: "npm run docs" writes it anew', async () => {
  const written = readFileSync(new URL('../docs/explanations.md', import.meta.url), 'utf8');
  expect(written === (await explanationPage())).toBe(true);
});

test('ten figures of ten methods have a formula in numbers', () => {
  expect(new Set(told.map(({ method }) => method)).size).toBe(10);
  for (const { id, lines } of told)
    expect([id, lines.slice(0, 16).some(line => /^│ {2}= .*\d/.test(line))]).toEqual([id, true]);
});

test('whoever opens a file at the line and column that is named finds the number there', () => {
  for (const { id, lines } of told) {
    const leaves = leavesOf(lines);
    expect([id, leaves.length > 0]).toEqual([id, true]);
    for (const { place, written, found } of leaves)
      expect([place, found.slice(0, written.length)]).toEqual([place, written]);
  }
});
