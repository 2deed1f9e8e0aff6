import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReader } from '../../../src/workspace/reader.ts';
import { soundWorkspace } from '../../e2e/command-line.ts';
import { effort, grouped, tally } from '../tally.ts';
import { fewAccounts, programme } from './small-workspace.ts';
import { expectSoundAnswer, noOutcomes, said } from './sound-answer.ts';
import { slipped, textSlip } from './text-mutation.ts';

const bases = { accounts: fewAccounts(), programme: await programme(), minimum: soundWorkspace };
/** Parts of the runs: the smallest workspace answers ten times as fast as the others. */
const parts: Readonly<Record<string, number>> = { accounts: 1, programme: 1 / 3, minimum: 1.5 };
const runs = effort(100, 14_000);
/** Milliseconds, so that the script is bounded on a slow machine, too. */
const limit = effort(20_000, 500_000);
const outcomes = noOutcomes();

test.each(Object.entries(bases))('no slip in a text of the %s is without an answer', async (name, base) => {
  const paths = Object.keys(base).filter(path => name !== 'programme' || path.startsWith('data/program/'));
  const mutant = fc.record({
    path: fc.constantFrom(...paths),
    slips: fc.array(textSlip, { minLength: 1, maxLength: 4 }),
    // To analyse the programme with all its accounts takes seconds.
    analysed: fc.nat({ max: name === 'programme' ? 200 : 20 }),
  });
  const reader = createReader();
  await fc.assert(
    fc.asyncProperty(mutant, async ({ path, slips, analysed }) => {
      const torn = { ...base, [path]: slips.reduce(slipped, base[path] ?? '') };
      await expectSoundAnswer(torn, reader, outcomes, analysed === 0);
    }),
    {
      numRuns: Math.round(runs * (parts[name] ?? 1)),
      seed: 2026,
      endOnFailure: true,
      interruptAfterTimeLimit: limit,
    },
  );
});

test('what was tried is told', async () => {
  expect(outcomes.refused).toBeGreaterThan(0);
  expect(outcomes.refused).toBeLessThan(outcomes.tried);
  await tally('fuzz-texts', said(outcomes, grouped));
});
