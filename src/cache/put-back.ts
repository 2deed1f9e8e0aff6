import type { Cache, Files } from '../effects.ts';
import { hashesOf } from '../manifest/input-files.ts';

/** Which of some outputs were written; the others were there. */
export interface PutBack {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}

/** Writes the outputs that are not there, or others. Undefined where one of them is not at hand. @param outputs by path */
export const putBack = async (
  outputs: readonly (readonly [path: string, hash: string])[],
  cache: Pick<Cache, 'get'>,
  files: Pick<Files, 'readBytes' | 'write'>,
): Promise<PutBack | undefined> => {
  const there = await hashesOf(
    files,
    outputs.map(([path]) => path),
  );
  const [written, unchanged]: [string[], string[]] = [[], []];
  for (const [path, hash] of outputs) {
    if (there.get(path) === hash) {
      unchanged.push(path);
      continue;
    }
    const content = await cache.get('output', hash);
    if (content === undefined) return undefined;
    await files.write(path, content);
    written.push(path);
  }
  return { written, unchanged };
};
