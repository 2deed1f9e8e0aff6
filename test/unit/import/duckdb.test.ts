import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planImport, writeImport } from '../../../src/import/run.ts';
import { sectionsOf } from '../../../src/import/sections.ts';
import type { Database } from '../../../src/import/table.ts';
import { hasErrors } from '../../../src/model/diagnostic.ts';
import { openDatabase } from '../../../src/platform/duckdb.ts';
import { createFiles } from '../../../src/platform/files.ts';

let folder: string;
let data: string;
let root: string;
let database: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuentas-import-'));
  data = await mkdtemp(join(folder, "data's-"));
  root = await mkdtemp(join(folder, 'root-'));
  database = await openDatabase(data);
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const csv = (name: string, ...lines: readonly string[]): Promise<void> =>
  writeFile(join(data, name), `${lines.join('\n')}\n`);

/** Parquet is written by DuckDB itself, by an instance that may. */
const parquet = async (name: string, select: string): Promise<void> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${join(data, name).replaceAll("'", "''")}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
};

/** Plans and, where nothing is wrong, writes. */
const runSql = async (sql: string, force = false) => {
  const files = createFiles(root);
  const { value: plan, diagnostics } = await planImport({ sqlFile: 'my.sql', sql, database, files, force });
  const isFine = plan !== undefined && !hasErrors(plan.problems);
  return { plan, diagnostics, written: isFine ? await writeImport(plan, files) : undefined };
};

const firstOutcome = async (sql: string) => {
  const section = sectionsOf('my.sql', sql).value?.at(-1);
  if (section === undefined) throw new Error('no section');
  return database.run(section);
};

