import { z } from 'zod';
import { sha256 } from '../model/hash.ts';
import { compareIds } from '../model/order.ts';
import { type Manifest, manifestSchema, manifestText } from './manifest.ts';
import type { Hashes } from './noted-files.ts';
import { type Made, updatedManifest } from './update.ts';

/** What one of several machines made of a build, and of what build. */
const shardManifestSchema = z.strictObject({
  shard: z.strictObject({ index: z.int().min(1), count: z.int().min(1) }),
  /** Hash over the paths of all documents of the build, those of the other machines among them. */
  plan: z.string().regex(/^[0-9a-f]{64}$/),
  /** Documents of the manifest that lay there, of which there are none any more. */
  dropped: z.array(z.string()),
  manifest: manifestSchema,
});
export type ShardManifest = z.infer<typeof shardManifestSchema>;

export const shardManifestFile = (
  period: string,
  { index, count }: { readonly index: number; readonly count: number },
): string => `reports/${period}/manifest.shard-${index}-of-${count}.json`;

/** Whether a file below the folder of a period is of a shard. */
export const isShardManifest = (path: string): boolean =>
  /(?:^|\/)manifest\.shard-\d+-of-\d+\.json$/.test(path);

/** @param outputs paths of all documents of a build, below the folder of the period */
export const planHash = (outputs: Iterable<string>): Promise<string> =>
  sha256([...outputs].sort(compareIds).join('\n'));

export const shardManifestText = ({ shard, plan, dropped, manifest }: ShardManifest): string =>
  `{\n"shard": ${JSON.stringify(shard)},\n"plan": "${plan}",\n"dropped": ${JSON.stringify(dropped)},\n"manifest": ${manifestText(manifest)}}\n`;

/** Undefined where the text is no manifest of a shard, or one of another version. */
export const parseShardManifest = (text: string): ShardManifest | undefined => {
  try {
    return shardManifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // What is no JSON is no manifest either.
    return undefined;
  }
};

/** What shards came to, or why they are not one build. */
export type Merged =
  | { readonly manifest: Manifest; readonly problems?: undefined }
  | { readonly problems: readonly string[] };

/**
 * One manifest from those of all shards: of the same build, from the same inputs, each document made once and none missing.
 * @param there hashes of the documents that lie in the folder of the period
 * @param inputs as they are in the workspace that the manifest will lie in
 * @param before the manifest that lies there, with documents that this build was not about
 */
export const mergeShards = async (
  shards: readonly ShardManifest[],
  {
    there,
    inputs,
    before,
  }: { readonly there: Hashes; readonly inputs: Hashes; readonly before: Manifest | undefined },
): Promise<Merged> => {
  const [first] = shards;
  if (first === undefined) return { problems: ['There is no manifest of a shard.'] };
  const problems = [
    ...countProblems(shards),
    ...shards.flatMap(shard => differences(first, shard)),
    ...inputProblems(first, inputs),
    ...overlaps(shards),
  ];
  const made = new Map(
    shards.flatMap(({ manifest }) =>
      Object.entries(manifest.outputs).map(([path, output]) => [path, output.sha256] as const),
    ),
  );
  if (problems.length === 0 && (await planHash(made.keys())) !== first.plan)
    problems.push('Documents of the build are missing: not every shard made all that it was to make.');
  for (const [path, hash] of made) {
    const found = there.get(path);
    if (found === undefined) problems.push(`${path} is in the manifest of a shard, but not in the folder.`);
    else if (found !== hash) problems.push(`${path} is not what its shard made.`);
  }
  if (problems.length > 0) return { problems };
  const dropped = new Set(shards.flatMap(shard => shard.dropped));
  return { manifest: updatedManifest(before, wholeOf(shards, first, made), path => dropped.has(path)) };
};

const wholeOf = (shards: readonly ShardManifest[], { manifest }: ShardManifest, outputs: Hashes): Made => ({
  product: manifest.product,
  // A shard that printed nothing names no browser.
  browser: shards.find(shard => shard.manifest.browser !== undefined)?.manifest.browser,
  date: manifest.date,
  archive: manifest.archive ?? '',
  inputs: new Map(Object.entries(manifest.inputs)),
  notebooks: manifest.notebooks,
  outputs,
});

const nameOf = ({ shard: { index, count } }: ShardManifest): string => `Shard ${index}/${count}`;

const countProblems = (shards: readonly ShardManifest[]): string[] => {
  const count = shards[0]?.shard.count ?? 0;
  const others = shards.filter(({ shard }) => shard.count !== count).map(nameOf);
  if (others.length > 0)
    return [`${others.join(', ')} is of a build in another number of shards than ${count}.`];
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    index => !shards.some(({ shard }) => shard.index === index),
  );
  return missing.map(index => `Shard ${index}/${count} is missing.`);
};

/** What two shards of one build must agree on. */
const differences = (one: ShardManifest, other: ShardManifest): string[] => {
  const [a, b] = [one.manifest, other.manifest];
  const differs = (what: string): string =>
    `${nameOf(other)} was built ${what} than ${nameOf(one).toLowerCase()}.`;
  const inputs = [...new Set([...Object.keys(a.inputs), ...Object.keys(b.inputs)])].filter(
    path => a.inputs[path] !== b.inputs[path],
  );
  return [
    ...(one.plan === other.plan
      ? []
      : [`${nameOf(other)} is part of a build of other documents than ${nameOf(one).toLowerCase()}.`]),
    ...(a.product === b.product ? [] : [differs(`with another version (${b.product}, not ${a.product})`)]),
    ...(a.browser === undefined || b.browser === undefined || a.browser === b.browser
      ? []
      : [differs(`with another browser (${b.browser}, not ${a.browser})`)]),
    ...(a.date === b.date ? [] : [differs('for another date')]),
    ...(a.archive === b.archive ? [] : [differs('beside other documents of earlier quarters')]),
    ...(inputs.length === 0 ? [] : [differs(`from other inputs (${some(inputs)})`)]),
  ];
};

const inputProblems = ({ manifest }: ShardManifest, inputs: Hashes): string[] => {
  const changed = [...inputs].flatMap(([path, hash]) => (manifest.inputs[path] === hash ? [] : [path]));
  return changed.length === 0
    ? []
    : [`The shards were built from other inputs than those that lie here (${some(changed)}).`];
};

const overlaps = (shards: readonly ShardManifest[]): string[] => {
  const makers = new Map<string, ShardManifest>();
  return shards.flatMap(shard =>
    Object.keys(shard.manifest.outputs).flatMap(path => {
      const other = makers.get(path);
      makers.set(path, shard);
      return other === undefined
        ? []
        : [`${nameOf(other)} and ${nameOf(shard).toLowerCase()} both made ${path}.`];
    }),
  );
};

const some = (paths: readonly string[]): string =>
  paths.length <= 3 ? paths.join(', ') : `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more`;
