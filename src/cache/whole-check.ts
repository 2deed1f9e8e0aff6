import type { Cache, Files } from '../effects.ts';
import { currentInputs, isInput } from '../manifest/input-files.ts';
import { type Hashes, isBuilt, type NotedFiles } from '../manifest/noted-files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { keyOf } from './key.ts';
import { type Finds, findsOf, textIn } from './remembered.ts';

/** What a check found, and the text of each file for code frames. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

type Tree = Pick<Files, 'readBytes' | 'list' | 'digest'>;

/** What a check of the very same files found, where there was one: nothing is parsed. */
export const rememberedCheck = async (cache: Cache, files: Tree): Promise<Checked | undefined> => {
  const named = textIn(await cache.get('hint', await keyOf('checked')))?.split('\n') ?? [];
  const inputs = await currentInputs(files, named.filter(Boolean));
  const text = textIn(await cache.get('check', await checkKey(cache, files, inputs)));
  if (text === undefined) return undefined;
  const { diagnostics, texts } = JSON.parse(text) as Finds;
  return { diagnostics, texts: new Map(texts) };
};

/**
 * Remembers what a check found, unless a file was changed meanwhile.
 * @param files through which it read; a file that it looked for in vain may be there the next time
 */
export const rememberCheck = async (
  cache: Cache,
  files: NotedFiles,
  { diagnostics, texts }: Checked,
): Promise<void> => {
  const read = await files.noted();
  const named = [...read.keys(), ...files.missed()].filter(path => !isInput(path));
  const inputs = await currentInputs(files, named);
  if ([...read].some(([path, hash]) => inputs.get(path) !== hash)) return;
  const finds = findsOf(diagnostics, texts);
  await cache.put('check', await checkKey(cache, files, inputs), JSON.stringify(finds));
  await cache.put('hint', await keyOf('checked'), named.join('\n'));
};

/** Files that are no inputs are told of by where they lie, too. */
const checkKey = async ({ engine }: Cache, files: Tree, inputs: Hashes): Promise<string> => {
  const listed = await Promise.all(folders.map(folder => files.list(folder)));
  const paths = listed.flat().filter(path => !isBuilt(path));
  return keyOf('check', engine, paths, [...inputs].sort());
};

const folders = ['data', 'reports', 'templates'];
