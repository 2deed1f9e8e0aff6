import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cuentas, folderWith } from '../e2e/command-line.ts';
import { saidBy } from './bytes-read.ts';
import { hiddenDigits, plantedExample } from './planted.ts';
import { effort, grouped, tally } from './tally.ts';

const isWhole = effort(0, 1) === 1;

/** The digits of a hidden number, whole, grouped, or rounded to three of them. */
const digits = new RegExp(
  `${hiddenDigits}|${hiddenDigits.slice(0, 3)}[.,\\u00a0\\u202f ]${hiddenDigits.slice(3)}|${hiddenDigits.slice(0, 3)}[.,]3\\s?(M|m)`,
);

/** Which canaries a folder gives away, and where the first one is. */
const found = async (folder: string, canaries: readonly string[]) => {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const leaks: string[] = [];
  for (const path of paths) {
    const said = (await saidBy(path.slice(folder.length), await readFile(path))).toLowerCase();
    for (const canary of canaries)
      if (said.includes(canary.toLowerCase())) leaks.push(`${path.slice(folder.length)}: ${canary}`);
    if (digits.test(said)) leaks.push(`${path.slice(folder.length)}: ${digits.exec(said)?.[0]}`);
  }
  return { files: paths.length, leaks };
};

const exported = isWhole ? ['csv', 'parquet', 'xlsx', 'charts', 'pptx', 'email'] : ['xlsx'];

test('nothing that an audience may not see is in any byte of what it gets', async () => {
  const { files, canaries } = await plantedExample(isWhole ? 6 : 2);
  const folder = await folderWith(files);
  const scope = isWhole ? [] : ['account-plan/*', 'index', '--locale', 'es'];
  const built = await cuentas(['build', '--redact', 'partners', ...scope], folder);
  expect(built.stderr).not.toMatch(/ error /);
  expect(built.code).toBe(0);
  for (const format of exported) {
    const run = await cuentas(['export', format, '--redact', 'partners', ...scope.slice(-2)], folder);
    expect(run.code).toBe(0);
  }
  const reports = await found(join(folder, 'reports/partners'), canaries);
  const exports = await found(join(folder, 'exports/partners'), canaries);
  expect([...reports.leaks, ...exports.leaks]).toEqual([]);
  // Beside the folder of the audience there is none: the whole edition was not touched.
  expect(await readdir(join(folder, 'reports'))).toEqual(['partners']);
  expect(await readdir(join(folder, 'exports'))).toEqual(['partners']);

  // The search finds them where nothing is hidden.
  const [account] = Object.keys(files).flatMap(path => /^data\/accounts\/(.*)\.yaml$/.exec(path)?.[1] ?? []);
  const plain = await cuentas(
    ['build', '--format', 'html', `account-plan/${account}`, '--locale', 'es', '--out', 'whole'],
    folder,
  );
  expect(plain.code).toBe(0);
  const whole = await found(join(folder, 'whole'), canaries);
  expect(new Set(whole.leaks.map(leak => leak.replace(/^.*: /, ''))).size).toBeGreaterThan(20);
  expect(whole.leaks.filter(leak => /: \d/.test(leak)).length).toBeGreaterThan(0);
  await tally(
    'redaction',
    `${grouped(canaries.length)} names and notes and every margin and cost, in ${grouped(reports.files + exports.files)} files`,
  );
});
