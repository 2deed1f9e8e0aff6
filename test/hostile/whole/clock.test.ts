import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { filesBelow, leftBehind, runCompiled } from '../machine.ts';
import { effort, tally } from '../tally.ts';
import { expectMended, fewDocuments, smallBuild, wholeOf } from '../two-states.ts';

/** Where the clock stands, and how far each look at it puts it back: milliseconds. */
const clocks = [
  ['stands in 1970', 0, 0],
  ['stands in 2099', Date.parse('2099-12-31'), 0],
  ['runs backwards', Date.now(), 60_000],
] as const;
const chosen = effort([clocks[2]], [...clocks]);

/** What is loaded before the program, so that its clock is another one. */
const shim = (start: number, back: number): string => `
let now = ${start};
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...values) { if (values.length === 0) super(Real.now === undefined ? 0 : globalThis.Date.now()); else super(...values); }
  static now() { now -= ${back}; return Math.max(0, now); }
};
`;

test.each(chosen)(
  'a build while the clock %s gives the same bytes',
  { timeout: 900_000 },
  async (_, start, back) => {
    const run = await smallBuild([...fewDocuments]);
    const whole = await wholeOf(run);
    const clock = join(run.place.temporary, '..', 'clock.mjs');
    await writeFile(clock, shim(start, back));
    const place = { ...run.place, variables: { NODE_OPTIONS: `--import=${pathToFileURL(clock).href}` } };
    // What the cache remembers bears dates of the other clock.
    const entries = await filesBelow(join(run.place.folder, '.cuentas'));
    for (const path of entries.keys())
      await utimes(join(run.place.folder, '.cuentas', path), new Date('2088-01-01'), new Date('2088-01-01'));
    for (const state of ['a', 'b'] as const) {
      await run.set(state);
      await expectMended({ ...run, place }, whole, state);
      await run.set(state === 'a' ? 'b' : 'a');
      await expectMended(
        { ...run, place, args: [...run.args, '--no-cache'] },
        whole,
        state === 'a' ? 'b' : 'a',
      );
    }
    expect((await runCompiled(place, ['check', '--fresh'])).code).toBe(0);
    expect(await leftBehind(run.place.temporary)).toEqual([]);
    expect((await readdir(run.place.folder)).sort()).toEqual([
      '.cuentas',
      'clock.mjs',
      'data',
      'reports',
      'temporary',
    ]);
  },
);

test('what was tried is told', () =>
  tally('faults-clock', `${chosen.length} clocks that are wrong, 4 builds each`));
