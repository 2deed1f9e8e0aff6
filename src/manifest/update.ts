import { concerns, listsArchive } from './concerns.ts';
import { type Manifest, type ManifestOutput, manifestSchemaVersion, type Otherwise } from './manifest.ts';
import type { Hashes } from './noted-files.ts';

/** What a build made, and from what. */
export interface Made {
  readonly product: string;
  /** Undefined where nothing was printed. */
  readonly browser: string | undefined;
  readonly date: string | undefined;
  readonly archive: string;
  readonly inputs: Hashes;
  readonly notebooks: Manifest['notebooks'];
  /** Hashes of the documents, by path below the folder of the period. */
  readonly outputs: Hashes;
}

/**
 * The manifest after a build. Of documents that the build did not make, the entries stay, with what was otherwise when they were made.
 * @param isDropped of a document that the build did not make: whether it would have, were there still such a document
 */
export const updatedManifest = (
  before: Manifest | undefined,
  made: Made,
  isDropped: (output: string) => boolean,
): Manifest => {
  const kept = Object.entries(before?.outputs ?? {}).filter(
    ([path]) => !made.outputs.has(path) && !isDropped(path),
  );
  const isPdf = ([path]: readonly [string, unknown]): boolean => path.endsWith('.pdf');
  const browser = made.browser ?? (kept.some(isPdf) ? before?.browser : undefined);
  const head = {
    product: made.product,
    ...(browser === undefined ? {} : { browser }),
    ...(made.date === undefined ? {} : { date: made.date }),
    archive: made.archive,
    inputs: Object.fromEntries(made.inputs),
    notebooks: made.notebooks,
  };
  const outputs: Record<string, ManifestOutput> = {};
  for (const [path, hash] of made.outputs) outputs[path] = { sha256: hash };
  if (before !== undefined)
    for (const [path, output] of kept) outputs[path] = withOtherwise(path, output, before, head);
  return { schema: manifestSchemaVersion, ...head, outputs };
};

type Head = Omit<Manifest, 'schema' | 'outputs'>;

/** @param now what the head of the new manifest will say */
const withOtherwise = (path: string, output: ManifestOutput, before: Manifest, now: Head): ManifestOutput => {
  const was = madeFrom(path, output, before);
  const inputs: Record<string, string | null> = {};
  for (const input of [...new Set([...was.inputs.keys(), ...Object.keys(now.inputs)])].sort()) {
    if (!concerns(input, path, { ...before.notebooks, ...now.notebooks })) continue;
    const hash = was.inputs.get(input) ?? null;
    if (hash !== (now.inputs[input] ?? null)) inputs[input] = hash;
  }
  const isPdf = path.endsWith('.pdf');
  const otherwise: Otherwise = {
    ...(was.product === now.product ? {} : { product: was.product }),
    ...(isPdf && was.browser !== undefined && was.browser !== now.browser ? { browser: was.browser } : {}),
    ...(isPdf && was.date !== now.date ? { date: was.date ?? null } : {}),
    ...(listsArchive(path, now.notebooks) && was.archive !== now.archive
      ? { archive: was.archive ?? null }
      : {}),
    ...(Object.keys(inputs).length === 0 ? {} : { inputs }),
  };
  const { sha256 } = output;
  return Object.keys(otherwise).length === 0 ? { sha256 } : { sha256, otherwise };
};

/** What a document was made from, as a manifest tells it. */
export interface MadeFrom {
  readonly product: string;
  readonly browser: string | undefined;
  readonly date: string | undefined;
  readonly archive: string | undefined;
  /** Of every file that concerns it; those that were not there are absent. */
  readonly inputs: Hashes;
}

export const madeFrom = (
  path: string,
  { otherwise = {} }: ManifestOutput,
  { product, browser, date, archive, inputs, notebooks }: Manifest,
): MadeFrom => {
  const hashes = new Map(Object.entries(inputs).filter(([input]) => concerns(input, path, notebooks)));
  for (const [input, hash] of Object.entries(otherwise.inputs ?? {})) {
    if (hash === null) hashes.delete(input);
    else hashes.set(input, hash);
  }
  return {
    product: otherwise.product ?? product,
    browser: otherwise.browser ?? browser,
    date: orHead(otherwise.date, date),
    archive: orHead(otherwise.archive, archive),
    inputs: hashes,
  };
};

/** What an entry says by itself; null says that there was nothing. */
const orHead = (own: string | null | undefined, head: string | undefined): string | undefined =>
  own === undefined ? head : (own ?? undefined);
