import { beforeAll, expect, test } from 'vitest';
import type { Audience, ExportTable } from '../../../src/export/table.ts';
import { exportTables, tableIds } from '../../../src/export/tables.ts';
import { createLocale, type Locale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { analysis, rowsOf, workspace } from '../example/example.ts';

let locale: Locale;
beforeAll(async () => {
  const { value } = await loadMessages(createFiles(packageRoot), 'es');
  if (value === undefined) throw new Error('no Spanish texts');
  locale = createLocale('es-ES', value);
});

const made = new Map<Audience, ReadonlyMap<string, ExportTable>>();
const tables = (audience: Audience): ReadonlyMap<string, ExportTable> => {
  const known =
    made.get(audience) ??
    new Map(
      exportTables(analysis, { locale, names: createNames(workspace), audience }).map(one => [one.id, one]),
    );
  made.set(audience, known);
  return known;
};

const heads = (table: ExportTable | undefined): readonly string[] => table?.columns.map(({ id }) => id) ?? [];

test('every table has an id of its own, and every row a value for each column', () => {
  const all = [...tables('programs').values()];
  expect(all.map(({ id }) => id)).toEqual(tableIds(analysis));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, columns, rows } of all) {
    expect(new Set(columns.map(column => column.id)).size, id).toBe(columns.length);
    expect(new Set([columns.length, ...rows.map(row => row.length)]).size, id).toBe(1);
  }
});

test('the series of all accounts are one table that says whose each row is', () => {
  const actions = tables('programs').get('account.actions');
  expect(heads(actions).slice(0, 3)).toEqual(['account', 'account-name', 'title']);
  const own = [...analysis.series.values()].filter(({ id }) => /^account\..+\.actions$/.test(id));
  expect(actions?.rows.length).toBe(own.reduce((sum, { rows }) => sum + rows.length, 0));
  expect(actions?.rows[0]?.slice(0, 2)).toEqual(['aceros-montgo', 'Aceros Montgó, S.A.']);
});

test('programs get ids and codes with their names, people the names alone', () => {
  expect(heads(tables('programs').get('portfolio.ranking'))).toContain('account-name');
  const ranking = tables('people').get('portfolio.ranking');
  expect(heads(ranking)).not.toContain('account-name');
  expect(ranking?.rows[0]?.[1]).toBe('Aceros Montgó, S.A.');
  expect(ranking?.columns[1]?.title).toBe('Cliente');
});

test('values are as computed: nothing is rounded, and what is missing is empty', () => {
  const ranking = tables('people').get('portfolio.ranking');
  const place = heads(ranking).indexOf('score');
  expect(ranking?.rows.map(row => row[place])).toEqual(rowsOf('portfolio.ranking').map(({ score }) => score));
  const prior = heads(ranking).indexOf('scorePrior');
  expect(ranking?.rows.some(row => row[prior] === null)).toBe(true);
});

test('a value whose unit its row gives has that unit beside it', () => {
  const kpis = tables('people').get('kpi.definitions');
  const unit = heads(kpis).findIndex(id => id.endsWith('-unit'));
  expect(unit).toBeGreaterThan(0);
  expect(new Set(kpis?.rows.map(row => row[unit])).size).toBeGreaterThan(2);
});
