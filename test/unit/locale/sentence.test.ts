import { expect, it } from 'vitest';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { sentenceOf, withoutFullStop } from '../../../src/locale/sentence.ts';
import { workspaceOf } from '../analysis/support.ts';

const texts = new Map([
  ['findings.portfolio.gaps.message', '{accounts}'],
  ['interface.moreAccounts', '{count} more'],
  ['formats.groupFrom', '4'],
  ['formats.list.separator', ', '],
  ['formats.list.pair', '{a} and {b}'],
  ['formats.list.last', '{a} and {b}'],
  ['formats.list.easedBefore', '(?!)'],
]);
const locale = createLocale('en-GB', { language: 'en', texts });

const named = (count: number): string | undefined => {
  const ids = Array.from({ length: count }, (_, index) => `c${index + 1}`);
  const names = createNames(workspaceOf({ accounts: Object.fromEntries(ids.map(id => [id, {}])) }));
  return sentenceOf(
    {
      id: 'portfolio.gaps',
      code: 'portfolio.gaps',
      topic: 'portfolio',
      severity: 'notable',
      rank: 1,
      figures: [],
      params: { accounts: { kind: 'accounts', ids } },
    },
    'message',
    { locale, names, figures: new Map() },
  );
};

it('names all accounts where they are few, else the first ones and how many more there are', () => {
  expect(named(10)).toBe('C1, c2, c3, c4, c5, c6, c7, c8, c9 and c10');
  expect(named(11)).toBe('C1, c2, c3, c4, c5, c6, c7, c8 and 3 more');
  expect(named(70)).toBe('C1, c2, c3, c4, c5, c6, c7, c8 and 62 more');
});

it('takes the full stop from a sentence that stands within another one, and from no abbreviation', () => {
  expect(withoutFullStop('The second post falls vacant.')).toBe('The second post falls vacant');
  expect(withoutFullStop('Hasta 2026.\u2069')).toBe('Hasta 2026\u2069');
  for (const kept of ['Cales del Turia, S.A.', 'lime, gypsum, etc.', 'Wait...', 'Acme Inc.', 'No stop'])
    expect(withoutFullStop(kept)).toBe(kept);
});
