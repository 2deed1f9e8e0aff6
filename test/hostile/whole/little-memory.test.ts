import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { programsNaming } from '../../e2e/command-line.ts';
import { leftBehind, type Place, runCompiled } from '../machine.ts';
import { memoryGroup } from '../memory-group.ts';
import { effort, grouped, tally } from '../tally.ts';
import {
  type Disturbed,
  expectMended,
  expectWholeFiles,
  smallBuild,
  type Whole,
  wholeOf,
} from '../two-states.ts';

const rounds = effort(2, 6);
const megabyte = 2 ** 20;
/** Milliseconds, on a machine that others use as well. */
const timeout = 900_000;

/** A build with a PDF, so that a browser wants memory, too. */
const printed = ['--no-cache', 'board-summary', '--locale', 'es'] as const;

const outcome = { ended: 0, warned: 0, killed: 0, survived: 0 };

/** Builds with less memory than it takes, then with enough. @returns what the first run said */
const starve = async (round: number, run: Disturbed, whole: Whole, lack: Partial<Place>): Promise<string> => {
  const state = round % 2 === 0 ? 'b' : 'a';
  await run.set(state);
  const { code, stderr } = await runCompiled({ ...run.place, ...lack }, run.args);
  if (code === 0) outcome.survived += 1;
  else outcome.ended += 1;
  // Of what it lived to tell nothing is a fault of ours.
  expect(stderr).not.toMatch(/^bug:/m);
  if (code === 1) expect(stderr).toMatch(/^error: .*(memory|browser)/im);
  // Whoever was killed took its browser along.
  await vi.waitUntil(async () => (await programsNaming(run.place.temporary)).length === 0, {
    timeout: 20_000,
  });
  await expectWholeFiles(run, whole, path => path.endsWith('.tmp'));
  await expectMended(run, whole, state);
  expect(await leftBehind(run.place.temporary)).toEqual([]);
  return code === 0 ? '' : stderr;
};

/** From a part of what is wanted up to nearly all of it. */
const between = (least: number, most: number, round: number): number =>
  Math.round(least + ((most - least) * round) / (rounds - 1));

test('a build whose heap is too small says so, tears nothing, and the next one mends the rest', {
  timeout,
}, async () => {
  const run = await smallBuild(printed);
  const whole = await wholeOf(run);
  for (let round = 0; round < rounds; round += 1) {
    const megabytes = between(20, 60, round);
    const said = await starve(round, run, whole, {
      variables: { NODE_OPTIONS: `--max-old-space-size=${megabytes}` },
    });
    if (said === '') continue;
    expect(said).toContain('heap out of memory');
    if (said.includes(`nearly all of the ${megabytes} MB that Node allows is in use`)) outcome.warned += 1;
  }
  expect(outcome.warned).toBeGreaterThan(0);
});

test('a build to which the system gives no more memory tears nothing', { timeout }, async context => {
  const isLimited = await promisify(execFile)('prlimit', ['--data=1000000000', 'true']).then(
    () => true,
    () => false,
  );
  if (!isLimited) return context.skip('this system has no prlimit');
  const run = await smallBuild(printed);
  const whole = await wholeOf(run);
  for (let round = 0; round < rounds; round += 1) {
    const starter = ['prlimit', `--data=${between(100, 450, round) * megabyte}`];
    await starve(round, run, whole, { starter });
  }
});

test('a build of which the kernel kills what has most tears nothing', { timeout }, async context => {
  const group = await memoryGroup();
  if (group === undefined) return context.skip('this user may not limit the memory of others');
  const run = await smallBuild(printed);
  const whole = await wholeOf(run);
  for (let round = 0; round < rounds; round += 1) {
    await group.limit(between(40, 240, round) * megabyte);
    await starve(round, run, whole, group);
  }
  outcome.killed = await group.killed();
  expect(outcome.killed).toBeGreaterThan(0);
});

test('what was tried is told', async () => {
  expect(outcome.ended).toBeGreaterThan(rounds / 2);
  await tally(
    'faults-memory',
    `${grouped(outcome.ended)} builds that ended for want of memory, ${grouped(outcome.warned)} with a warning before; ${grouped(outcome.killed)} programs killed by the kernel`,
  );
});
