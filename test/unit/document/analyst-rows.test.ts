import { expect, test } from 'vitest';
import { analystRows } from '../../../src/document/analyst/rows.ts';
import type { Series } from '../../../src/model/series.ts';

test('a chart gets codes as they are and in words, and a text of several languages in that of the reader', () => {
  const series: Series = {
    id: 'account.a.people',
    columns: [
      { id: 'role', kind: 'term', vocabulary: 'role' },
      { id: 'title', kind: 'text' },
    ],
    rows: [
      { role: 'user', title: { es: 'Jefa', en: 'Head' } },
      { role: 'buyer', title: 'CTO' },
    ],
    inputs: [],
  };
  const inEnglish = (cell: unknown): string =>
    typeof cell === 'object' && cell !== null && 'en' in cell ? String(cell.en) : `${cell} in words`;
  expect(analystRows(series, inEnglish)).toEqual([
    { role: 'user', roleText: 'user in words', title: 'Head', titleText: 'Head', of: 0 },
    { role: 'buyer', roleText: 'buyer in words', title: 'CTO', titleText: 'CTO in words', of: 1 },
  ]);
});
