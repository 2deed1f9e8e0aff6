import type { Analysis } from '../analysis/analyze.ts';
import { type Reads, readsTogether } from '../analysis/reading/account-watch.ts';
import type { ChartGrammar } from '../charts/grammar.ts';
import type { NotebookSource } from '../document/include.ts';
import { checkLibrary, type Library, notebookChecker, soundLibrary } from '../document/library.ts';
import type { Locale } from '../locale/locale.ts';
import type { Outcome } from '../model/diagnostic.ts';
import type { BuildMemory } from './build-memory.ts';
import { keyOf } from './key.ts';

/** What notebooks are held against. */
interface Offered {
  readonly analysis: Analysis;
  readonly locales: readonly Locale[];
  readonly grammar: ChartGrammar;
}

/**
 * Checks notebooks. Those with nothing wrong, held against data of which they still name what they named, are read and not held
 * against them again; with anything to tell, they are checked each time.
 *
 * @param memory everything is checked where there is none
 */
export const checkedLibrary = async (
  sources: ReadonlyMap<string, NotebookSource>,
  { analysis, locales, grammar }: Offered,
  memory: BuildMemory | undefined,
): Promise<Outcome<Library>> => {
  if (memory === undefined) return checkLibrary(sources, notebookChecker(analysis, locales, grammar));
  const { watch, accounts, shared } = memory;
  const texts = [...sources].map(([file, { text, originals, helpers }]) => ({
    file,
    text,
    originals,
    helpers: helpers.texts,
  }));
  const tags = locales.map(({ tag }) => tag);
  const key = await keyOf('library', shared, tags, texts);
  const known = await accounts.known('library', key);
  const sound = known === undefined ? undefined : soundLibrary(sources);
  if (sound !== undefined) return { value: sound, diagnostics: [] };
  const all: Reads[] = [];
  const check = notebookChecker(analysis, locales, grammar, undefined, make => {
    const { made, reads } = watch.told(make);
    all.push(reads);
    return made;
  });
  const library = await checkLibrary(sources, check);
  const [first, ...others] = all;
  if (first !== undefined && library.diagnostics.length === 0)
    await accounts.remember('library', key, readsTogether([first, ...others]), 'sound');
  return library;
};
