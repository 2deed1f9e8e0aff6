/**
 * Builds a small workspace under each variation of the machine that is possible here, and says which files differ.
 *
 *     npm run reproducible
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildVaried, differing, makeWorkspace, plainBuild } from './builds.ts';
import { variations } from './variations.ts';

const folder = await mkdtemp(join(tmpdir(), 'cuentas-reproducible-'));
try {
  const plain = plainBuild(await makeWorkspace(folder), '');
  const reference = await buildVaried(plain, [], join(folder, 'reference'));
  for (const variation of variations) {
    const { name, how } = variation;
    const differs = variation.isPossible()
      ? differing(reference, await buildVaried(plain, [variation], join(folder, name.replaceAll(' ', '-'))))
      : undefined;
    const result =
      differs === undefined
        ? 'not possible here'
        : differs.length === 0
          ? `the same ${reference.size} files`
          : `differ: ${differs.join(', ')}`;
    console.log(`${name} (${how}): ${result}`);
    if (differs !== undefined && differs.length > 0) process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
