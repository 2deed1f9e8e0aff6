import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const crm = resolve('../shared/data/crm');
const isHere = existsSync(crm);
if (!isHere) console.warn('Skipped: the real data of the CRM example are not in ../shared/data.');

const made = mkdtempSync(join(tmpdir(), 'cuentas-again-'));
afterAll(() => rmSync(made, { recursive: true }));

const importFrom = (source: string, root: string): string => {
  const args = ['import', 'examples/crm/import.sql', '--data', source, '--root', root, '--limit', '0'];
  const program = ['node_modules/tsx/dist/cli.mjs', 'src/cli/main.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
};

test.skipIf(!isHere)(
  'the CRM export, imported again, keeps what people have written in the files meanwhile',
  () => {
    const root = join(made, 'workspace');
    const source = join(made, 'source');
    cpSync('examples/crm/data', join(root, 'data'), { recursive: true });
    cpSync(crm, source, { recursive: true });
    expect(importFrom(source, root)).toContain('127 files written, 0 unchanged.');
    const folder = join(root, 'data/accounts');
    const byHand = (text: string, index: number): string =>
      text
        .replace('\nname: ', '\n# Known since 1999\nname: ')
        .replace(/\ncountry: .*/, '\ncountry: Utopia # as they say')
        .replace('\nhistory:\n', '\nmission: { text: To grow }\n\nhistory:\n  # to be counted anew\n')
        .replace(/orders: (\d+) \}/, 'orders: $1, plan: 7 } # planned')
        .replaceAll('\n', index % 2 === 0 ? '\n' : '\r\n');
    const names = readdirSync(folder);
    const texts = names.map((name, index) => byHand(readFileSync(join(folder, name), 'utf8'), index));
    for (const [index, name] of names.entries()) writeFileSync(join(folder, name), texts[index] ?? '');
    const accounts = join(source, 'accounts.csv');
    writeFileSync(accounts, readFileSync(accounts, 'utf8').replaceAll(',2822,', ',2823,'));
    expect(importFrom(source, root)).toContain('0 added, 1 changed, 85 kept as written by hand');
    for (const [index, name] of names.entries())
      expect(readFileSync(join(folder, name), 'utf8')).toBe(
        texts[index]?.replace('employees: 2822', 'employees: 2823'),
      );
  },
  60_000,
);
