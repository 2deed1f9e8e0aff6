import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { sha256 } from '../../src/model/hash.ts';
import { type Place, runCompiled } from './machine.ts';

interface Told {
  readonly outputs: Readonly<Record<string, { readonly sha256: string }>>;
}

/**
 * A manifest is whole, and whoever asks is told of each document that is not the one it tells of.
 * @param out folder of the documents
 */
export const expectToldByManifest = async (place: Place, out: string): Promise<void> => {
  const folder = join(out, '2026-Q3');
  const { stdout } = await runCompiled(place, ['check', '--fresh', '--json', '--out', out]);
  if (!existsSync(join(folder, 'manifest.json'))) return expect(stdout).toContain('fresh/no-manifest');
  const { outputs } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Told;
  for (const [path, told] of Object.entries(outputs)) {
    const isThat = (await sha256(await readFile(join(folder, path)))) === told.sha256;
    if (!isThat) expect(stdout).toContain(path);
  }
};
