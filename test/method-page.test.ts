import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { methodPage } from '../scripts/method-page.ts';

test.each([
  ['methods', 'en', '| `portfolio.concentration.hhi` | index | Concentration index (HHI) |'],
  ['metodos', 'es', '| `portfolio.concentration.hhi` | index | Índice de concentración HHI |'],
] as const)(
  'docs/%s.md says what the methods say: "npm run docs" writes it anew',
  async (page, language, row) => {
    const written = readFileSync(new URL(`../docs/${page}.md`, import.meta.url), 'utf8');
    expect(written === (await methodPage(language))).toBe(true);
    expect(written).toContain(row);
  },
);
