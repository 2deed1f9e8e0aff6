import { expect, test } from 'vitest';
import { leftBehind, runCompiled } from './machine.ts';
import { expectToldByManifest } from './manifest-told.ts';
import { effort, tally } from './tally.ts';
import { expectMended, expectWholeFiles, fewDocuments, smallBuild, wholeOf } from './two-states.ts';

/** Megabytes: with less the program does not even begin, with more the build comes to its end. */
const limits = effort([62], [40, 46, 52, 56, 58, 60, 62, 64, 66, 68, 72, 76]);
const announced =
  /^Memory runs short: nearly all of the \d+ MB that Node allows is in use\. .*NODE_OPTIONS=--max-old-space-size=\d+/m;

test('a build that runs out of memory leaves every file whole, has said what to do, and is mended by the next', {
  timeout: 900_000,
}, async () => {
  const run = await smallBuild(['--no-cache', ...fewDocuments]);
  const whole = await wholeOf(run);
  let [ended, told] = [0, 0];
  for (const [round, limit] of limits.entries()) {
    const state = round % 2 === 0 ? 'a' : 'b';
    await run.set(state);
    const variables = { NODE_OPTIONS: `--max-old-space-size=${limit}` };
    const { code, stderr } = await runCompiled({ ...run.place, variables }, run.args);
    if (code !== 0) {
      ended += 1;
      expect(stderr).toContain('heap out of memory');
      if (announced.test(stderr)) told += 1;
    }
    await expectWholeFiles(run, whole, path => path.endsWith('.tmp'));
    await expectToldByManifest(run.place, run.written);
    await expectMended(run, whole, state);
  }
  expect(ended).toBeGreaterThan(0);
  // Where not even what is loaded at first has room, nothing of ours runs yet.
  expect(told).toBeGreaterThanOrEqual(ended / 2);
  expect(await leftBehind(run.place.temporary)).toEqual([]);
  await tally(
    'faults-memory',
    `${ended} builds out of memory of ${limits.length}, ${told} of them told before`,
  );
});
