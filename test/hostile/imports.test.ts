import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { planImport } from '../../src/import/run.ts';
import { openDatabase } from '../../src/platform/duckdb.ts';
import { createFiles } from '../../src/platform/files.ts';
import { parseYaml } from '../../src/workspace/yaml.ts';
import { corpus, isText } from './corpus/corpus.ts';
import { effort, grouped, tally } from './tally.ts';

const stride = effort(8, 1);
const payloads = corpus.filter((_, index) => index % stride === 0);

/** Each payload once as a name and once in each of the other fields. */
const rows = payloads.map((_, index) => {
  const text = (shift: number): string => payloads[(index + shift) % payloads.length]?.text ?? '';
  return { id: `a-${index}`, name: text(0), industry: text(1), region: text(2), location: text(3) };
});
type Field = keyof (typeof rows)[number];
const fields: readonly Field[] = ['id', 'name', 'industry', 'region', 'location'];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csv = [fields.join(';'), ...rows.map(row => fields.map(field => quoted(row[field])).join(';'))].join(
  '\n',
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuentas-imports-'));
  const cells = rows.map(row => fields.map(field => row[field]));
  await writeFile(join(folder, 'cells.csv'), csv);
  await writeFile(join(folder, 'cells.json'), JSON.stringify(rows));
  await writeFile(
    join(folder, 'cells.yaml'),
    stringify(rows.filter(row => fields.every(field => isText({ family: '', text: row[field] })))),
  );
  await writeFile(
    join(folder, 'cells.xlsx'),
    await writeXlsx({ sheets: [{ name: 'Cells', rows: [[...fields], ...cells] }] }),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const imported = async (source: string) => {
  const database = await openDatabase(folder);
  try {
    return await planImport({
      sqlFile: 'import.sql',
      sql: `-- into: accounts\nSELECT ${fields.join(', ')} FROM ${source};\n`,
      database,
      files: createFiles(join(folder, 'root')),
      force: false,
    });
  } finally {
    await database.close();
  }
};

/** What a format makes of a text before anybody can look at it: line ends are one, XLSX spells some, and a byte order mark is none. */
const asRead = (text: string): string =>
  text.replaceAll('_x000D_', '\r').replaceAll('\ufeff', '').replace(/\r\n?/g, '\n');

test.each([
  "csv_rows('cells.csv')",
  "json_rows('cells.json')",
  "yaml_rows('cells.yaml')",
  "xlsx_rows('cells.xlsx')",
])(
  'every payload in every cell of %s is a text in the file that is written, or its row is rejected',
  async source => {
    const { value, diagnostics } = await imported(source);
    expect(diagnostics).toEqual([]);
    expect(value?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const sound = rows.filter(row => fields.every(field => isText({ family: '', text: row[field] })));
    const rejected = new Set(value?.report.rejects.map(({ values }) => values.id));
    let read = 0;
    for (const row of sound) {
      const file = value?.files.find(({ path }) => path === `data/accounts/${row.id}.yaml`);
      if (file === undefined) expect([row, rejected.has(row.id)]).toEqual([row, true]);
      else {
        read += 1;
        const { value: account, diagnostics: said } = parseYaml(file.path, file.text);
        expect([row, said]).toEqual([row, []]);
        for (const field of ['name', 'industry', 'region', 'location'] as const)
          expect(asRead(String(Reflect.get(account as object, field) ?? ''))).toBe(asRead(row[field]));
      }
    }
    // Rows whose cells are blank alone, or nothing a name could be made of, may be rejected.
    expect(read).toBeGreaterThan(sound.length * 0.95);
    for (const { reason } of value?.report.rejects ?? []) expect(reason).not.toBe('');
    counts.push(read);
  },
  300_000,
);

const aliasBomb = ['a: &a [x, x]', ...'bcdefghi'.split('').map(lineOfBomb)].join('\n');
function lineOfBomb(name: string): string {
  const before = String.fromCharCode(name.charCodeAt(0) - 1);
  return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
}
const halfMerge = '<<<<<<< HEAD\nname: Bomb\n=======\nname: Bombs\n>>>>>>> theirs\n';

test('a payload as the head of a column is told as a column that no field takes', async () => {
  const heads = payloads.filter(isText).map(({ text }) => text);
  await writeFile(
    join(folder, 'heads.csv'),
    `${heads.map(quoted).join(';')}\n${heads.map(() => 'x').join(';')}\n`,
  );
  const database = await openDatabase(folder);
  const { value, diagnostics } = await planImport({
    sqlFile: 'import.sql',
    sql: "-- into: accounts\nSELECT * FROM csv_rows('heads.csv');\n",
    database,
    files: createFiles(join(folder, 'root')),
    force: false,
  });
  await database.close();
  expect(value).toBeUndefined();
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const { code, hints } of diagnostics) expect([code, hints.length > 0]).toEqual([code, true]);
});

test('a name of thousands of letters gives an id that file systems take', async () => {
  await writeFile(join(folder, 'long.csv'), `name;industry\n${'Larga '.repeat(900)};x\n`);
  const database = await openDatabase(folder);
  const { value } = await planImport({
    sqlFile: 'import.sql',
    sql: "-- into: accounts\nSELECT name, industry FROM csv_rows('long.csv');\n",
    database,
    files: createFiles(join(folder, 'root')),
    force: false,
  });
  await database.close();
  expect(value?.files.map(({ path }) => path.length < 110)).toEqual([true]);
  expect(value?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  ['an alias bomb in an account', 'data/accounts/bomb.yaml', aliasBomb, 'workspace/too-many-aliases'],
  ['lists too deep', 'data/accounts/bomb.yaml', `name: ${'['.repeat(9000)}`, 'workspace/too-deep'],
  [
    'half a merge in what imports noted',
    'imported/accounts/bomb.yaml',
    halfMerge,
    'workspace/unfinished-merge',
  ],
])('%s is told at its place, and nothing is brought', async (_, path, text, code) => {
  const root = await mkdtemp(join(folder, 'broken-'));
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
  await writeFile(join(folder, 'bomb.csv'), 'name;industry\nBomb;Glass\n');
  const database = await openDatabase(folder);
  const { value, diagnostics } = await planImport({
    sqlFile: 'import.sql',
    sql: "-- into: accounts\nSELECT name, industry FROM csv_rows('bomb.csv');\n",
    database,
    files: createFiles(root),
    force: false,
  });
  await database.close();
  expect(value).toBeUndefined();
  expect(diagnostics.map(one => [one.code, one.span?.file])).toContainEqual([code, path]);
});

const counts: number[] = [];
test('what was tried is told', async () => {
  expect(counts).toHaveLength(4);
  await tally(
    'markup-imports',
    `${grouped(payloads.length)} payloads × 4 cells × CSV, JSON, YAML and XLSX, and as heads`,
  );
});
