import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { compiledCuentas, ended } from './machine.ts';
import { type Disturbed, expectMended, expectWholeFiles, undisturbed, wholeOf } from './two-states.ts';

/** Moments between 0 and 1, spread evenly and in no order (golden ratio), the same in every run. */
export const moments = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => (index * 0.618_033_988_75) % 1);

/** Runs that mend lie between so many that are killed. */
const series = 8;

/**
 * Kills runs at many moments, the input another one each time. Each file is then one of those that a run comes to which nobody
 * disturbs, whole; now and then one is left to end, and mends all.
 * @param from when it begins to write, as a part of its time
 * @returns how many were killed before their end
 */
export const killed = async (rounds: number, run: Disturbed, from: number): Promise<number> => {
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
