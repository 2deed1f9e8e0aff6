import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killed } from './killed.ts';
import { leftBehind } from './machine.ts';
import { effort, grouped, tally } from './tally.ts';
import { smallImport, writtenByHand } from './two-states.ts';

test('an import that is killed loses nothing, and the next one comes to the same end', async () => {
  const rounds = effort(4, 690);
  const run = await smallImport();
  const cut = await killed(rounds, run, 0.3);
  expect(await readFile(join(run.written, '..', writtenByHand), 'utf8')).toContain(
    '# written by hand\nindustry: Steel\n',
  );
  expect(await leftBehind(run.place.temporary)).toEqual([]);
  await tally('faults-import', `${grouped(cut)} killed of ${grouped(rounds)}`);
});
