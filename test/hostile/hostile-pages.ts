import { hasErrors } from '../../src/model/diagnostic.ts';
import { buildHere, type Contents, memoryEffects } from '../e2e/memory-build.ts';
import type { WorkspaceTexts } from './hostile-workspace.ts';

/**
 * The pages of a workspace, by path, as a build writes them, in Spanish.
 * @throws Error where the workspace is refused
 */
export const pagesOf = async (
  texts: WorkspaceTexts,
  only: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const contents: Contents = new Map(Object.entries(texts));
  const { diagnostics } = await buildHere(memoryEffects(contents), {
    only,
    locales: ['es-ES'],
    formats: ['html'],
  });
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return new Map(
    [...contents].flatMap(([path, content]) => (path.endsWith('.html') ? [[path, String(content)]] : [])),
  );
};
