import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sectionsOf } from '../../src/import/sections.ts';
import type { Database } from '../../src/import/table.ts';
import { openDatabase } from '../../src/platform/duckdb.ts';
import { tally } from './tally.ts';

/** What nothing that comes back may hold. */
const secret = 'canary-of-the-tests';

let folder: string;
let data: string;
let database: Database;
let address: string;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end(`a\n${secret}\n`);
});

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'cuentas-database-')));
  data = join(folder, 'data');
  await mkdir(join(data, 'inner'), { recursive: true });
  for (const name of ['secret.csv', 'data-beside.csv']) await writeFile(join(folder, name), `a\n${secret}\n`);
  await mkdir(join(folder, 'outside'));
  await writeFile(join(folder, 'outside/secret.csv'), `a\n${secret}\n`);
  await symlink(join(folder, 'secret.csv'), join(data, 'link.csv'));
  await symlink(join(folder, 'outside'), join(data, 'linked'));
  await writeFile(join(data, 'own.csv'), 'a\n1\n');
  vi.stubEnv('CUENTAS_SECRET', secret);
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  database = await openDatabase(data);
});
afterAll(async () => {
  await database.close();
  server.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** FOLDER, DATA and ADDRESS stand for what this run has. */
const reaching = [
  ...[
    'read_text',
    'read_blob',
    'read_csv',
    'read_csv_auto',
    'sniff_csv',
    'read_json_auto',
    'read_json_objects',
    'read_parquet',
  ].flatMap(reader => [
    `SELECT * FROM ${reader}('/etc/passwd')`,
    `SELECT * FROM ${reader}('FOLDER/secret.csv')`,
    `SELECT * FROM ${reader}('DATA/../secret.csv')`,
    `SELECT * FROM ${reader}('file://FOLDER/secret.csv')`,
    `SELECT * FROM ${reader}('DATA/link.csv')`,
    `SELECT * FROM ${reader}('DATA/linked/secret.csv')`,
    `SELECT * FROM ${reader}('FOLDER/*.csv')`,
    `SELECT * FROM ${reader}(['DATA/own.csv', 'FOLDER/secret.csv'])`,
    `SELECT * FROM ${reader}('ADDRESS/${reader}.csv')`,
  ]),
  ...[
    "csv_rows('../secret.csv')",
    "csv_rows('linked/secret.csv')",
    "csv_rows('secret.csv', encoding := '../..')",
    "json_rows('../secret.csv')",
  ],
  ...[
    "yaml_rows('../secret.csv')",
    "xlsx_rows('../secret.csv')",
    "parquet_rows('../secret.csv')",
    "csv_rows('../data-beside.csv')",
  ],
].map(one => (one.startsWith('SELECT') ? one : `SELECT * FROM ${one}`));

const others = [
  "/* so */ EXPORT DATABASE 'DATA/out' (FORMAT parquet)",
  "SELECT 1; EXPORT DATABASE 'DATA/out'",
  "SELECT * FROM '/etc/passwd'",
  "SELECT * FROM 'FOLDER/secret.csv'",
  "SELECT * FROM glob('/etc/*')",
  "SELECT * FROM glob('FOLDER/*')",
  "SELECT * FROM glob('/proc/self/*')",
  "SELECT getenv('CUENTAS_SECRET')",
  "ATTACH 'FOLDER/other.db'",
  "ATTACH 'DATA/other.db'",
  "ATTACH 'ADDRESS/other.db'",
  "ATTACH ':memory:' AS other",
  "COPY (SELECT 1) TO 'FOLDER/out.csv'",
  "COPY (SELECT 1) TO 'DATA/out.csv'",
  "COPY (SELECT 1) TO '/dev/stdout'",
  "EXPORT DATABASE 'DATA/out'",
  "IMPORT DATABASE 'DATA'",
  'INSTALL httpfs',
  'LOAD httpfs',
  "LOAD 'DATA/evil.duckdb_extension'",
  "INSTALL spatial FROM 'ADDRESS'",
  'FORCE INSTALL shellfs FROM community',
  'SET enable_external_access = true',
  "SET allowed_directories = ['/']",
  "SET allowed_paths = ['/etc/passwd']",
  'SET lock_configuration = false',
  'RESET enable_external_access',
  "SET memory_limit = '100GB'",
  "SET temp_directory = 'FOLDER'",
  "SET home_directory = 'FOLDER'",
  "SET extension_directory = 'DATA'",
  "SET custom_extension_repository = 'ADDRESS'",
  "SET log_query_path = 'FOLDER/log'",
  "PRAGMA enable_profiling = 'json'",
  "PRAGMA profiling_output = 'FOLDER/out.json'",
  'CREATE SECRET (TYPE s3, PROVIDER credential_chain)',
  'CALL pragma_version()',
  "PREPARE p AS SELECT * FROM read_text('/etc/passwd'); EXECUTE p",
  "CREATE VIEW v AS SELECT * FROM read_text('/etc/passwd'); SELECT * FROM v",
  "CREATE MACRO m(f) AS TABLE SELECT * FROM read_text(f); SELECT * FROM m('FOLDER/secret.csv')",
  "SET VARIABLE data = 'FOLDER'; SELECT * FROM csv_rows('secret.csv')",
  "SELECT * FROM query('SELECT * FROM read_text(''FOLDER/secret.csv'')')",
  "SELECT * FROM query_table('FOLDER/secret.csv')",
  "EXPLAIN ANALYZE SELECT * FROM read_text('/etc/passwd')",
  'CHECKPOINT',
] as const;

const here = (sql: string): string =>
  sql
    .replaceAll('FOLDER', folder)
    .replaceAll('DATA/', `${data}/`)
    .replaceAll("'DATA'", `'${data}'`)
    .replaceAll('ADDRESS', address);

const outcome = async (sql: string) => {
  const section = sectionsOf('my.sql', `-- rejects\n${here(sql)};`).value?.at(-1);
  if (section === undefined) throw new Error('There is no section');
  return database.run(section);
};

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? '';

test.each([...reaching, ...others])('not by %s', async sql => {
  const before = (await readdir(folder, { recursive: true })).sort();
  const { value, diagnostics } = await outcome(sql);
  expect([value, diagnostics.map(({ code }) => code)]).toEqual([
    undefined,
    [expect.stringMatching(/^import\//)],
  ]);
  expect(shown(diagnostics)).not.toContain(secret);
  expect(shown(diagnostics)).not.toMatch(/root:x:0/);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(before);
  expect(asked).toEqual([]);
});

test('a table that needs more memory than it may have is told, and the next statement runs', async () => {
  const { diagnostics } = await outcome(
    "SELECT list(r) FROM (SELECT repeat('x', 1000) || range AS r FROM range(10000000))",
  );
  expect(diagnostics[0]?.message).toMatch(/memory/i);
  expect(diagnostics[0]?.hints.length).toBeGreaterThan(0);
  expect((await outcome('SELECT 1 AS a')).value?.rows).toEqual([[1]]);
});

test('statements that never end are stopped, and told', async () => {
  const impatient = await openDatabase(data, 300);
  const [section] =
    sectionsOf(
      'my.sql',
      '-- rejects\nWITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t;',
    ).value?.slice(-1) ?? [];
  if (section === undefined) throw new Error('There is no section');
  const { diagnostics } = await impatient.run(section);
  await impatient.close();
  expect(diagnostics).toMatchObject([
    {
      code: 'import/sql-failed',
      message: 'The statements had not ended after 0.3 seconds, and were stopped.',
    },
  ]);
});

test('what was tried is told', () =>
  tally(
    'database',
    `${reaching.length + others.length} statements that reach out of the folder, 1 that wants all memory, 1 that never ends`,
  ));
