import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { analyze } from '../../../src/analysis/analyze.ts';
import { hasErrors } from '../../../src/model/diagnostic.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { createReader } from '../../../src/workspace/reader.ts';
import { unsayable } from '../analysis/said.ts';
import { silent, unprintable } from '../analysis/sound.ts';
import { filesOf } from './memory.ts';
import { misplaced } from './misplaced.ts';
import { mutate, slips } from './mutation.ts';

/** The files that people write; the order file comes from an export, and would be read anew each time. */
const texts: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(join(packageRoot, 'data'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .map(path => [`data/${path}`, readFileSync(join(packageRoot, 'data', path), 'utf8')] as const),
);
const documents = Object.keys(texts);

const slip = fc.record({
  path: fc.constantFrom(...documents),
  slip: fc.constantFrom(...slips),
  pick: fc.nat(),
});

test('one slip in the example is told at a place, or nothing that is printed is nonsense', async () => {
  const reader = createReader();
  await fc.assert(
    fc.asyncProperty(slip, async made => {
      const document: unknown = parse(texts[made.path] ?? '');
      const steps = mutate(document, made.slip, made.pick);
      fc.pre(steps !== undefined);
      const torn = { ...texts, [made.path]: stringify(document) };
      const { value, diagnostics } = await loadWorkspace(filesOf(torn), reader);
      expect(value === undefined).toBe(hasErrors(diagnostics));
      expect([steps, misplaced(diagnostics, torn)]).toEqual([steps, []]);
      if (value === undefined) return;
      const analysis = analyze(value, value.settings.period);
      const nonsense = [...unprintable(analysis), ...silent(analysis), ...unsayable(analysis, value)];
      expect([steps, nonsense]).toEqual([steps, []]);
    }),
    { numRuns: 16, seed: 2026 },
  );
}, 300_000);
