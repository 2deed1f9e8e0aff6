import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packageRoot } from '../../src/platform/package-root.ts';
import { withFigures } from './security-page.ts';

const page = join(packageRoot, 'docs/security.md');

/** When a whole run ends, what its tests have counted goes into docs/security.md. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuentas-figures-'));
  provide('figures', folder);
  return async () => {
    const figures = await Promise.all(
      (await readdir(folder))
        .sort()
        .map(async row => [row, await readFile(join(folder, row), 'utf8')] as const),
    );
    await writeFile(page, withFigures(await readFile(page, 'utf8'), new Map(figures)));
    await rm(folder, { recursive: true, force: true });
  };
};
