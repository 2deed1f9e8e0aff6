import { listsDocuments } from '../document/check.ts';
import { documentAt } from '../document/document-path.ts';
import { type Planned, wanted } from '../document/plan.ts';
import type { Edition } from '../edition/edition.ts';
import type { Files, NamedPrinter } from '../effects.ts';
import { sortBy } from '../model/order.ts';
import { archiveHash } from './archive.ts';
import { hashesOf, inputPaths } from './input-files.ts';
import { type Manifest, manifestFile, manifestText, parseManifest } from './manifest.ts';
import type { Hashes } from './noted-files.ts';
import { planHash, shardManifestFile, shardManifestText } from './shards.ts';
import { type Made, updatedManifest } from './update.ts';

/** What was asked of a build, as far as its manifest goes. */
export interface Asked {
  readonly period: string;
  readonly only: readonly string[];
  readonly formats?: readonly ('html' | 'pdf')[];
  readonly locales: readonly { readonly tag: string }[];
  readonly date?: string;
  readonly product: string;
  readonly inputs: () => Promise<Hashes>;
  /** Which part of the build this machine makes; all of it when absent. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** What an audience may be told of the inputs; all of it when absent. */
  readonly inputsTold?: (inputs: Hashes) => Promise<Hashes>;
}

/** What a build did. */
interface Done {
  readonly edition: Edition;
  /** The files that each notebook is made of, by the first of them. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly planned: readonly Planned[];
  /** The documents that it made, by path in the workspace. */
  readonly files: readonly { readonly path: string; readonly hash: string }[];
}

interface Outside {
  readonly files: Files;
  readonly print: NamedPrinter;
}

/** What a build made and from what, all that its manifest says: as JSON it stays what it is. */
export interface BuildAccount {
  readonly period: string;
  readonly made: Omit<Made, 'inputs' | 'outputs'> & {
    readonly inputs: readonly (readonly [string, string])[];
    /** By path below the folder of the period. */
    readonly outputs: readonly (readonly [string, string])[];
  };
  /** Every document that it was to make. */
  readonly planned: readonly string[];
  /** Locales of the workspace. */
  readonly locales: readonly string[];
}

export const accountOf = async (
  asked: Asked,
  done: Done,
  { files, print }: Outside,
): Promise<BuildAccount> => {
  const folder = `reports/${asked.period}/`;
  const outputs = done.files.map(({ path, hash }) => [path.slice(folder.length), hash] as const);
  const inputs = await inputsOf(asked, files);
  return {
    period: asked.period,
    made: {
      product: asked.product,
      browser: outputs.some(([path]) => path.endsWith('.pdf')) ? await print.name() : undefined,
      date: asked.date,
      archive: await archiveHash(done.edition.archived),
      inputs: [...inputs],
      notebooks: notebooksOf(done, inputs),
      outputs,
    },
    planned: done.planned.flatMap(({ path, formats }) => formats.map(format => `${path}.${format}`)),
    locales: done.edition.analysis.scope.workspace.settings.locales,
  };
};

/** Writes what a build made, and from what, beside the documents; nothing where it made none. */
export const writeManifest = async (
  asked: Pick<Asked, 'only' | 'formats' | 'locales' | 'shard'>,
  account: BuildAccount,
  files: Pick<Files, 'read' | 'write'>,
): Promise<void> => {
  // A shard says so even where it had nothing to make: the others' are then known to be all.
  if (account.made.outputs.length === 0 && asked.shard === undefined) return;
  const { period, locales } = account;
  const planned = new Set(account.planned);
  const made = {
    ...account.made,
    inputs: new Map(account.made.inputs),
    outputs: new Map(account.made.outputs),
  };
  const path = manifestFile(period);
  const before = parseManifest((await files.read(path)) ?? '');
  const isDropped = (output: string): boolean => covers(asked, locales, output) && !planned.has(output);
  if (asked.shard !== undefined) {
    const text = shardManifestText({
      shard: { ...asked.shard },
      plan: await planHash(planned),
      dropped: Object.keys(before?.outputs ?? {}).filter(isDropped),
      manifest: updatedManifest(undefined, made, isDropped),
    });
    await files.write(shardManifestFile(period, asked.shard), text);
    return;
  }
  const manifest = updatedManifest(before, made, isDropped);
  await files.write(path, manifestText(manifest));
};

/** What was read counts as it was then; what lies where inputs lie and was not read counts as it is. */
export const inputsOf = async (
  { inputs, inputsTold }: Pick<Asked, 'inputs' | 'inputsTold'>,
  files: Files,
): Promise<Hashes> => {
  const noted = await inputs();
  const unread = (await inputPaths(files)).filter(path => !noted.has(path));
  const all = new Map([...(await hashesOf(files, unread)), ...noted]);
  return new Map(sortBy([...((await inputsTold?.(all)) ?? all)], ([path]) => path));
};

const notebooksOf = ({ edition, parts }: Done, inputs: Hashes): Manifest['notebooks'] =>
  Object.fromEntries(
    edition.notebooks.map(({ name, file, cells }) => [
      name,
      {
        files: (parts.get(file) ?? []).filter(part => inputs.has(part)).sort(),
        lists: listsDocuments({ cells }),
      },
    ]),
  );

/** Whether the build would have made a document of this name. @param own locales of the workspace */
const covers = (
  { only, formats, locales }: Pick<Asked, 'only' | 'formats' | 'locales'>,
  own: readonly string[],
  output: string,
): boolean => {
  const document = documentAt(output);
  if (document === undefined) return true;
  const { id, tag, format } = document;
  const isAsked = locales.some(locale => locale.tag === tag) || !own.includes(tag);
  return isAsked && wanted(id, only) && (formats?.includes(format) ?? true);
};
