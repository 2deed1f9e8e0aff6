import { documentAt } from '../document/document-path.ts';
import { archivedPaths } from '../edition/archived.ts';
import type { Files } from '../effects.ts';
import { archiveHash } from './archive.ts';
import type { Present } from './fresh.ts';
import { currentInputs, hashesOf } from './input-files.ts';
import { type Manifest, manifestFile, parseManifest } from './manifest.ts';

type Tree = Pick<Files, 'read' | 'readBytes' | 'list'>;

/** The manifest of a period: undefined where there is none, and 'unreadable' where it is no manifest. */
export const readManifest = async (
  files: Pick<Files, 'read'>,
  period: string,
): Promise<Manifest | 'unreadable' | undefined> => {
  const text = await files.read(manifestFile(period));
  return text === undefined ? undefined : (parseManifest(text) ?? 'unreadable');
};

/** The inputs and the documents of a period as they lie in their folders. */
export const lookAt = async (
  files: Tree,
  period: string,
  { inputs }: Manifest,
): Promise<Omit<Present, 'product' | 'isIgnored'>> => {
  const folder = `reports/${period}/`;
  const [now, paths, archived] = await Promise.all([
    currentInputs(files, Object.keys(inputs)),
    files.list(`reports/${period}`),
    archivedPaths(period, files),
  ]);
  const documents = paths.filter(path => documentAt(path.slice(folder.length)) !== undefined);
  const hashes = await hashesOf(files, documents);
  return {
    archive: await archiveHash(archived),
    inputs: now,
    documents: new Map([...hashes].map(([path, hash]) => [path.slice(folder.length), hash])),
  };
};
