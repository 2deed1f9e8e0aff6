import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../effects.ts';
import { currentInputs, hashesOf } from '../manifest/input-files.ts';
import { type Manifest, manifestFile, manifestText, parseManifest } from '../manifest/manifest.ts';
import { isShardManifest, mergeShards, parseShardManifest, type ShardManifest } from '../manifest/shards.ts';
import { createFiles } from '../platform/files.ts';
import { InvalidInput } from './invalid-input.ts';

interface MergeRequest {
  readonly period: string;
  /** Folders that hold what the machines wrote, with the period below them. */
  readonly parts: readonly string[];
}

/** What one machine brought: its manifest, and where its documents lie. */
interface Part {
  readonly shard: ShardManifest;
  readonly folder: string;
  readonly name: string;
}

/**
 * Makes one build of those of several machines: takes from each part what its machine made, and nothing else, and writes one
 * manifest. Nothing is written where they are not one whole build.
 * @param files the workspace
 * @throws InvalidInput then, with everything that is wrong
 */
export const mergeBuild = async (files: Files, { period, parts }: MergeRequest): Promise<Manifest> => {
  const found = (await Promise.all(parts.map(folder => partsIn(folder, period)))).flat();
  if (found.length === 0)
    throw new InvalidInput(`There is no manifest of a shard for ${period} in ${parts.join(', ')}.`, [
      'Name the folders that hold what the builds with --shard wrote: cuentas build --merge parts/*',
    ]);
  const hashes = await Promise.all(found.map(hashesOfPart(period)));
  const merged = await mergeShards(
    found.map(({ shard }) => shard),
    {
      there: new Map(hashes.flatMap(own => [...own])),
      inputs: await currentInputs(files, []),
      before: parseManifest((await files.read(manifestFile(period))) ?? ''),
    },
  );
  if (merged.problems !== undefined)
    throw new InvalidInput('The shards do not make one build.', merged.problems);
  for (const part of found) await take(part, period, files);
  await files.write(manifestFile(period), manifestText(merged.manifest));
  await Promise.all(found.map(({ folder, name }) => rm(join(folder, name))));
  return merged.manifest;
};

const partsIn = async (folder: string, period: string): Promise<readonly Part[]> => {
  const tree = createFiles(folder);
  const names = (await tree.list(period)).filter(isShardManifest);
  return Promise.all(
    names.map(async name => {
      const shard = parseShardManifest((await tree.read(name)) ?? '');
      if (shard !== undefined) return { shard, folder, name };
      throw new InvalidInput(
        `${join(folder, name)} is no manifest of a shard, or one of another version of cuentas.`,
        ['Build all shards with the version that merges them.'],
      );
    }),
  );
};

const hashesOfPart =
  (period: string) =>
  async ({ shard, folder }: Part): Promise<readonly (readonly [string, string])[]> => {
    const outputs = Object.keys(shard.manifest.outputs);
    const hashes = await hashesOf(
      createFiles(folder),
      outputs.map(path => `${period}/${path}`),
    );
    return [...hashes].map(([path, hash]) => [path.slice(period.length + 1), hash] as const);
  };

/** Of what lies in a part only what its machine made: beside it may lie what was in git before. */
const take = async ({ shard, folder }: Part, period: string, files: Files): Promise<void> => {
  const tree = createFiles(folder);
  for (const path of Object.keys(shard.manifest.outputs)) {
    const bytes = await tree.readBytes(`${period}/${path}`);
    if (bytes !== undefined) await files.write(`reports/${period}/${path}`, bytes);
  }
};
