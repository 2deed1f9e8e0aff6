import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../../src/model/diagnostic.ts';
import { announcedMistakes, caseFiles } from '../../cases/mistakes.ts';
import { load, summary } from './memory.ts';

describe('cases', () => {
  test('workspace-twenty-mistakes: exactly the announced mistakes, all in one go, at their lines', async () => {
    const texts = caseFiles('workspace-twenty-mistakes');
    const expected = announcedMistakes(texts);
    expect(expected).toHaveLength(20);
    const loaded = await load(texts);
    expect([...summary(loaded)].sort()).toEqual([...expected].sort());
    expect(loaded.value).toBeUndefined();
  });

  test('workspace-doubts: what can be but hardly is, each at its line; the workspace still loads', async () => {
    const texts = caseFiles('workspace-doubts');
    const loaded = await load(texts);
    expect([...summary(loaded)].sort()).toEqual([...announcedMistakes(texts)].sort());
    expect(loaded.diagnostics).toHaveLength(16);
    expect(loaded.value).toBeDefined();
  });

  test('workspace-minimal: a name and revenue an account are enough', async () => {
    const loaded = await load(caseFiles('workspace-minimal'));
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value?.accounts.map(account => account.id)).toEqual(['aguas-del-serpis', 'vidrios-alcoy']);
    expect(loaded.value?.accounts[0]?.history['2026-Q3']?.revenue).toBe(41250.75);
    expect(loaded.value?.settings.thresholds.singleClient).toBe(0.5);
    expect(loaded.value?.program).toEqual({ decisions: [] });
  });
});

test('however a file is torn, loading ends with a workspace or with an error at a place', async () => {
  const texts = caseFiles('workspace-twenty-mistakes');
  const edit = fc.record({
    path: fc.constantFrom(...Object.keys(texts)),
    line: fc.nat(12),
    written: fc.constantFrom(
      '',
      '  x: 1',
      '- a',
      'parent: calera-sur',
      '    - {',
      'name: 5',
      'ratings: 3',
      '  2026-Q9: {}',
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async edits => {
      const torn = { ...texts };
      for (const { path, line, written } of edits)
        torn[path] = (torn[path] ?? '').split('\n').toSpliced(line, 1, written).join('\n');
      const loaded = await load(torn);
      expect(loaded.value === undefined).toBe(hasErrors(loaded.diagnostics));
      for (const { span } of loaded.diagnostics) expect(span).toBeDefined();
    }),
    { numRuns: 100 },
  );
});
