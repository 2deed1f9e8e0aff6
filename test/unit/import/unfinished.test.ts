import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planImport, writeImport } from '../../../src/import/run.ts';
import { openDatabase } from '../../../src/platform/duckdb.ts';
import { createFiles } from '../../../src/platform/files.ts';

let folder: string;
let data: string;
let root: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuentas-import-'));
  data = await mkdtemp(join(folder, 'data-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Files of the workspace of which no more are written after so many. */
const cutOffAfter = (writes: number) => {
  const files = createFiles(root);
  let left = writes;
  return {
    ...files,
    write: async (path: string, content: string | Uint8Array): Promise<boolean> => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return files.write(path, content);
    },
  };
};

const ids = ['a', 'b', 'c'];
const sql = [
  "-- into: accounts\nSELECT id, name FROM csv_rows('sales.csv');",
  "-- into: accounts.history\nSELECT id AS account, quarter AS period, revenue FROM csv_rows('sales.csv');",
  "-- into: orders\nSELECT id AS account, '2026-07-01' AS date, revenue AS amount FROM csv_rows('sales.csv');",
].join('\n');

/** As a process of its own does; the source says this revenue of everybody. */
const importing = async (revenue: number, files = createFiles(root)) => {
  const lines = ['id,name,quarter,revenue', ...ids.map(id => `${id},Kunde ${id},2026-Q3,${revenue}`)];
  await writeFile(join(data, 'sales.csv'), `${lines.join('\n')}\n`);
  const database = await openDatabase(data);
  try {
    const { value: plan } = await planImport({ sqlFile: 'my.sql', sql, database, files, force: false });
    if (plan === undefined) throw new Error('The import was refused');
    await writeImport(plan, files);
    return plan;
  } finally {
    await database.close();
  }
};

const textOf = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

test('imports that are cut off, each with other data, are no hand that wrote: the next one brings its own values', async () => {
  const state = fc.integer({ min: 1, max: 3 });
  const cutOff = fc.record({ revenue: state, writes: fc.integer({ min: 0, max: 24 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(cutOff, { minLength: 2, maxLength: 4 }), state, async (tries, last) => {
      root = await mkdtemp(join(folder, 'root-'));
      await importing(1);
      const hand = 'data/accounts/b.yaml';
      await writeFile(join(root, hand), `${await textOf(hand)}industry: Steel # by hand\n`);
      for (const { revenue, writes } of tries)
        await importing(revenue, cutOffAfter(writes)).catch(error => expect(error.message).toBe('killed'));
      expect((await importing(last)).conflicts).toEqual([]);
      for (const id of ids)
        expect(await textOf(`data/accounts/${id}.yaml`)).toContain(`{ revenue: ${last} }`);
      expect(await textOf(hand)).toContain('industry: Steel # by hand');
      expect(await textOf('data/orders.csv')).toBe(
        `account,date,amount\n${ids.map(id => `${id},2026-07-01,${last}\n`).join('')}`,
      );
      expect(JSON.parse(await textOf('.cuentas/unfinished-import.json').catch(() => '[]'))).toEqual([]);
    }),
    { numRuns: 6, seed: 7 },
  );
}, 60_000);
