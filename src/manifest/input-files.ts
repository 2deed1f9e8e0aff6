import type { Files } from '../effects.ts';
import { sha256 } from '../model/hash.ts';
import type { Hashes } from './noted-files.ts';

/** What is read, or warned of, wherever it lies in its folder. What the settings name beside it, as the logo, a build tells. */
const dataFile = /^data\/(?:.+\.ya?ml|orders\.[a-z]+)$/i;
const notebookFile = /^reports\/[a-z0-9-]+\.md$/;
const templateFile =
  /^templates\/(?:layouts\/[\w-]+\.hbs|partials\/[\w-]+\.(?:hbs|md)|styles\/[\w-]+\.css|helpers\/[^/]+|locales\/[\w-]+\.yaml)$/;

/** Whether a file of the workspace is an input of documents by where it lies. */
export const isInput = (path: string): boolean =>
  [dataFile, notebookFile, templateFile].some(pattern => pattern.test(path));

/** Whether a change of an input concerns the documents of one notebook alone. */
export const isNotebookPart = (path: string): boolean =>
  notebookFile.test(path) || /^templates\/partials\/[\w-]+\.md$/.test(path);

type Tree = Pick<Files, 'readBytes' | 'list' | 'digest'>;

/**
 * Hashes of the inputs as they are now.
 * @param named files that are inputs although their place does not say so
 */
export const currentInputs = async (files: Tree, named: Iterable<string>): Promise<Hashes> =>
  hashesOf(files, new Set([...(await inputPaths(files)), ...named]));

/** Files that are inputs by where they lie. */
export const inputPaths = async (files: Pick<Files, 'list'>): Promise<readonly string[]> => {
  const listed = await Promise.all(['data', 'reports', 'templates'].map(folder => files.list(folder)));
  return listed.flat().filter(isInput);
};

/** Hashes of files; those that are not there are left out. */
export const hashesOf = async (
  files: Pick<Files, 'readBytes' | 'digest'>,
  paths: Iterable<string>,
): Promise<Hashes> => {
  const hashes = await Promise.all(
    [...paths].map(async path => {
      const hash = await hashOf(files, path);
      return hash === undefined ? [] : [[path, hash] as const];
    }),
  );
  return new Map(hashes.flat());
};

/** Only tables can be larger than what fits into memory. */
const hashOf = async (
  files: Pick<Files, 'readBytes' | 'digest'>,
  path: string,
): Promise<string | undefined> => {
  if (path.endsWith('.parquet') && files.digest !== undefined) return files.digest(path);
  const bytes = await files.readBytes(path);
  return bytes === undefined ? undefined : sha256(bytes);
};
