import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { folderWith, programsNaming, soundWorkspace } from '../e2e/command-line.ts';
import { compiledCuentas, ended, filesBelow, leftBehind, type Place, runCompiled } from './machine.ts';
import { effort, grouped, tally } from './tally.ts';

/** Moments between 0 and 1, spread evenly and in no order (golden ratio), the same in every run. */
const moments = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => (index * 0.618_033_988_75) % 1);

const isWhole = effort(0, 1) === 1;
const htmlOnly = ['--format', 'html', '--locale', 'es', 'board-summary', 'account-plan/*', 'index'];

interface Killing {
  readonly place: Place;
  readonly args: readonly string[];
  /** Below the place; what is written there. */
  readonly written: string;
  /** Gives the input one of two states. */
  readonly set: (state: 'a' | 'b') => Promise<void>;
  /** When it begins to write, as a part of its time. */
  readonly from: number;
}

/** What a run complains of, beside its progress. */
const problemsIn = (stderr: string): readonly string[] =>
  stderr.split('\n').filter(line => line !== '' && !/^ *\d+\/\d+ /.test(line));

/** Runs that mend lie between so many that are killed. */
const series = 8;

/**
 * Kills runs at many moments, the input another one each time. Each file is then one of those that a run comes to which nobody
 * disturbs, whole; now and then one is left to end, and mends all.
 * @returns how many were killed before their end
 */
const killed = async (rounds: number, { place, args, written, set, from }: Killing): Promise<number> => {
  const folder = join(place.folder, written);
  const whole = new Map<string, ReadonlyMap<string, string>>();
  let longest = 0;
  // The second time tells that what is made of the same is the same.
  for (const state of isWhole ? (['a', 'b', 'a', 'b'] as const) : (['a', 'b'] as const)) {
    await set(state);
    const { code, stderr, milliseconds } = await runCompiled(place, args);
    expect([code, problemsIn(stderr)]).toEqual([0, []]);
    longest = milliseconds;
    const now = await filesBelow(folder);
    if (whole.has(state)) expect(now).toEqual(whole.get(state));
    whole.set(state, now);
  }
  let cut = 0;
  for (const [round, moment] of moments(rounds).entries()) {
    const state = round % 2 === 0 ? 'a' : 'b';
    await set(state);
    const child = compiledCuentas(place, args);
    await Promise.race([once(child, 'exit'), wait(longest * (from + (1 - from) * moment))]);
    if (child.exitCode === null) cut += 1;
    await ended(child, 'SIGKILL');
    for (const [path, content] of await filesBelow(folder))
      if (!path.endsWith('.tmp'))
        expect([whole.get('a')?.get(path), whole.get('b')?.get(path)]).toContain(content);
    if (round % series < series - 1 && round < rounds - 1) continue;
    const mended = await runCompiled(place, args);
    expect([round, mended.code, problemsIn(mended.stderr)]).toEqual([round, 0, []]);
    expect(await filesBelow(folder)).toEqual(whole.get(state));
  }
  expect(cut).toBeGreaterThan(rounds / 5);
  return cut;
};

const placeOf = async (files: Readonly<Record<string, string>>): Promise<Place> => {
  const folder = await folderWith(files);
  const temporary = join(folder, 'temporary');
  await mkdir(temporary);
  return { folder, temporary };
};

test('a build that is killed leaves every file whole, and the next one mends the rest', async () => {
  const account = `${soundWorkspace['data/accounts/uno.yaml']}key: [{ from: 2026-Q1 }]\n`;
  const place = await placeOf({ ...soundWorkspace, 'data/accounts/uno.yaml': account });
  const rounds = effort(4, 500);
  const cut = await killed(rounds, {
    place,
    args: ['build', '--no-cache', ...htmlOnly],
    written: 'reports',
    set: state =>
      writeFile(
        join(place.folder, 'data/accounts/uno.yaml'),
        account.replace('500.25', state === 'a' ? '510' : '520'),
      ),
    from: 0,
  });
  const fresh = await runCompiled(place, ['check', '--fresh']);
  expect([fresh.code, fresh.stderr]).toEqual([0, '']);
  expect(await leftBehind(place.temporary)).toEqual([]);
  await tally('faults-build', `${grouped(cut)} killed of ${grouped(rounds)}`);
});

