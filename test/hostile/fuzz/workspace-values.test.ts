import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { createReader } from '../../../src/workspace/reader.ts';
import { soundWorkspace } from '../../e2e/command-line.ts';
import { effort, grouped, tally } from '../tally.ts';
import { fewAccounts, programme } from './small-workspace.ts';
import { expectSoundAnswer, noOutcomes, said } from './sound-answer.ts';
import { change, valueSlip } from './value-mutation.ts';

const bases = { accounts: fewAccounts(), programme: await programme(), minimum: soundWorkspace };
/** Parts of the runs: the smallest workspace answers ten times as fast as the others. */
const parts: Readonly<Record<string, number>> = { accounts: 1, programme: 1 / 3, minimum: 1.5 };
const runs = effort(60, 9_000);
/** Milliseconds, so that the script is bounded on a slow machine, too. */
const limit = effort(20_000, 500_000);
const outcomes = noOutcomes();

test.each(Object.entries(bases))(
  'no change of a value of the %s is without an answer',
  async (name, base) => {
    const paths = Object.keys(base).filter(path => name !== 'programme' || path.startsWith('data/program/'));
    const mutant = fc.record({
      path: fc.constantFrom(...paths),
      slips: fc.array(valueSlip, { minLength: 1, maxLength: 3 }),
      analysed: fc.nat({ max: 7 }),
    });
    const reader = createReader();
    await fc.assert(
      fc.asyncProperty(mutant, async ({ path, slips, analysed }) => {
        const document: unknown = parse(base[path] ?? '');
        for (const slip of slips) change(document, slip);
        const torn = { ...base, [path]: stringify(document, { aliasDuplicateObjects: false }) };
        await expectSoundAnswer(torn, reader, outcomes, analysed === 0);
      }),
      {
        numRuns: Math.round(runs * (parts[name] ?? 1)),
        seed: 2026,
        endOnFailure: true,
        interruptAfterTimeLimit: limit,
      },
    );
  },
);

test('what was tried is told', async () => {
  expect(outcomes.refused).toBeGreaterThan(0);
  await tally('fuzz-values', said(outcomes, grouped));
});
