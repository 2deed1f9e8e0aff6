import { archivedPaths } from '../edition/archived.ts';
import type { Cache, Files } from '../effects.ts';
import { archiveHash } from '../manifest/archive.ts';
import { currentInputs, isInput } from '../manifest/input-files.ts';
import type { Hashes } from '../manifest/noted-files.ts';
import { type Asked, type BuildAccount, writeManifest } from '../manifest/record.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { sortBy } from '../model/order.ts';
import { keyOf } from './key.ts';
import { putBack } from './put-back.ts';
import { type Finds, findsOf, textIn } from './remembered.ts';

/** What a build reported, and what it made. */
interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly account?: BuildAccount;
}

/** A build as it was asked for: what its manifest needs, and everything else that may change what it makes. */
export interface AskedBuild extends Pick<Asked, 'only' | 'formats' | 'date'> {
  /** Locales asked for; those of the workspace where there are none. */
  readonly tags: readonly string[] | undefined;
  readonly period: string | undefined;
  /** Which browser prints. */
  readonly browser: string;
}

interface BuildRecord extends Finds {
  readonly account: BuildAccount;
  readonly tags: readonly string[];
}

type Tree = Pick<Files, 'read' | 'readBytes' | 'list' | 'write'>;

/**
 * The build of the same inputs, where there was one: nothing is loaded, analysed or composed. Documents that are not as it left
 * them are put back. Undefined where it must be done anew.
 */
export const rememberedBuild = async (
  asked: AskedBuild,
  cache: Cache,
  files: Tree,
): Promise<Report | undefined> => {
  const named = textIn(await cache.get('hint', await hintKey(asked)))?.split('\n') ?? [];
  const inputs = await currentInputs(files, named.filter(Boolean));
  const text = textIn(await cache.get('build', await buildKey(asked, cache.engine, inputs)));
  if (text === undefined) return undefined;
  const { account, tags, diagnostics, texts } = JSON.parse(text) as BuildRecord;
  if ((await archiveHash(await archivedPaths(account.period, files))) !== account.made.archive)
    return undefined;
  const outputs = account.made.outputs.map(
    ([path, hash]) => [`reports/${account.period}/${path}`, hash] as const,
  );
  const restored = await putBack(outputs, cache, files);
  if (restored === undefined) return undefined;
  await writeManifest({ ...asked, locales: tags.map(tag => ({ tag })) }, account, files);
  return { diagnostics, texts: new Map(texts), ...restored };
};

/** Remembers a build that made all it was to make. @param tags of its locales */
export const rememberBuild = async (
  asked: AskedBuild,
  cache: Cache,
  { account, diagnostics, texts }: Report,
  tags: readonly string[],
): Promise<void> => {
  if (account === undefined || hasErrors(diagnostics) || account.made.outputs.length < account.planned.length)
    return;
  const record: BuildRecord = { account, tags, ...findsOf(diagnostics, texts) };
  const inputs = new Map(account.made.inputs);
  await cache.put('build', await buildKey(asked, cache.engine, inputs), JSON.stringify(record));
  const named = [...inputs.keys()].filter(path => !isInput(path));
  await cache.put('hint', await hintKey(asked), named.join('\n'));
};

/** Which files the settings named the last time; where they name others now, no build is found. */
const hintKey = (asked: AskedBuild): Promise<string> => keyOf('named', asked);

const buildKey = (asked: AskedBuild, engine: string, inputs: Hashes): Promise<string> =>
  keyOf(
    'build',
    engine,
    asked,
    sortBy([...inputs], ([path]) => path),
  );
