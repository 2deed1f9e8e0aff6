import type { Watch } from '../analysis/reading/account-watch.ts';
import type { Planned } from '../document/plan.ts';
import type { Made } from '../edition/made.ts';
import type { Cache, Files } from '../effects.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { DocumentMemory, RememberedDocument } from './document-memory.ts';
import { putBack } from './put-back.ts';

interface Outside {
  readonly cache: Cache;
  readonly files: Files;
  /** Of the outputs. */
  readonly folder: string;
}

type Make = (planned: Planned) => Promise<Made>;

/** Makes documents that are not as an earlier build made them. */
export const remembering = (
  make: Make,
  memory: DocumentMemory,
  { strays }: Pick<Watch, 'strays'>,
  outside: Outside,
): Make => {
  // What is read while nothing is in the making belongs to nobody: then nobody knows what documents rest on.
  const strayed = strays();
  return async planned => {
    const known = await memory.known(planned);
    const there = known && (await restored(planned, known, outside));
    if (there !== undefined) return there;
    const made = await make(planned);
    const { reads, files, complaints } = made;
    if (reads !== undefined && !hasErrors(complaints) && !strayed()) {
      const outputs = files.map(({ format, hash, missing }) => ({ format, hash, missing }));
      await memory.remember(planned, reads, { outputs, complaints });
    }
    return made;
  };
};

/** Undefined where one of its files is neither there nor at hand. */
const restored = async (
  { path }: Planned,
  { outputs, complaints }: RememberedDocument,
  { cache, files, folder }: Outside,
): Promise<Made | undefined> => {
  const pathOf = (format: string): string => `${folder}/${path}.${format}`;
  const back = await putBack(
    outputs.map(({ format, hash }) => [pathOf(format), hash]),
    cache,
    files,
  );
  return (
    back && {
      files: outputs.map(({ format, ...output }) => {
        const target = pathOf(format);
        return { ...output, format, path: target, changed: back.written.includes(target) };
      }),
      complaints,
    }
  );
};
