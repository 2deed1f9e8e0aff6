import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { type Disk, fillBytes, fillInodes, mountedDisk } from '../disk.ts';
import { filesBelow, leftBehind, runCompiled } from '../machine.ts';
import { expectToldByManifest } from '../manifest-told.ts';
import { effort, grouped, tally } from '../tally.ts';
import {
  type Disturbed,
  expectMended,
  expectWholeFiles,
  fewDocuments,
  problemsIn,
  smallBuild,
  smallImport,
  type Whole,
  wholeOf,
  writtenByHand,
} from '../two-states.ts';

interface Fault {
  readonly name: string;
  /** Of the disk, with room for all that is written there. */
  readonly options: string;
  /** Spoils it, more or less: the moment at which a run stumbles is another one each time. @returns mends it */
  readonly spoil: (disk: Disk, round: number) => Promise<() => Promise<unknown>>;
  readonly message: RegExp;
  readonly remedy: string;
}

const rounds = effort(1, 12);
const full = /^error: The disk is full, or has no room for more files: \S+ could not be written\.$/m;

const faults: readonly Fault[] = [
  {
    name: 'is full',
    options: 'size=4m',
    spoil: (disk, round) => fillBytes(disk, (round * 50_000) % 410_000),
    message: full,
    remedy: 'Free some space (df -h, df -i)',
  },
  {
    name: 'takes no more files',
    options: 'size=8m,nr_inodes=200',
    spoil: (disk, round) => fillInodes(disk, round % 4),
    message: full,
    remedy: 'Free some space (df -h, df -i)',
  },
  {
    name: 'can only be read',
    options: 'size=4m',
    spoil: async disk => {
      await disk.remount('ro');
      return () => disk.remount('rw');
    },
    message: /^error: \S+ could not be written: it lies on a disk that can only be read\.$/m,
    remedy: 'Write elsewhere',
  },
];

/** Milliseconds, on a machine that others use as well. */
const timeout = 900_000;
const noDisk = 'this user may not mount a disk';

const diskFor = async ({ options }: Fault, context: TestContext): Promise<Disk> => {
  const disk = await mountedDisk(options);
  return disk ?? context.skip(noDisk);
};

let disturbed = 0;

interface Stumbling {
  readonly fault: Fault;
  readonly disk: Disk;
  readonly run: Disturbed;
  readonly whole: Whole;
  /** What has to hold before anybody mends anything. */
  readonly meanwhile: () => Promise<void>;
}

/** Runs on a disk that is spoiled, then on one that is sound again. */
const stumble = async (round: number, { fault, disk, run, whole, meanwhile }: Stumbling): Promise<void> => {
  const state = round % 2 === 0 ? 'a' : 'b';
  await run.set(state);
  const mend = await fault.spoil(disk, round);
  const { code, stderr } = await runCompiled(run.place, run.args);
  // Where there was room enough in the end, nothing is wrong.
  if (code !== 0) {
    disturbed += 1;
    expect([code, stderr]).toEqual([1, expect.stringMatching(fault.message)]);
    expect(stderr).toContain(fault.remedy);
  }
  await expectWholeFiles(run, whole);
  await meanwhile();
  await mend();
  await expectMended(run, whole, state);
  expect(await leftBehind(run.place.temporary)).toEqual([]);
};

test.for(faults)('a build into a disk that $name', { timeout }, async (fault, context) => {
  const disk = await diskFor(fault, context);
  const out = join(disk.path, 'reports');
  const run = await smallBuild(fewDocuments, out);
  const whole = await wholeOf(run);
  const meanwhile = (): Promise<void> => expectToldByManifest(run.place, out);
  for (let round = 0; round < rounds; round += 1) {
    // Half of the times there was nothing before.
    if (round % 4 > 1) await rm(out, { recursive: true });
    await stumble(round, { fault, disk, run, whole, meanwhile });
  }
});

test.for(faults)('an import into a disk that $name', { timeout }, async (fault, context) => {
  const disk = await diskFor(fault, context);
  const run = await smallImport(join(disk.path, 'workspace'));
  const whole = await wholeOf(run);
  const meanwhile = async (): Promise<void> =>
    expect(await readFile(join(run.written, '..', writtenByHand), 'utf8')).toContain('# written by hand');
  for (let round = 0; round < rounds; round += 1)
    await stumble(round, { fault, disk, run, whole, meanwhile });
});

test('a cache on a disk that is full costs nothing but time', { timeout }, async context => {
  const disk = await mountedDisk('size=100k');
  if (disk === undefined) return context.skip(noDisk);
  const run = await smallBuild([...fewDocuments, '--cache', join(disk.path, 'cache')]);
  await run.set('a');
  const { code, stderr } = await runCompiled(run.place, run.args);
  expect([code, problemsIn(stderr)]).toEqual([
    0,
    [expect.stringContaining('The cache could not be written, so the next build remembers less')],
  ]);
  expect((await filesBelow(run.written)).size).toBe(4);
});

test('what was tried is told', async context => {
  if (disturbed === 0) return context.skip(noDisk);
  expect(disturbed).toBeGreaterThanOrEqual(faults.length * rounds);
  await tally('faults-disk', `${grouped(disturbed)} runs that stumbled over 3 faults of the disk`);
});
