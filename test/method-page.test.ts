import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { methodPage } from '../scripts/method-page.ts';

test('docs/methods.md says what the methods say: "npm run docs" writes it anew', async () => {
  const written = readFileSync(new URL('../docs/methods.md', import.meta.url), 'utf8');
  expect(written === (await methodPage())).toBe(true);
  expect(written).toContain('| `portfolio.concentration.hhi` | index | Concentration index (HHI) |');
});
