import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sectionsOf } from '../../../src/import/sections.ts';
import type { Cell, Database } from '../../../src/import/table.ts';
import { openDatabase } from '../../../src/platform/duckdb.ts';

let folder: string;
let data: string;
let database: Database;

const put = (name: string, content: string | Uint8Array): Promise<void> =>
  writeFile(join(data, name), content);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuentas-sources-'));
  data = await mkdtemp(join(folder, "the data's-"));
  database = await openDatabase(data);
  await put('ansi.csv', Buffer.from('nombre;importe\nEspaña;1.234,50\n\x80 Peña;2\n', 'latin1'));
  await put('wide.csv', utf16('nombre;importe\nÑandú €;1\n'));
  await put('wide-big.csv', utf16('nombre;importe\nÑandú €;1\n').swap16());
  await put('mark.csv', '\uFEFFnombre;importe\nÑandú;1\n');
  await put(
    'list.json',
    JSON.stringify({
      records: [
        { Name: 'A', Owner: { Name: 'Ana' }, n: 932.375, tags: [1] },
        { Name: 'B', ok: true },
      ],
    }),
  );
  await put('list.yaml', '- name: A # first\n  since: 2026-01-31\n- { name: B }\n');
  await put('bad.json', '[{]');
  await put('numbers.json', '[1, 2]');
  await put('not.xlsx', 'Name;x');
  await writeFile(join(folder, 'secret.json'), '[{"a": 1}]');
  await symlink(join(folder, 'secret.json'), join(data, 'link.json'));
  const rows = [
    ['Name', 'Amount', 'Name'],
    ['Acme', 1234.5, 'x'],
    [null, null, null],
    ['Beta', null, 'y'],
  ];
  await put(
    'book.xlsx',
    await writeXlsx({
      sheets: [
        { name: "Q1's", rows },
        { name: 'Other', rows: [['When'], [new Date('2026-01-31T00:00:00Z')]] },
      ],
    }),
  );
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const run = async (statement: string) => {
  const section = sectionsOf('my.sql', `-- rejects\n${statement}`).value?.at(-1);
  if (section === undefined) throw new Error('no section');
  return database.run(section);
};
const rows = async (statement: string): Promise<readonly (readonly Cell[])[] | undefined> => {
  const { value, diagnostics } = await run(statement);
  expect(diagnostics).toEqual([]);
  return value?.rows;
};

test.each([
  [
    "csv_rows('ansi.csv', encoding := 'windows-1252')",
    [
      ['ansi.csv', 1, 'España', '1.234,50'],
      ['ansi.csv', 2, '€ Peña', '2'],
    ],
  ],
  ["csv_rows('wide.csv', encoding := 'utf-16')", [['wide.csv', 1, 'Ñandú €', '1']]],
  ["csv_rows('wide-big.csv', 'utf-16')", [['wide-big.csv', 1, 'Ñandú €', '1']]],
  ["csv_rows('mark.csv')", [['mark.csv', 1, 'Ñandú', '1']]],
  [
    "xlsx_rows('book.xlsx', 'Q1''s')",
    [
      ['book.xlsx', 1, 'Acme', '1234.5', 'x'],
      ['book.xlsx', 2, 'Beta', null, 'y'],
    ],
  ],
  ["xlsx_rows('book.xlsx', sheet := 'Other')", [['book.xlsx', 1, '2026-01-31']]],
  [
    "json_rows('list.json')",
    [
      ['list.json', 1, 'A', 'Ana', '932.3750', '[1]', null],
      ['list.json', 2, 'B', null, null, null, 'true'],
    ],
  ],
  [
    "yaml_rows('list.yaml')",
    [
      ['list.yaml', 1, 'A', '2026-01-31'],
      ['list.yaml', 2, 'B', null],
    ],
  ],
])('%s reads', async (source, expected) => {
  expect(await rows(`SELECT * FROM ${source} ORDER BY source_row`)).toEqual(expected);
});

test('names of columns are those of the file, one that comes again with a number', async () => {
  const { value } = await run("SELECT * FROM xlsx_rows('book.xlsx', 'Q1''s')");
  expect(value?.columns).toEqual(['source_file', 'source_row', 'Name', 'Amount', 'Name_1']);
});

test.each([
  ["json_rows('none.json')", 'none.json: There is no such file'],
  ["json_rows('../secret.json')", 'There is no such file'],
  ["json_rows('link.json')", 'There is no such file'],
  ["json_rows('bad.json')", 'bad.json: It is not JSON'],
  ["json_rows('numbers.json')", 'A list of objects is needed'],
  ["xlsx_rows('not.xlsx')", 'not.xlsx: It is not an XLSX workbook'],
  ["xlsx_rows('book.xlsx')", "It has several sheets: Q1's, Other."],
  ["xlsx_rows('book.xlsx', 'Q2')", 'It has no sheet "Q2"'],
  ["csv_rows('ansi.csv', encoding := 'utf-7')", 'The encoding utf-7 is unknown'],
  ["csv_rows('../secret.json', encoding := 'windows-1252')", 'There is no such file'],
])('%s says what is wrong', async (source, message) => {
  const { value, diagnostics } = await run(`SELECT * FROM ${source}`);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'import/source-unreadable', span: { file: 'my.sql', line: 1 } },
  ]);
  expect(diagnostics[0]?.message).toContain(message);
});

test('a file in another encoding that nobody declared is refused, with what to write', async () => {
  const { diagnostics } = await run("SELECT * FROM csv_rows('ansi.csv')");
  expect(diagnostics[0]?.message).toBe(
    'ansi.csv: It is not UTF-8. Say what it is written in: windows-1252 (most exports for Excel) or utf-16.',
  );
});

test('numbers and dates are read as declared; what is not so keeps its reason', async () => {
  const [found] =
    (await rows(
      `SELECT decimal_comma('1.234,50'), decimal_comma('-7'), decimal_comma('1.23'), decimal_comma(''), decimal_point('€ 1,234.5'),
       decimal_point('1,23'), decimal_plain('1234.5'), decimal_plain('1.234'), day_first('31/1/2026'), day_first('1/31/2026'),
       month_first('1/31/2026 10:00'), iso_first('2026-01-31T10:00:00Z'), iso_first('1/2/2026')`,
    )) ?? [];
  expect(found).toEqual([
    '1234.50',
    '-7',
    '1.23 is no number with a decimal comma',
    null,
    '1234.5',
    '1,23 is no number with a decimal point',
    '1234.5',
    '1.234 may be read in two ways; say --decimal point or --decimal comma',
    '2026-01-31',
    '1/31/2026 is no date with the day first',
    '2026-01-31',
    '2026-01-31',
    '1/2/2026 is no date like 2026-01-31; say --dates day-first or --dates month-first',
  ]);
});
