import type { Files } from '../effects.ts';
import { sha256 } from '../model/hash.ts';

/** Hashes of files by path. */
export type Hashes = ReadonlyMap<string, string>;

/** A tree of files that notes what is read from it. */
export interface NotedFiles extends Files {
  /** Every file that was read so far, with the hash of its bytes. */
  noted(): Promise<Hashes>;
  /** Paths that were asked for where there was no file. */
  missed(): readonly string[];
}

/** Stands for the hash of a file that was another one when it was read again: no file has it. */
const unsettled = '0'.repeat(64);

/** What builds write: nobody edits it, and nothing is built from it. */
export const isBuilt = (path: string): boolean => /^reports\/[^/]+\//.test(path);

/** Notes what is read, by the bytes that were there at that moment. */
export const notingReads = (files: Files): NotedFiles => {
  const hashes = new Map<string, Promise<string>>();
  const missed = new Set<string>();
  const note = (path: string, bytes: Uint8Array): void => {
    const hash = sha256(bytes);
    const before = hashes.get(path);
    hashes.set(
      path,
      before === undefined ? hash : Promise.all([before, hash]).then(([a, b]) => (a === b ? a : unsettled)),
    );
  };
  const readBytes = async (path: string): Promise<Uint8Array | undefined> => {
    const bytes = await files.readBytes(path);
    if (bytes === undefined) missed.add(path);
    else if (!isBuilt(path)) note(path, bytes);
    return bytes;
  };
  return {
    ...files,
    readBytes,
    read: async path => {
      const bytes = await readBytes(path);
      return bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
    missed: () => [...missed],
    noted: async () =>
      new Map(await Promise.all([...hashes].map(async ([path, hash]) => [path, await hash] as const))),
  };
};
