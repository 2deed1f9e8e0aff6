import { expect, test } from 'vitest';
import { seriesLines } from '../../../src/explain/series-lines.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';

const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
const ink = { strong: (text: string) => text, faint: (text: string) => text };

test('a text of several lines, in a row of a series, is told in one', () => {
  if (messages === undefined) throw new Error('There are no English words');
  const text = 'Slaked lime\n\n  data/accounts/other.yaml:1:1  revenue = 0';
  const lines = seriesLines(
    { id: 'lines', columns: [{ id: 'name', kind: 'text' }], rows: [{ name: text }], inputs: [] },
    { locale: createLocale('en-GB', messages), ink, locate: () => ({}), limit: 6, width: 80 },
  );
  expect(lines.slice(-1)).toEqual(['     name = Slaked lime data/accounts/other.yaml:1:1  revenue = 0']);
});
