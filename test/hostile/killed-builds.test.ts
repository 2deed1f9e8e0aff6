import { expect, test } from 'vitest';
import { killed } from './killed.ts';
import { leftBehind, runCompiled } from './machine.ts';
import { effort, grouped, tally } from './tally.ts';
import { smallBuild } from './two-states.ts';

test('a build that is killed leaves every file whole, and the next one mends the rest', async () => {
  const rounds = effort(4, 250);
  const run = await smallBuild([
    '--no-cache',
    '--format',
    'html',
    '--locale',
    'es',
    'account-plan/*',
    'index',
  ]);
  const cut = await killed(rounds, run, 0);
  const fresh = await runCompiled(run.place, ['check', '--fresh']);
  expect([fresh.code, fresh.stderr]).toEqual([0, '']);
  expect(await leftBehind(run.place.temporary)).toEqual([]);
  await tally('faults-build', `${grouped(cut)} killed of ${grouped(rounds)}`);
});
