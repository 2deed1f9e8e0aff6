import { type Planned, wanted } from '../document/plan.ts';
import type { Edition } from '../edition/edition.ts';
import type { Files, NamedPrinter } from '../effects.ts';
import { sortBy } from '../model/order.ts';
import { archiveHash } from './archive.ts';
import { currentInputs } from './input-files.ts';
import { type Manifest, manifestFile, manifestText, parseManifest } from './manifest.ts';
import type { Hashes } from './noted-files.ts';
import { planHash, shardManifestFile, shardManifestText } from './shards.ts';
import { updatedManifest } from './update.ts';

/** What was asked of a build, as far as its manifest goes. */
interface Asked {
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

/** Writes what a build made, and from what, beside the documents; nothing where it made none. */
export const recordBuild = async (asked: Asked, done: Done, { files, print }: Outside): Promise<void> => {
  // A shard says so even where it had nothing to make: the others' are then known to be all.
  if (done.files.length === 0 && asked.shard === undefined) return;
  const path = manifestFile(asked.period);
  const folder = `reports/${asked.period}/`;
  const outputs = new Map(done.files.map(file => [file.path.slice(folder.length), file.hash]));
  const inputs = await readOrThere(asked, files);
  const planned = new Set(
    done.planned.flatMap(({ path, formats }) => formats.map(format => `${path}.${format}`)),
  );
  const made = {
    product: asked.product,
    browser: [...outputs.keys()].some(isPdf) ? await print.name() : undefined,
    date: asked.date,
    archive: await archiveHash(done.edition.archived),
    inputs,
    notebooks: notebooksOf(done, inputs),
    outputs,
  };
  const before = parseManifest((await files.read(path)) ?? '');
  const own = done.edition.analysis.scope.workspace.settings.locales;
  const isDropped = (output: string): boolean => covers(asked, own, output) && !planned.has(output);
  if (asked.shard !== undefined) {
    const text = shardManifestText({
      shard: { ...asked.shard },
      plan: await planHash(planned),
      dropped: Object.keys(before?.outputs ?? {}).filter(isDropped),
      manifest: updatedManifest(undefined, made, isDropped),
    });
    await files.write(shardManifestFile(asked.period, asked.shard), text);
    return;
  }
  const manifest = updatedManifest(before, made, isDropped);
  await files.write(path, manifestText(manifest));
};

/** What was read counts as it was then; what lies where inputs lie and was not read counts as it is. */
const readOrThere = async ({ inputs, inputsTold }: Asked, files: Files): Promise<Hashes> => {
  const noted = await inputs();
  const there = await currentInputs(files, []);
  const all = new Map([...there, ...noted]);
  return new Map(sortBy([...((await inputsTold?.(all)) ?? all)], ([path]) => path));
};

const notebooksOf = ({ edition, parts }: Done, inputs: Hashes): Manifest['notebooks'] =>
  Object.fromEntries(
    edition.notebooks.map(({ name, file, cells }) => [
      name,
      {
        files: (parts.get(file) ?? []).filter(part => inputs.has(part)).sort(),
        lists: [...cells.values()].some(({ kind }) => kind === 'documents'),
      },
    ]),
  );

const isPdf = (path: string): boolean => path.endsWith('.pdf');

/** Whether the build would have made a document of this name. @param own locales of the workspace */
const covers = ({ only, formats, locales }: Asked, own: readonly string[], output: string): boolean => {
  const [, id, tag = '', format] = /^(.+)\.([a-z]{2}(?:-[A-Z]{2})?)\.(html|pdf)$/.exec(output) ?? [];
  if (id === undefined) return true;
  const isAsked = locales.some(locale => locale.tag === tag) || !own.includes(tag);
  return isAsked && wanted(id, only) && (formats?.some(one => one === format) ?? true);
};
