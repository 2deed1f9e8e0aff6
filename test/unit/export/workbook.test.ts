import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { lightColours } from '../../../src/brand/palette.ts';
import { placesIn } from '../../../src/explain/places.ts';
import { workbookFile } from '../../../src/export/workbook/file.ts';
import type { Sheet } from '../../../src/export/workbook/sheet.ts';
import { workbookSheets } from '../../../src/export/workbook/workbook.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { analysis, figureValue, loaded, workspace } from '../example/example.ts';

const run = promisify(execFile);
const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);

const look = { palette: lightColours, title: 'Tables', author: 'Cal', date: '2026-09-30' };
const chosen = new Set(['portfolio.customers', 'portfolio.ranking', 'portfolio.at-risk']);

let sheets: readonly Sheet[] = [];
beforeAll(async () => {
  const { value } = await loadMessages(createFiles(packageRoot), 'en');
  if (value === undefined) throw new Error('no English texts');
  const locale = createLocale('en-GB', value);
  const cells = new Map([
    [
      1,
      { kind: 'table', argument: 'portfolio.customers', options: { total: ['revenue', 'share'] } } as const,
    ],
  ]);
  const notebooks = [{ cells }] as unknown as Parameters<typeof workbookSheets>[0]['notebooks'];
  sheets = workbookSheets(
    {
      analysis,
      locale,
      names: createNames(workspace),
      locate: placesIn(loaded),
      notebooks,
      confinement: createConfinement(),
    },
    chosen,
  );
});

const sheetNamed = (name: string): Sheet => {
  const sheet = sheets.find(one => one.name === name);
  if (sheet === undefined)
    throw new Error(`no sheet ${name} among ${sheets.map(one => one.name).join(', ')}`);
  return sheet;
};

test('a workbook has the tables asked for, the figures that they rest on, and the numbers below these', () => {
  expect(sheets.map(({ name }) => name)).toEqual([
    'Contents',
    'Scores',
    'All figures',
    'Data',
    'Accounts at risk',
    'Customers by revenue',
    'Points and their possible range',
  ]);
  const [weights, first] = sheetNamed('Scores').rows;
  expect(weights?.[1]).toMatchObject({ value: 20, formula: expect.stringContaining("'Data'!") });
  expect(first?.at(-2)?.formula).toMatch(/^SUMPRODUCT\(.+\)\/SUMPRODUCT\(.+\)$/);
  expect(first?.at(-2)?.value).toBe(figureValue('account.aceros-montgo.score.total'));
});

test('totals are sums of their columns, and cells of figures follow them', () => {
  const { rows, columns } = sheetNamed('Customers by revenue');
  const place = columns.findIndex(({ title }) => title === 'Revenue');
  expect(rows.at(-1)?.[place]).toMatchObject({
    value: figureValue('portfolio.revenue.total'),
    look: 'total',
  });
  expect(rows.at(-1)?.[place]?.formula).toMatch(/^SUM\(\w2:\w25\)$/);
  expect(rows[0]?.[place]?.formula).toMatch(/^'All figures'!\$D\$\d+$/);
});

test('the same sheets give the same bytes', async () => {
  const [one, other] = [await workbookFile(sheets, look), await workbookFile(sheets, look)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  expect(strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array())).toContain(
    '2026-09-30T00:00:00Z',
  );
});

test('a text that looks like a formula is none, and a negative number is a number', async () => {
  const sheet: Sheet = {
    name: 'One',
    frozen: 0,
    columns: [{ title: '=1+1', width: 10 }],
    rows: [[{ value: '=HYPERLINK("x")' }], [{ value: -5 }]],
  };
  const { sheets: [read] = [] } = await readXlsx(await workbookFile([sheet], look));
  expect(read?.rows).toEqual([["'=1+1"], ['\'=HYPERLINK("x")'], [-5]]);
});

/** What LibreOffice computes from the formulas alone: the numbers that we computed are taken out first. */
const recalculated = async (given: readonly Sheet[]): Promise<Awaited<ReturnType<typeof readXlsx>>> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuentas-office-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const parts = unzipSync(await workbookFile(given, look));
  for (const [path, part] of Object.entries(parts))
    if (path.startsWith('xl/worksheets/'))
      parts[path] = strToU8(strFromU8(part).replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
  await writeFile(join(folder, 'book.xlsx'), zipSync(parts));
  await run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    join(folder, 'out'),
    join(folder, 'book.xlsx'),
  ]);
  return readXlsx(await readFile(join(folder, 'out', 'book.xlsx')));
};

test.skipIf(!hasOffice)(
  'LibreOffice computes the numbers of the product (skipped where there is no soffice)',
  { timeout: 120_000 },
  async () => {
    const { sheets: computed } = await recalculated(sheets);
    let formulas = 0;
    for (const [index, { name, rows }] of sheets.entries())
      for (const [row, cells] of rows.entries())
        for (const [column, { value, formula }] of cells.entries()) {
          if (formula === undefined) continue;
          formulas += 1;
          const found = computed[index]?.rows[row + 1]?.[column];
          expect(found, `${name} ${row + 2},${column}: ${formula}`).toBeCloseTo(Number(value), 7);
        }
    expect(formulas).toBeGreaterThan(500);
  },
);

test.skipIf(!hasOffice)(
  'a recorded number that changes moves all that rests on it (skipped where there is no soffice)',
  { timeout: 120_000 },
  async () => {
    const isRevenue = (path: unknown): boolean => path === 'history.2026-Q3.revenue';
    const changed = sheets.map(sheet =>
      sheet.name !== 'Data'
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map(row =>
              String(row[0]?.value).includes('aceros-montgo') && isRevenue(row[2]?.value)
                ? [...row.slice(0, 3), { ...row[3], value: Number(row[3]?.value) + 1_000_000 }]
                : row,
            ),
          },
    );
    const { sheets: computed } = await recalculated(changed);
    const rows = computed.find(({ name }) => name === 'All figures')?.rows ?? [];
    const value = (id: string): number => Number(rows.find(row => row[0] === id)?.[3]);
    const before = (id: string): number => Number(figureValue(id));
    expect(value('account.aceros-montgo.revenue') - before('account.aceros-montgo.revenue')).toBeCloseTo(
      1e6,
      4,
    );
    expect(value('account.aceros-montgo.share')).toBeGreaterThan(before('account.aceros-montgo.share'));
    expect(value('account.aceros-montgo.score.total')).toBeGreaterThan(
      before('account.aceros-montgo.score.total'),
    );
  },
);
