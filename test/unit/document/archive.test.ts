import { expect, it } from 'vitest';
import { archivedQuarters, archiveOf } from '../../../src/document/archive.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import type { Names } from '../../../src/locale/names.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';

const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
if (messages === undefined) throw new Error('The English texts cannot be read');
const locale = createLocale('en-GB', messages);
const names: Names = {
  account: id => (id === 'north' ? 'North Lime' : id),
  shortAccount: id => id,
  person: id => (id === 'ana' ? 'Ana Roig' : id),
  word: word => word,
  declared: path => path.at(-1) ?? '',
};
const titles = new Map([['account-plan', { en: 'Account plan', es: 'Plan' }]]);

it('looks for the quarters before the one at hand, the latest first', () => {
  const quarters = archivedQuarters('2026-Q3');
  expect(quarters.slice(0, 3)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4']);
  expect(quarters).toHaveLength(20);
});

it('links to documents of earlier quarters by what they are and about whom, and to nothing else', () => {
  const paths = new Map([
    ['2026-Q2', ['reports/2026-Q2/account-plan/north.en-GB.pdf', 'reports/2026-Q2/index.en-GB.html']],
    ['2026-Q1', ['reports/2026-Q1/kam-review/ana.es.html', 'reports/2026-Q1/notes.txt']],
    ['2025-Q4', ['reports/2025-Q4/manifest.json']],
  ]);
  const archive = archiveOf(paths, titles, locale, names);
  expect(archive.map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q1']);
  expect(archive[0]?.documents).toMatchObject([
    {
      title: 'Account plan',
      subject: 'North Lime',
      locale: 'en-GB',
      format: 'pdf',
      path: '../2026-Q2/account-plan/north.en-GB.pdf',
    },
  ]);
  expect(archive[1]?.documents).toMatchObject([{ title: 'kam-review', subject: 'Ana Roig', locale: 'es' }]);
});
