import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cuentas, folderWith } from './command-line.ts';

describe('from an empty folder', () => {
  test('init, an account and two reports, in order and built', async () => {
    const folder = await folderWith({});
    const init = await cuentas(['init', 'acme', '--company', 'Acme: "S.L."', '--period', '2026-Q3'], folder);
    expect(init).toMatchObject({ code: 0, stderr: '' });
    expect(init.stdout).toContain('cuentas build --root acme');
    const root = join(folder, 'acme');
    expect(await readFile(join(root, '.gitignore'), 'utf8')).toContain('.cuentas/\n');
    expect(await cuentas(['check'], root)).toMatchObject({ code: 0, stdout: 'no problems\n', stderr: '' });
    const account = await cuentas(
      ['new', 'account', 'Aceros Ñorte, S.L.', '--revenue', '2026-Q3=1200.5', '--key'],
      root,
    );
    expect(account).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(join(root, 'data/accounts/aceros-norte-sl.yaml'), 'utf8')).toContain(
      'revenue: 1200.5',
    );
    expect(await cuentas(['new', 'report', 'notes'], root)).toMatchObject({ code: 0 });
    expect(await cuentas(['new', 'report', 'visit', '--each', 'account'], root)).toMatchObject({ code: 0 });
    expect(await cuentas(['check'], root)).toMatchObject({ code: 0, stdout: 'no problems\n' });
    const build = await cuentas(['build', 'notes', 'visit', '--format', 'html', '--locale', 'es'], root);
    expect(build).toMatchObject({ code: 0 });
    expect(await readdir(join(root, 'reports/2026-Q3'))).toEqual(['manifest.json', 'notes.es.html', 'visit']);
    expect(await readdir(join(root, 'reports/2026-Q3/visit'))).toContain('aceros-norte-sl.es.html');
  }, 120_000);

  test('nothing that is there is written over, and nobody is asked who is not there', async () => {
    const folder = await folderWith({});
    expect(await cuentas(['init'], folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--company'),
    });
    await cuentas(['init', '--company', 'Acme', '--account', 'North=5'], folder);
    expect(await readdir(join(folder, 'data/accounts'))).toEqual(['north.yaml']);
    for (const args of [
      ['init', '--company', 'Other'],
      ['new', 'account', 'North'],
      ['new', 'account'],
      ['new', 'account', '日本'],
      ['new', 'account', 'South', '--revenue', '2026-Q3=1.200,50'],
      ['new', 'report', 'Two Words'],
    ]) {
      const { code, stdout, stderr } = await cuentas(args, folder);
      expect({ args, code, stdout }).toEqual({ args, code: 1, stdout: '' });
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    expect(await readFile(join(folder, 'data/workspace.yaml'), 'utf8')).toContain('company: { name: Acme }');
  }, 60_000);
});
