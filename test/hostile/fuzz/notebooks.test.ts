import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { compile } from '../../../src/document/compile.ts';
import { includePartials } from '../../../src/document/include.ts';
import { notebookChecker } from '../../../src/document/library.ts';
import { cellRunner } from '../../../src/document/run-cell.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { hasErrors } from '../../../src/model/diagnostic.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { filesOf } from '../../unit/workspace/memory.ts';
import { misplaced } from '../../unit/workspace/misplaced.ts';
import { effort, grouped, tally } from '../tally.ts';
import { programme } from './small-workspace.ts';
import { noOutcomes } from './sound-answer.ts';
import { slipped, textSlip } from './text-mutation.ts';

const notebooks = Object.fromEntries(
  readdirSync(join(packageRoot, 'reports'))
    .filter(name => name.endsWith('.md'))
    .map(name => [`reports/${name}`, readFileSync(join(packageRoot, 'reports', name), 'utf8')]),
);

/** A notebook is long, and a slip is in one part of it: its head and one section. */
const parts = Object.entries(notebooks).flatMap(([file, text]) => {
  const [, head = '', body = text] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
  return body.split(/\n(?=# |## |:::)/).map(part => ({ file, text: `${head}\n${part}\n` }));
});

const checker = async () => {
  const { value } = await loadWorkspace(filesOf(await programme()));
  const { value: messages } = await loadMessages(createFiles(packageRoot), 'es');
  if (value === undefined || messages === undefined) throw new Error('The base of the fuzzing is unsound');
  const locale = createLocale('es-ES', messages);
  const analysis = analyze(value, value.settings.period);
  return { locale, check: notebookChecker(analysis, [locale], createChartGrammar(readChartSchema)) };
};

test('no slip in a notebook is without an answer, and what is accepted compiles', async () => {
  const { locale, check } = await checker();
  const outcomes = noOutcomes();
  const mutant = fc.record({
    part: fc.constantFrom(...parts),
    slips: fc.array(textSlip, { minLength: 1, maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(mutant, async ({ part, slips }) => {
      const text = slips.reduce(slipped, part.text);
      const start = performance.now();
      const { value, diagnostics } = await check(includePartials({ file: part.file, text }, new Map()));
      expect(misplaced(diagnostics, { [part.file]: text })).toEqual([]);
      outcomes.tried += 1;
      if (value === undefined || hasErrors(diagnostics)) {
        expect(hasErrors(diagnostics)).toBe(true);
        outcomes.refused += 1;
      } else compile(value.nodes, locale, value.cells, cellRunner);
      outcomes.slowest = Math.max(outcomes.slowest, performance.now() - start);
    }),
    {
      numRuns: effort(60, 140_000),
      seed: 2026,
      endOnFailure: true,
      interruptAfterTimeLimit: effort(15_000, 700_000),
    },
  );
  expect(outcomes.slowest).toBeLessThan(30_000);
  expect(outcomes.refused).toBeGreaterThan(0);
  await tally(
    'fuzz-notebooks',
    `${grouped(outcomes.tried)} mutants, ${grouped(outcomes.refused)} refused, the slowest ${Math.round(outcomes.slowest)} ms`,
  );
});
