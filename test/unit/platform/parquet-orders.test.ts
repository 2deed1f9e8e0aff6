import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parquetOrderDays } from '../../../src/platform/duckdb-orders.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { orderFileOf } from '../../../src/workspace/orders/days.ts';
import { readOrders } from '../../../src/workspace/orders/read.ts';

const csv = `account,date,amount,order
a,2026-01-05,10,1
a,2026-01-05,20.5,1
b,2026-02-01,7,
a,2026-01-05,1,2
a,2025-12-31,,
b,2026-02-01,8,
b,2026-02-02,9,77
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuentas-parquet-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes a table that a SELECT gives. */
const parquet = async (name: string, select: string): Promise<string> => {
  const path = join(folder, name);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
};

describe('order lines as Parquet', () => {
  it('say the same as the same lines in CSV, a line for each account and day', async () => {
    const source = join(folder, 'orders.csv');
    await writeFile(source, csv);
    const path = await parquet('same.parquet', `SELECT * FROM read_csv('${source}')`);
    const days = await parquetOrderDays(path);
    const history = orderFileOf('data/orders.parquet', days).history;
    expect(days.faulty).toBe(0);
    const lines = readOrders('data/orders.csv', csv).history;
    expect([...(history?.accounts.keys() ?? [])].sort()).toEqual([...(lines?.accounts.keys() ?? [])].sort());
    for (const [account, own] of lines?.accounts ?? []) {
      const orders = new Map<number, number>();
      for (const [at, day] of own.days.entries())
        orders.set(day, (orders.get(day) ?? 0) + (own.begins[at] ?? 0));
      const added = history?.accounts.get(account);
      expect([...(added?.days ?? [])]).toEqual([...orders.keys()]);
      expect([...(added?.begins ?? [])]).toEqual([...orders.values()]);
    }
    expect([...(history?.accounts.get('a')?.amounts ?? [])]).toEqual([Number.NaN, 31.5]);
    expect([...(history?.accounts.get('a')?.rows ?? [])]).toEqual([4, 0]);
  });

  it('tells which rows are at fault, and how many', async () => {
    const path = await parquet(
      'faults.parquet',
      `SELECT CASE i WHEN 3 THEN '' ELSE 'a' END AS account, CASE WHEN i > 4 THEN '31/12/2025' ELSE '2026-01-0' || (i + 1) END AS date
       FROM range(60) t(i)`,
    );
    const { diagnostics } = orderFileOf('data/orders.parquet', await parquetOrderDays(path));
    expect(diagnostics[0]).toMatchObject({ span: { file: 'data/orders.parquet', line: 4 } });
    expect(diagnostics[1]?.message).toContain('31/12/2025');
    expect(diagnostics.at(-1)?.message).toContain('31 more lines');
  });

  it('names the columns that it lacks, and what is no Parquet', async () => {
    const path = await parquet('columns.parquet', "SELECT 'a' AS customer, DATE '2026-01-01' AS date");
    expect((await parquetOrderDays(path)).missing).toEqual(['account']);
    const text = join(folder, 'text.parquet');
    await writeFile(text, 'account,date\n');
    const { diagnostics } = orderFileOf('data/orders.parquet', await parquetOrderDays(text));
    expect(diagnostics[0]?.message).toMatch(/^The order lines cannot be read: .*magic bytes/);
  });

  it('is hashed without being held in memory', async () => {
    const path = await parquet('hash.parquet', 'SELECT 1 AS one');
    const files = createFiles(folder);
    const bytes = await files.readBytes('hash.parquet');
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes ?? []))).toString(
      'hex',
    );
    expect(path.startsWith(folder)).toBe(true);
    expect(await files.digest?.('hash.parquet')).toBe(hash);
  });
});
