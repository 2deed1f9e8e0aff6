import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../../src/cli/unified-diff.ts';

const plain = picocolors.createColors(false);

test('shows what changes with the lines around it; long lines go on below within 80 columns', () => {
  const long = `note: ${'word '.repeat(30)}`;
  const text = unifiedDiff('a.yaml', 'a: 1\nb: 2\nc: 3\nd: 4\n', `a: 1\nb: 2\n${long}\nd: 4\n`, plain);
  expect(text.split('\n').slice(0, 6)).toEqual([
    '--- a.yaml',
    '+++ a.yaml',
    '@@ -1,4 +1,4 @@',
    ' a: 1',
    ' b: 2',
    '-c: 3',
  ]);
  const lines = text.split('\n').slice(6, -1);
  expect(lines.map(line => line.replace(/^\+(~ )?/, '')).join('')).toBe(long);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('a new file shows its beginning', () => {
  const text = unifiedDiff('b.yaml', undefined, 'x: 1\n'.repeat(20), plain);
  expect(text).toMatch(/^--- \/dev\/null\n\+\+\+ b\.yaml\n\+x: 1\n/);
  expect(text).toMatch(/… and 8 more lines$/);
});