describe('an import', () => {
  const sql = [
    '-- into: accounts',
    "SELECT name, country, source_file, source_row FROM csv_rows('accounts.csv');",
    '-- into: accounts.history',
    "SELECT account, strftime(day, '%Y-Q') || quarter(day) AS period, sum(amount) AS revenue, count(*) AS orders",
    "FROM parquet_rows('orders.parquet') GROUP BY ALL ORDER BY ALL;",
  ].join('\n');

  beforeEach(async () => {
    await csv('accounts.csv', 'name,country', 'Acme,Spain', '"Beta, S.L.",', ',France');
    await parquet(
      'orders.parquet',
      `SELECT * FROM (VALUES ('Acme', DATE '2026-01-05', 0.10::DECIMAL(12, 2)), ('Acme', DATE '2026-03-31', 0.20),
         ('Acme', DATE '2026-04-01', 5), ('Nobody', DATE '2026-04-01', 7)) AS orders(account, day, amount)`,
    );
  });

  test('takes CSV and Parquet to account files, decimals exact, and reports each row that it could not use', async () => {
    const { plan, diagnostics } = await runSql(sql);
    expect(diagnostics).toEqual([]);
    expect(plan?.report.counts.map(({ read, used, rejected }) => [read, used, rejected])).toEqual([
      [3, 2, 1],
      [3, 2, 1],
    ]);
    expect(await readFile(join(root, 'data/accounts/acme.yaml'), 'utf8')).toBe(
      '# yaml-language-server: $schema=../schema/account.json\nname: Acme\ncountry: Spain\nhistory:\n  2026-Q1: { revenue: 0.3, orders: 2 }\n  2026-Q2: { revenue: 5, orders: 1 }\n',
    );
    expect(await readFile(join(root, 'data/accounts/beta-sl.yaml'), 'utf8')).toBe(
      '# yaml-language-server: $schema=../schema/account.json\nname: Beta, S.L.\n',
    );
    expect(JSON.parse(await readFile(join(root, 'data/schema/account.json'), 'utf8'))).toMatchObject({
      title: 'data/accounts/<id>.yaml',
    });
    const report = await readFile(join(root, 'import-report.yaml'), 'utf8');
    expect(report).toContain('file: accounts.csv, fileRow: 3, code: no-id');
    expect(report).toContain('Nobody');
  });

  test('again changes nothing; what the source has changed is taken, and the workspace knows its own accounts', async () => {
    await runSql(sql);
    expect((await runSql(sql)).written).toEqual({ written: 0, unchanged: 2, backups: [] });
    await csv('accounts.csv', 'name,country', 'Acme,Portugal', 'New,Spain');
    expect((await runSql(sql)).written).toMatchObject({ written: 2 });
    expect(await readFile(join(root, 'data/accounts/acme.yaml'), 'utf8')).toContain('Portugal');
    const deals = `-- into: accounts.opportunities\nSELECT 'Beta, S.L.' AS account, '7' AS id, 'open' AS stage;`;
    const { plan } = await runSql(deals);
    expect(plan?.report.rejects).toEqual([]);
    expect(await readFile(join(root, 'data/accounts/beta-sl.yaml'), 'utf8')).toContain(
      '- { id: "7", stage: open }',
    );
  });

  test('what was written by hand stays and is told; forced, the import prevails; a smaller file leaves a copy', async () => {
    await runSql(sql);
    const path = join(root, 'data/accounts/acme.yaml');
    const text = (await readFile(path, 'utf8')).replace(
      'country: Spain',
      'country: Republic of Malta # sure?',
    );
    await writeFile(path, text);
    expect((await runSql(sql)).plan?.conflicts).toEqual([]);
    await csv('accounts.csv', 'name,country', 'Acme,Peru');
    const { plan, written } = await runSql(sql);
    expect(plan?.conflicts).toMatchObject([
      {
        code: 'import/conflict',
        severity: 'warning',
        span: { file: 'data/accounts/acme.yaml', line: 3, column: 10 },
      },
    ]);
    expect(written?.written).toBe(0);
    expect(await readFile(path, 'utf8')).toBe(text);
    const forced = await runSql(sql, true);
    expect(await readFile(path, 'utf8')).toBe(text.replace('Republic of Malta', 'Peru'));
    expect(forced.written?.backups).toEqual(['.cuentas/backup/data/accounts/acme.yaml.1']);
    expect(await readFile(join(root, '.cuentas/backup/data/accounts/acme.yaml.1'), 'utf8')).toBe(text);
  });

  test('a file that can not be read stops everything', async () => {
    await runSql(sql);
    await writeFile(join(root, 'data/accounts/acme.yaml'), 'name: [Acme\n');
    await csv('accounts.csv', 'name,country', 'Acme,Peru', 'New,Spain');
    const { plan, diagnostics } = await runSql(sql);
    expect(plan).toBeUndefined();
    expect(diagnostics[0]?.span?.file).toBe('data/accounts/acme.yaml');
    expect(existsSync(join(root, 'data/accounts/new.yaml'))).toBe(false);
  });

  test('a line of a CSV file that can not be taken apart is reported with its number', async () => {
    await csv('accounts.csv', 'name,country', 'Acme,Spain', 'Broken,Spain,3,4', 'Beta,France');
    const { plan: value } = await runSql(sql);
    expect(value?.report.counts.at(-1)).toEqual({ into: 'unreadable', read: 1, used: 0, rejected: 1 });
    expect(value?.report.rejects.at(-1)).toMatchObject({
      file: 'accounts.csv',
      fileLine: 3,
      code: 'unreadable',
      values: { text: 'Broken,Spain,3,4' },
    });
  });

  test('what the whole workspace has against a row that is right by itself is told, and nothing is written', async () => {
    const { plan, written } = await runSql(
      `-- into: accounts\nSELECT 'Acme' AS name;\n-- into: accounts.opportunities\nSELECT 'Acme' AS account, 'won' AS stage;`,
    );
    expect(plan?.problems).toMatchObject([
      { code: 'workspace/missing-date', span: { file: 'data/accounts/acme.yaml' } },
    ]);
    expect(written).toBeUndefined();
    expect(existsSync(join(root, 'data/accounts/acme.yaml'))).toBe(false);
  });
});

