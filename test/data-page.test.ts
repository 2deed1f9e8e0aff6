import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataPage } from '../scripts/data-page.ts';

test('docs/data.md says what the schemas say: "npm run docs" writes it anew', () => {
  const written = readFileSync(new URL('../docs/data.md', import.meta.url), 'utf8');
  expect(written === dataPage()).toBe(true);
  expect(written).toContain('`history.*.revenue`');
});
