import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { placesIn } from '../../../src/explain/places.ts';
import { tableIds } from '../../../src/export/tables.ts';
import { workbookSheets } from '../../../src/export/workbook/workbook.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { load } from '../workspace/memory.ts';

test('of a workspace with little in it, only tables with rows have a sheet; one that is asked for has it anyway', async () => {
  const loaded = await load({ 'data/accounts/uno.yaml': 'name: Uno\nhistory:\n  2026-Q3: { revenue: 5 }\n' });
  if (loaded.value === undefined) throw new Error('The workspace does not load');
  const analysis = analyze(loaded.value, '2026-Q3');
  const { value } = await loadMessages(createFiles(packageRoot), 'en', undefined);
  if (value === undefined) throw new Error('There are no texts');
  const sources = {
    analysis,
    locale: createLocale('en', value),
    names: createNames(loaded.value),
    locate: placesIn(loaded),
    notebooks: [],
    confinement: createConfinement(),
  };
  const sheetsOf = (ids: readonly string[]) => workbookSheets(sources, new Set(ids));
  const all = tableIds(analysis);
  const [contents, ...sheets] = sheetsOf(all);
  expect(sheets.filter(({ rows }) => rows.length === 0).map(({ name }) => name)).toEqual([]);
  expect(sheets.length).toBeGreaterThan(4);
  expect(sheets.length).toBeLessThan(all.length / 3);
  expect(contents?.rows.map(([name]) => name?.value)).toEqual(sheets.map(({ name }) => name));
  expect(sheetsOf(['account.actions']).some(({ rows }) => rows.length === 0)).toBe(true);
});
