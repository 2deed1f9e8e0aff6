import { expect } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { type Diagnostic, hasErrors } from '../../../src/model/diagnostic.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import type { Reader } from '../../../src/workspace/reader.ts';
import { unsayable } from '../../unit/analysis/said.ts';
import { silent, unprintable } from '../../unit/analysis/sound.ts';
import { filesOf } from '../../unit/workspace/memory.ts';
import { misplaced } from '../../unit/workspace/misplaced.ts';
import type { WorkspaceTexts } from '../hostile-workspace.ts';

/** Milliseconds that no answer may take, on a machine that others use as well. */
const longest = 30_000;

/** What became of the mutants of a run. */
export interface Outcomes {
  tried: number;
  refused: number;
  analysed: number;
  slowest: number;
}

export const noOutcomes = (): Outcomes => ({ tried: 0, refused: 0, analysed: 0, slowest: 0 });

/**
 * Loads a mutant and holds its answer to what is promised: no exception, in time, a refusal has an error, and every place
 * is inside a file; what is read gives nothing that a page could not show.
 */
export const expectSoundAnswer = async (
  torn: WorkspaceTexts,
  reader: Reader,
  outcomes: Outcomes,
  isAnalysed: boolean,
): Promise<void> => {
  const start = performance.now();
  const { value, diagnostics } = await loadWorkspace(filesOf(torn), reader);
  outcomes.tried += 1;
  expect(value === undefined).toBe(hasErrors(diagnostics));
  expectPlaces(diagnostics, torn);
  if (value === undefined) outcomes.refused += 1;
  else if (isAnalysed) {
    outcomes.analysed += 1;
    const analysis = analyze(value, value.settings.period);
    expect([...unprintable(analysis), ...silent(analysis), ...unsayable(analysis, value)]).toEqual([]);
  }
  const took = performance.now() - start;
  outcomes.slowest = Math.max(outcomes.slowest, took);
  expect(took).toBeLessThan(longest);
};

const expectPlaces = (diagnostics: readonly Diagnostic[], torn: WorkspaceTexts): void => {
  const astray = misplaced(diagnostics, torn);
  if (astray.length > 0) expect(astray).toEqual([]);
};

/** For docs/security.md. */
export const said = (
  { tried, refused, analysed, slowest }: Outcomes,
  grouped: (count: number) => string,
): string =>
  `${grouped(tried)} mutants, ${grouped(refused)} refused, ${grouped(analysed)} analysed, the slowest ${Math.round(slowest)} ms`;
