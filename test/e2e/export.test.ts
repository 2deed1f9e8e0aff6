import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cuentas, folderWith, soundWorkspace } from './command-line.ts';

test('tables are written once, and left alone when nothing changed', async () => {
  const folder = await folderWith(soundWorkspace);
  const asked = ['export', 'csv', 'portfolio.customers', 'account.*.quarters', '--json'];
  const first = await cuentas(asked, folder);
  expect(first.stderr).toBe('');
  expect(JSON.parse(first.stdout)).toEqual({
    written: ['en', 'es'].flatMap(locale =>
      ['account.quarters', 'portfolio.customers', 'columns'].map(table => `csv/${locale}/${table}.csv`),
    ),
    unchanged: [],
  });
  const csv = await readFile(join(folder, 'exports/2026-Q3/csv/en/portfolio.customers.csv'), 'utf8');
  expect(csv.split('\r\n')[1]).toMatch(/^1,uno,Cliente de 500,/);
  const second = await cuentas(asked, folder);
  expect(JSON.parse(second.stdout)).toMatchObject({ written: [] });
});

test('a workspace with next to nothing in it has slides and a message, too', async () => {
  const folder = await folderWith(soundWorkspace);
  for (const format of ['pptx', 'email'])
    expect(await cuentas(['export', format, '--locale', 'es', '--out', 'out'], folder)).toMatchObject({
      code: 0,
      stderr: '',
    });
  expect((await readdir(join(folder, 'out'), { recursive: true })).sort()).toEqual([
    'board-summary.es.pptx',
    'email',
    'email/board-summary.es.html',
    'email/board-summary.es.txt',
  ]);
});

test('a wrong name is told, with the one that was meant', async () => {
  const folder = await folderWith(soundWorkspace);
  const { code, stderr } = await cuentas(['export', 'xlsx', 'portfolio.customer'], folder);
  expect(code).toBe(1);
  expect(stderr).toContain('Nothing to export is called "portfolio.customer".');
  expect(stderr).toContain('Did you mean "portfolio.customers"?');
});
