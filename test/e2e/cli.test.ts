import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/platform/package-root.ts';
import { cuentas, cuentasIn, cuentasIntoClosedPipe, folderWith, soundWorkspace } from './command-line.ts';

test('the version is that of the package', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await cuentas(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test('the help of the help is the whole help', async () => {
  const [help, again] = [await cuentas(['help']), await cuentas(['help', 'help'])];
  expect(again).toEqual(help);
  expect(help.code).toBe(0);
});

test('a wrong command line ends with 1, on standard error, with a suggestion and no stack', async () => {
  const { code, stdout, stderr } = await cuentas(['chekc']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Did you mean check?');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('without a workspace the message says what is looked for', async () => {
  const folder = await folderWith({ 'readme.txt': '' });
  const { code, stderr } = await cuentas(['check'], folder);
  expect(code).toBe(1);
  expect(stderr).toContain('data/workspace.yaml');
  expect(stderr).toContain('--root');
});

test('the workspace is the nearest one above the folder, or the one that --root names', async () => {
  const folder = await folderWith(soundWorkspace);
  for (const run of [
    await cuentas(['check', '--json'], join(folder, 'data/accounts')),
    await cuentas(['check', '--json', '--root', folder]),
  ])
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
});

const brokenWorkspace = {
  ...soundWorkspace,
  'data/accounts/dos.yaml': 'name: Dos\nhistroy: {}\nmanager: nobody\n',
  'data/accounts/tres.yaml': 'name: Tres\nhistory:\n  2026-Q3: { revenue: mucho }\n',
};

test('check lists every problem with its place and code frame, writes nothing, and ends with 1', async () => {
  const folder = await folderWith(brokenWorkspace);
  const before = await readdir(folder, { recursive: true });
  const { code, stdout, stderr } = await cuentas(['check'], folder);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toContain('data/accounts/dos.yaml:2:1');
  expect(stdout).toContain('data/accounts/tres.yaml:3:23');
  expect(stdout).toMatch(/> 2 │ histroy: \{\}\n\s+│ \^{7}/);
  expect(stdout).toMatch(/\d problems: \d errors.* in \d files\n$/);
  expect(stdout).not.toMatch(/^\s+at /m);
  expect(stdout).not.toContain('\u001b');
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});

test('check tells other programs the same as JSON', async () => {
  const folder = await folderWith(brokenWorkspace);
  const { code, stdout } = await cuentas(['check', '--json'], folder);
  expect(code).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; span?: { file: string } }[] };
  expect(diagnostics.map(one => one.code)).toContain('workspace/unknown-key');
  expect(diagnostics.map(one => one.span?.file)).toContain('data/accounts/tres.yaml');
});

test('what data say cannot steer the terminal', async () => {
  const folder = await folderWith({
    ...soundWorkspace,
    'data/accounts/dos.yaml': 'name: "\u001b[2J"\nx: 1\n',
  });
  const { code, stdout } = await cuentas(['check'], folder);
  expect(code).toBe(1);
  expect(stdout).not.toContain('\u001b');
});

test.each([['analyze', '--json'], ['explain', 'portfolio.revenue.total'], ['build']])(
  '%s refuses broken data and says why',
  async (...args) => {
    const folder = await folderWith(brokenWorkspace);
    const { code, stdout, stderr } = await cuentas(args, folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('data/accounts/dos.yaml:2:1');
    expect(stderr).toContain('must be mended first');
  },
);

interface PrintedFigure {
  readonly id: string;
  readonly value?: number | string;
  readonly unavailable?: object;
  readonly unit: string;
  readonly precision: number;
  readonly method: string;
  readonly inputs: readonly unknown[];
}

test('analyze --json prints every figure, series and finding, in order, the same each time', async () => {
  const folder = await folderWith(soundWorkspace);
  const [first, second] = await Promise.all([
    cuentas(['analyze', '--json'], folder),
    cuentas(['analyze', '--json'], folder),
  ]);
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
  expect(second.stdout).toBe(first.stdout);
  const printed = JSON.parse(first.stdout) as {
    period: string;
    figures: PrintedFigure[];
    series: object[];
    findings: object[];
  };
  expect(Object.keys(printed)).toEqual(['period', 'figures', 'series', 'findings']);
  expect(printed.period).toBe('2026-Q3');
  const ids = printed.figures.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(ids).toContain('portfolio.concentration.hhi');
  for (const figure of printed.figures) {
    expect((figure.value === undefined) !== (figure.unavailable === undefined), figure.id).toBe(true);
    expect(figure).toMatchObject({
      unit: expect.any(String),
      precision: expect.any(Number),
      method: expect.any(String),
    });
  }
});

test('analyze takes another period, and refuses one without data', async () => {
  const folder = await folderWith(soundWorkspace);
  const earlier = await cuentas(['analyze', '--json', '--period', '2026-q2'], folder);
  expect(JSON.parse(earlier.stdout)).toMatchObject({ period: '2026-Q2' });
  const empty = await cuentas(['analyze', '--json', '--period', '2031-Q1'], folder);
  expect(empty.code).toBe(1);
  expect(empty.stderr).toContain('There are data from 2025-Q3 to 2026-Q3.');
});

test('analyze --list names figures and series with unit and description', async () => {
  const folder = await folderWith(soundWorkspace);
  const { code, stdout, stderr } = await cuentas(['analyze', '--list'], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^ {2}portfolio\.revenue\.total +money:EUR +\S/m);
  expect(stdout).toMatch(/^ {2}account\.\*\.revenue +money:EUR +Customer revenue$/m);
  expect(stdout).toMatch(/^ {2}portfolio\.customers +rank, account, .* {2}\S/m);
});

test('check in a workflow annotates from the top of the checkout and writes the summary of the job', async () => {
  const checkout = await folderWith(
    Object.fromEntries(Object.entries(brokenWorkspace).map(([path, text]) => [`reviews/${path}`, text])),
  );
  const summary = join(checkout, 'summary.md');
  const variables = { GITHUB_WORKSPACE: checkout, GITHUB_STEP_SUMMARY: summary };
  const { code, stdout } = await cuentasIn({ folder: join(checkout, 'reviews'), variables }, [
    'check',
    '--reporter',
    'github',
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('::error file=reviews/data/accounts/tres.yaml,line=3,col=');
  expect(await readFile(summary, 'utf8')).toContain('reviews/data/accounts/tres.yaml');
});

test('explain goes from a figure to the lines that it rests on', async () => {
  const folder = await folderWith(soundWorkspace);
  const { code, stdout, stderr } = await cuentas(['explain', 'revenue', '--account', 'uno', '--all'], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^account\.uno\.revenue {2}€1,500/);
  expect(stdout).toContain('data/accounts/uno.yaml:7:23  history.2026-Q3.revenue = 500.25');
  expect(stdout).toContain('Formula: ');
});

test('explain --json is the whole tree', async () => {
  const folder = await folderWith(soundWorkspace);
  const { stdout } = await cuentas(['explain', 'account.uno.revenue', '--json'], folder);
  expect(JSON.parse(stdout)).toMatchObject({
    kind: 'figure',
    figure: { id: 'account.uno.revenue', value: 1500.25 },
    inputs: expect.arrayContaining([
      expect.objectContaining({
        kind: 'source',
        written: '500.25',
        span: expect.objectContaining({ line: 7 }),
      }),
    ]),
  });
});

test('explain suggests what may have been meant', async () => {
  const folder = await folderWith(soundWorkspace);
  const figure = await cuentas(['explain', 'portfolio.revenue.totl'], folder);
  expect(figure.code).toBe(1);
  expect(figure.stderr).toContain('Did you mean "portfolio.revenue.total"?');
  const generic = await cuentas(['explain', 'account.*.revenue'], folder);
  expect(generic.stderr).toContain('Name one with --account <id>.');
  const part = await cuentas(['explain', 'portfolio.hhi'], folder);
  expect(part.stderr).toContain('Did you mean "portfolio.concentration.hhi"?');
  const ofWhich = await cuentas(['explain', 'revenue'], folder);
  expect(ofWhich.stderr).toContain('cuentas explain revenue --account dos');
  const account = await cuentas(['explain', 'revenue', '--account', 'unoo'], folder);
  expect(account.code).toBe(1);
  expect(account.stderr).toContain('Did you mean "uno"?');
});

test('a reader that stops listening is no failure', async () => {
  const folder = await folderWith(soundWorkspace);
  expect(await cuentasIntoClosedPipe(['analyze', '--json'], folder)).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('build writes into a new folder, leaves what is the same alone, and knows what does not match', async () => {
  const out = join(await folderWith({ keep: '' }), 'new');
  const args = ['build', 'index', '--format', 'html', '--locale', 'es', '--out', out];
  const first = await cuentas(args);
  expect(first).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^1 written, 0 unchanged in [\d.]+ s\n$/),
  });
  expect(await readdir(out, { recursive: true })).toEqual([
    '2026-Q3',
    join('2026-Q3', 'index.es.html'),
    join('2026-Q3', 'manifest.json'),
  ]);
  expect((await cuentas(args)).stdout).toMatch(/^0 written, 1 unchanged/);
  const nothing = await cuentas(['build', 'no-such-report', '--out', out]);
  expect(nothing).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('No document matches'),
  });
});

test('doctor names each thing it looked at, and mends for what is not well', async () => {
  const folder = await folderWith(soundWorkspace);
  const { code, stdout, stderr } = await cuentas(['doctor', '--json'], folder);
  expect(stderr).toBe('');
  const { checks } = JSON.parse(stdout) as { checks: { subject: string; state: string; mend?: string }[] };
  expect(checks.map(({ subject }) => subject)).toEqual([
    'Node.js',
    'Libraries',
    'Locale data',
    'Languages',
    'Fonts',
    'Browser',
    'Workspace',
  ]);
  for (const { state, mend } of checks) expect(mend === undefined).toBe(state === 'ok');
  expect(code).toBe(checks.some(({ state }) => state === 'fail') ? 1 : 0);
});

test('diff shows what moved between two quarters, with parts that add up to each change', async () => {
  const { code, stdout, stderr } = await cuentas([
    'diff',
    '2026-Q2',
    '2026-Q3',
    '--json',
    '--root',
    packageRoot,
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { revenue, scores } = JSON.parse(stdout) as {
    revenue: { before: number; after: number; steps: { amount: number }[] };
    scores: { change: number; inputs: number; weights: number; coverage: number }[];
  };
  const steps = revenue.steps.reduce((total, { amount }) => total + amount, revenue.before);
  expect(steps).toBeCloseTo(revenue.after, 6);
  expect(scores.length).toBeGreaterThan(5);
  for (const { change, inputs, weights, coverage } of scores)
    expect(inputs + weights + coverage).toBeCloseTo(change, 12);
});

test.each([
  [['2026-Q3', '2026-Q2'], 'is not before'],
  [['2026-Q2', '2031-Q1'], 'There are data from'],
  [['2026-Q2', '2026-Q3', '--account', 'aceros-mongo'], 'Did you mean "aceros-montgo"?'],
  [['2026-Q2', '2026-Q3', '--account', 'morteros-maestrat-utebo'], 'belongs to morteros-maestrat'],
])('diff %j says what can not be compared', async (words, message) => {
  const { code, stderr } = await cuentas(['diff', ...words, '--root', packageRoot]);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
});