describe('the SQL reaches nothing but the data folder', () => {
  test.each([
    ['a file elsewhere', "SELECT * FROM read_text('/etc/hostname')"],
    ['a file above the folder', "SELECT * FROM csv_rows('../secret.csv')"],
    ['a list of files', "SELECT * FROM glob('/etc/*')"],
    ['the network', "SELECT * FROM read_csv('https://example.org/a.csv')"],
    ['a database file', "ATTACH 'other.db'"],
    ['an extension', 'LOAD httpfs'],
    ['the installation of an extension', 'INSTALL httpfs'],
    ['its own configuration', 'SET enable_external_access = true'],
    ['a file to write, even in the folder', "COPY (SELECT 1) TO 'out.csv'"],
  ])('not %s', async (_, statement) => {
    await writeFile(join(folder, 'secret.csv'), 'a\n1\n');
    const { value, diagnostics } = await firstOutcome(`-- rejects\n${statement};`);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(`${diagnostics[0]?.code} ${diagnostics[0]?.message}`).toMatch(
      /statement-refused|Permission Error: Cannot access|configuration has been locked/,
    );
  });

  test('not a file to write beside the data', async () => {
    const out = join(data, 'out.csv');
    const { diagnostics } = await firstOutcome(
      `-- rejects\nCOPY (SELECT 1) TO '${out.replaceAll("'", "''")}';`,
    );
    expect(diagnostics[0]?.code).toBe('import/statement-refused');
    expect(existsSync(out)).toBe(false);
  });

  test('a file of the folder it does reach', async () => {
    await csv('a.csv', 'x', '1');
    const { value } = await firstOutcome("-- rejects\nSELECT * FROM csv_rows('a.csv');");
    expect(value).toEqual({ columns: ['source_file', 'source_row', 'x'], rows: [['a.csv', 1, '1']] });
  });

  test('not a file elsewhere by a symbolic link in the folder', async () => {
    await writeFile(join(folder, 'secret.csv'), 'a\n1\n');
    await symlink(join(folder, 'secret.csv'), join(data, 'link.csv'));
    const { value, diagnostics } = await firstOutcome("-- rejects\nSELECT * FROM csv_rows('link.csv');");
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message).toContain('Permission Error: Cannot access');
  });
});

describe('errors of the SQL', () => {
  test('stand at their line and column of the file', async () => {
    const { diagnostics } = await firstOutcome('-- into: accounts\nSELECT\n  nme\nFROM (SELECT 1 AS name);');
    expect(diagnostics[0]).toMatchObject({ code: 'import/sql-failed', span: { line: 3, column: 3 } });
  });

  test.each([
    ['none', 'CREATE TABLE t AS SELECT 1;'],
    ['two', 'SELECT 1 AS name; SELECT 2 AS name;'],
  ])('%s that returns rows, where there should be one', async (_, statements) => {
    const { diagnostics } = await firstOutcome(`-- into: accounts\n${statements}`);
    expect(diagnostics[0]).toMatchObject({ code: 'import/statement-count', span: { line: 1 } });
  });
});

test('values come as plain data; a number that a double can not hold stays text', async () => {
  const { value } = await firstOutcome(
    `-- rejects
     SELECT 1.50::DECIMAL(10, 2), 9007199254740993::BIGINT, 12345678901234567890.5::DECIMAL(38, 4), sum(7), DATE '2026-02-01',
       [1, 2], {'es': 'hola'}, 0.1::DOUBLE, NULL, true`,
  );
  expect(value?.rows[0]).toEqual([
    1.5,
    '9007199254740993',
    '12345678901234567890.5000',
    7,
    '2026-02-01',
    [1, 2],
    { es: 'hola' },
    0.1,
    null,
    true,
  ]);
});
