import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { folderWith, programsNaming, soundWorkspace } from '../e2e/command-line.ts';
import { compiledCuentas, ended, leftBehind, placeOf, runCompiled } from './machine.ts';
import { effort, grouped, tally } from './tally.ts';
import {
  type Disturbed,
  expectMended,
  expectWholeFiles,
  fewDocuments,
  smallBuild,
  smallImport,
  undisturbed,
  wholeOf,
  writtenByHand,
} from './two-states.ts';

/** Moments between 0 and 1, spread evenly and in no order (golden ratio), the same in every run. */
const moments = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => (index * 0.618_033_988_75) % 1);

/** Runs that mend lie between so many that are killed. */
const series = 8;

/**
 * Kills runs at many moments, the input another one each time. Each file is then one of those that a run comes to which nobody
 * disturbs, whole; now and then one is left to end, and mends all.
 * @param from when it begins to write, as a part of its time
 * @returns how many were killed before their end
 */
const killed = async (rounds: number, run: Disturbed, from: number): Promise<number> => {
  const whole = await wholeOf(run);
  const { files, milliseconds } = await undisturbed(run, 'a');
  // What is made of the same is the same.
  expect(files).toEqual(whole.a);
  let cut = 0;
  for (const [round, moment] of moments(rounds).entries()) {
    const state = round % 2 === 0 ? 'b' : 'a';
    await run.set(state);
    const child = compiledCuentas(run.place, run.args);
    await Promise.race([once(child, 'exit'), wait(milliseconds * (from + (1 - from) * moment))]);
    if (child.exitCode === null) cut += 1;
    await ended(child, 'SIGKILL');
    await expectWholeFiles(run, whole, path => path.endsWith('.tmp'));
    if (round % series === series - 1 || round === rounds - 1) await expectMended(run, whole, state);
  }
  expect(cut).toBeGreaterThan(rounds / 5);
  return cut;
};

test('a build that is killed leaves every file whole, and the next one mends the rest', async () => {
  const rounds = effort(4, 500);
  const run = await smallBuild(['--no-cache', ...fewDocuments]);
  const cut = await killed(rounds, run, 0);
  const fresh = await runCompiled(run.place, ['check', '--fresh']);
  expect([fresh.code, fresh.stderr]).toEqual([0, '']);
  expect(await leftBehind(run.place.temporary)).toEqual([]);
  await tally('faults-build', `${grouped(cut)} killed of ${grouped(rounds)}`);
});

test('an import that is killed loses nothing, and the next one comes to the same end', async () => {
  const rounds = effort(4, 500);
  const run = await smallImport();
  const cut = await killed(rounds, run, 0.3);
  expect(await readFile(join(run.written, '..', writtenByHand), 'utf8')).toContain(
    '# written by hand\nindustry: Steel\n',
  );
  expect(await leftBehind(run.place.temporary)).toEqual([]);
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