test('an import that is killed loses nothing, and the next one comes to the same end', async () => {
  const table = (factor: number): string =>
    [
      'id,name,quarter,revenue',
      ...Array.from({ length: 60 }, (_, id) => `k-${id},Kunde ${id},2026-Q3,${(id + 1) * factor}`),
    ].join('\n');
  const place = await placeOf({
    'data/workspace.yaml': soundWorkspace['data/workspace.yaml'] ?? '',
    'data/accounts/k-1.yaml': 'name: Kunde 1\n# written by hand\nindustry: Steel\n',
    'import.sql': `-- into: accounts
SELECT id, name FROM csv_rows('sales.csv');
-- into: accounts.history
SELECT id AS account, quarter AS period, revenue FROM csv_rows('sales.csv');
`,
    'source/sales.csv': table(10),
  });
  const rounds = effort(4, 500);
  const cut = await killed(rounds, {
    place,
    args: ['import', 'import.sql', '--data', 'source'],
    written: 'data',
    set: state => writeFile(join(place.folder, 'source/sales.csv'), table(state === 'a' ? 11 : 12)),
    from: 0.3,
  });
  const kept = await readFile(join(place.folder, 'data/accounts/k-1.yaml'), 'utf8');
  expect(kept).toContain('# written by hand\nindustry: Steel\n');
  expect(await leftBehind(place.temporary)).toEqual([]);
  await tally('faults-import', `${grouped(cut)} killed of ${grouped(rounds)}`);
});

test('a preview that is killed while it prints leaves no browser behind, and its folders go with the next run', async () => {
  const run = await placeOf(soundWorkspace);
  const { temporary } = run;
  const rounds = effort(1, 100);
  for (const moment of moments(rounds)) {
    const child = compiledCuentas(run, ['preview', '--port', '0', '--locale', 'es'], 'pipe');
    let said = '';
    child.stdout?.on('data', data => {
      said += String(data);
    });
    await vi.waitUntil(() => /http:\S+/.test(said), { timeout: 60_000 });
    const address = /http:\S+/.exec(said)?.[0] ?? '';
    const asked = fetch(`${address}2026-Q3/board-summary.es.pdf`).catch(() => undefined);
    await wait(moment * 3000);
    await ended(child, 'SIGKILL');
    await asked;
    await vi.waitUntil(async () => (await programsNaming(temporary)).length === 0, { timeout: 20_000 });
  }
  expect((await runCompiled(run, ['build', 'board-summary', '--locale', 'es'])).code).toBe(0);
  expect(await leftBehind(temporary)).toEqual([]);
  await tally('faults-preview', `${grouped(rounds)} previews killed`);
});

test('two builds at once come to one after the other', async () => {
  const folder = await folderWith(soundWorkspace);
  const run = { folder, temporary: folder };
  const [one, two] = await Promise.all([
    runCompiled(run, ['build', '--format', 'html', 'board-summary', '--locale', 'es']),
    runCompiled(run, ['build', '--format', 'html', 'board-summary', '--locale', 'en']),
  ]);
  expect([one.code, two.code]).toEqual([0, 0]);
  expect(one.stderr + two.stderr).toMatch(/Process \d+ builds into the same folder; this build waits/);
  const fresh = await runCompiled(run, ['check', '--fresh']);
  expect(fresh.code).toBe(0);
  const manifest = JSON.parse(await readFile(join(folder, 'reports/2026-Q3/manifest.json'), 'utf8'));
  expect(Object.keys(manifest.outputs)).toEqual(['board-summary.en.html', 'board-summary.es.html']);
});

test('who holds a lock and is killed lets go of it', async () => {
  const folder = await folderWith(soundWorkspace);
  const child = spawn(process.execPath, [
    '--import',
    import.meta.resolve('tsx'),
    '--input-type=module',
    '-e',
    `import { alone } from ${JSON.stringify(new URL('../../src/platform/lock.ts', import.meta.url).href)};
     await alone('build', ${JSON.stringify(folder)}, () => {}, async () => { console.log('held'); setInterval(() => {}, 1000); await new Promise(() => {}); });`,
  ]);
  await once(child.stdout, 'data');
  const { alone } = await import('../../src/platform/lock.ts');
  const waits = vi.fn();
  const got = alone('build', folder, waits, async () => 'mine');
  await vi.waitUntil(() => waits.mock.calls.length > 0);
  expect(waits).toHaveBeenCalledExactlyOnceWith(String(child.pid));
  child.kill('SIGKILL');
  expect(await got).toBe('mine');
});
