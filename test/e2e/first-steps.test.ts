import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cuentas, folderWith } from './command-line.ts';

/** The least that a programme has: names, and what each account bought in one quarter. */
const firstSteps = {
  'data/workspace.yaml':
    'company: { name: "Primeros Pasos, S.L." }\nperiod: 2026-Q3\ncurrency: EUR\nlocales: [es-ES, en-GB]\n',
  ...Object.fromEntries(
    [610_000, 150_000, 120_000, 70_000, 40_000, 10_000].map((revenue, index) => [
      `data/accounts/cliente-${index + 1}.yaml`,
      `name: Cliente ${index + 1}\nhistory:\n  2026-Q3: { revenue: ${revenue} }\n`,
    ]),
  ),
};

test('with names and revenue alone the review speaks of dependence and says what further data would open', async () => {
  const folder = await folderWith(firstSteps);
  const check = await cuentas(['check'], folder);
  expect({ code: check.code, stderr: check.stderr }).toEqual({ code: 0, stderr: '' });
  const build = await cuentas(['build', '--only', 'strategic-review', '--format', 'html'], folder);
  expect({ code: build.code, stderr: build.stderr }).toMatchObject({ code: 0 });
  const page = async (locale: string): Promise<string> =>
    (await readFile(join(folder, `reports/2026-Q3/strategic-review.${locale}.html`), 'utf8'))
      .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
  const [spanish, english] = [await page('es-ES'), await page('en-GB')];
  // One client above half of the revenue: the only cut-off that is not ours to choose.
  expect(spanish).toMatch(/61,0[\s ]%/);
  expect(english).toContain('61.0%');
  expect(spanish).toContain('Datos que abrirían más secciones');
  expect(english).toContain('Points table, robustness, KAISM and identification');
  expect(spanish + english).not.toMatch(/\bNaN\b|undefined|Infinity/);
}, 120_000);

test('where no KPI has a target the board is told that, not how many of none meet theirs', async () => {
  const folder = await folderWith(firstSteps);
  const build = await cuentas(['build', 'board-summary', '--format', 'html'], folder);
  expect({ code: build.code, stderr: build.stderr }).toMatchObject({ code: 0 });
  const page = (locale: string): Promise<string> =>
    readFile(join(folder, `reports/2026-Q3/board-summary.${locale}.html`), 'utf8');
  expect(await page('es-ES')).toContain('Selección de KPI; ninguno tiene objetivo');
  expect(await page('en-GB')).toContain('Selected KPIs; none has a target');
}, 120_000);
