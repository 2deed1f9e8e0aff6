import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import type { ExportTable, ValueKind } from '../../../src/export/table.ts';
import { parquetOf } from '../../../src/platform/duckdb-parquet.ts';

const column = (id: string, kind: ValueKind) => ({ id, title: id, kind, precision: 0, signed: false });

const table: ExportTable = {
  id: 'account.actions',
  title: 'Actions',
  columns: [
    column('account', 'text'),
    column('the "cost"', 'number'),
    column('done', 'flag'),
    column('due', 'date'),
    column('checked', 'date'),
  ],
  rows: [
    ['=1+1', -12.5, true, '2026-09-30', '2026-Q4'],
    [null, null, null, null, '2026-10-01'],
  ],
};

test('a table keeps its types, its missing values and its texts as they are', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuentas-parquet-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'table.parquet'), await parquetOf(table));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(`SELECT * FROM read_parquet('${folder}/table.parquet')`);
  expect(result.columnNames()).toEqual(['account', 'the "cost"', 'done', 'due', 'checked']);
  expect(result.columnTypes().map(String)).toEqual(['VARCHAR', 'DOUBLE', 'BOOLEAN', 'DATE', 'VARCHAR']);
  expect(result.getRowsJson()).toEqual([
    ['=1+1', -12.5, true, '2026-09-30', '2026-Q4'],
    [null, null, null, null, '2026-10-01'],
  ]);
  connection.closeSync();
  instance.closeSync();
});

test('the same table gives the same bytes, one without rows too', async () => {
  const [one, other] = [await parquetOf(table), await parquetOf(table)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  expect((await parquetOf({ ...table, rows: [] })).length).toBeGreaterThan(0);
});
