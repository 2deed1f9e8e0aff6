import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/platform/package-root.ts';
import { announcedMistakes, caseFiles } from '../cases/mistakes.ts';
import { cuentas } from './command-line.ts';

describe('a workspace with twenty mistakes', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuentas-mistakes-'));
    await cp(join(packageRoot, 'test/cases/workspace-twenty-mistakes/input'), folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([['check'], ['build']])(
    '%s names all twenty at their places, and writes nothing',
    async command => {
      const before = await readdir(folder, { recursive: true });
      const { code, stdout, stderr } = await cuentas([command], folder);
      const said = command === 'check' ? stdout : stderr;
      expect(code).toBe(1);
      const named = Array.from(
        said.matchAll(/^data\/(\S+?):(\d+):\d+ {2}(error|warning) (workspace\/[a-z-]+)/gm),
        ([, file, line, severity, mistake]) => `${file}:${line} ${severity} ${mistake}`,
      );
      const announced = announcedMistakes(caseFiles('workspace-twenty-mistakes'));
      expect(announced).toHaveLength(20);
      expect(named.sort()).toEqual([...announced].sort());
      expect(said).toContain('20 problems');
      expect(stdout + stderr).not.toMatch(/^\s+at /m);
      expect(await readdir(folder, { recursive: true })).toEqual(before);
    },
  );
});
