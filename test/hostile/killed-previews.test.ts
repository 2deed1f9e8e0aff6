import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { programsNaming, soundWorkspace } from '../e2e/command-line.ts';
import { moments } from './killed.ts';
import { compiledCuentas, ended, leftBehind, placeOf, runCompiled } from './machine.ts';
import { effort, grouped, tally } from './tally.ts';

test('a preview that is killed while it prints leaves no browser behind, and its folders go with the next run', async () => {
  const run = await placeOf(soundWorkspace);
  const { temporary } = run;
  const rounds = effort(1, 60);
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
