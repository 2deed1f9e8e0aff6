import type { Diagnostic } from '../model/diagnostic.ts';
import { compareIds } from '../model/order.ts';
import type { ChangedInput } from './catalogue.ts';
import * as catalogue from './catalogue.ts';
import { concerns, listsArchive } from './concerns.ts';
import type { Manifest } from './manifest.ts';
import type { Hashes } from './noted-files.ts';
import { type MadeFrom, madeFrom } from './update.ts';

/** What there is now. Paths of documents are below the folder of the period. */
export interface Present {
  readonly product: string;
  readonly archive: string;
  readonly inputs: Hashes;
  /** Of every document in the folder. */
  readonly documents: Hashes;
  /** Whether a document is none of those that are kept: git ignores it. */
  isIgnored(document: string): boolean;
}

/** What of the documents of a period is not what a build would make now, as far as hashes tell. */
export const staleness = (period: string, manifest: Manifest, present: Present): Diagnostic[] => {
  const { documents } = present;
  const listed = Object.entries(manifest.outputs).sort(([a], [b]) => compareIds(a, b));
  const kept = listed.filter(([path]) => documents.has(path) || !present.isIgnored(path));
  const missing = kept.map(([path]) => path).filter(path => !documents.has(path));
  return [
    ...staleDocuments(period, kept, manifest, present),
    ...(missing.length === 0 ? [] : [catalogue.missing(period, missing)]),
    ...kept
      .filter(([path, { sha256 }]) => documents.has(path) && documents.get(path) !== sha256)
      .map(([path]) => catalogue.changedByHand(period, path)),
    ...[...documents.keys()]
      .filter(path => !(path in manifest.outputs) && !present.isIgnored(path))
      .map(path => catalogue.unexpected(period, path)),
  ];
};

/** One diagnostic for all documents that are stale for the same reason. */
const staleDocuments = (
  period: string,
  outputs: readonly (readonly [string, Manifest['outputs'][string]])[],
  manifest: Manifest,
  present: Present,
): Diagnostic[] => {
  const causes = outputs.map(([path, output]) => {
    const then = madeFrom(path, output, manifest);
    const changes = changesSince(path, then, manifest, present);
    const otherArchive = listsArchive(path, manifest.notebooks) && then.archive !== present.archive;
    return { path, product: then.product, changes, otherArchive };
  });
  const changed = causes.filter(({ changes, otherArchive }) => changes.length > 0 || otherArchive);
  const older = causes.filter(({ product }) => product !== present.product);
  return [
    ...grouped(changed, ({ changes, otherArchive }) => JSON.stringify([changes, otherArchive])).map(
      ([first, paths]) => catalogue.stale(period, paths, first.changes, first.otherArchive),
    ),
    ...grouped(older, ({ product }) => product).map(([first, paths]) =>
      catalogue.otherVersion(period, paths, first.product, present.product),
    ),
  ];
};

const changesSince = (
  path: string,
  then: MadeFrom,
  { notebooks }: Manifest,
  { inputs }: Present,
): ChangedInput[] =>
  [...new Set([...then.inputs.keys(), ...inputs.keys()])]
    .filter(input => concerns(input, path, notebooks) && then.inputs.get(input) !== inputs.get(input))
    .sort()
    .map(input => ({
      path: input,
      how: !then.inputs.has(input) ? 'added' : !inputs.has(input) ? 'removed' : 'changed',
    }));

const grouped = <T extends { readonly path: string }>(
  items: readonly T[],
  key: (item: T) => string,
): (readonly [T, readonly string[]])[] => {
  const groups = new Map<string, readonly [T, string[]]>();
  for (const item of items) {
    const group = groups.get(key(item)) ?? ([item, []] as const);
    group[1].push(item.path);
    groups.set(key(item), group);
  }
  return [...groups.values()];
};
