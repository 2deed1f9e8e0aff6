import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../effects.ts';
import { currentInputs, hashesOf } from '../manifest/input-files.ts';
import { type Manifest, manifestFile, manifestText, parseManifest } from '../manifest/manifest.ts';
import { isShardManifest, mergeShards, parseShardManifest, type ShardManifest } from '../manifest/shards.ts';
import { InvalidInput } from './invalid-input.ts';

/**
 * Makes one manifest of those that the shards of a build left in the folder of the period, and takes those away.
 * @param folder where reports/ really lies
 * @throws InvalidInput where they are not one whole build, with everything that is wrong
 */
export const mergeBuild = async (files: Files, period: string, folder: string): Promise<Manifest> => {
  const below = `reports/${period}/`;
  const listed = (await files.list(`reports/${period}`)).map(path => path.slice(below.length));
  const names = listed.filter(isShardManifest);
  if (names.length === 0)
    throw new InvalidInput(`There is no manifest of a shard in ${below}.`, [
      'Bring what the builds with --shard wrote into one folder first, their manifest.shard-*.json with it.',
    ]);
  const shards = await Promise.all(names.map(name => readShard(files, `${below}${name}`)));
  const hashes = await hashesOf(
    files,
    shards.flatMap(({ manifest }) => Object.keys(manifest.outputs).map(path => `${below}${path}`)),
  );
  const merged = await mergeShards(shards, {
    there: new Map([...hashes].map(([path, hash]) => [path.slice(below.length), hash])),
    inputs: await currentInputs(files, []),
    before: parseManifest((await files.read(manifestFile(period))) ?? ''),
  });
  if (merged.problems !== undefined)
    throw new InvalidInput('The shards do not make one build.', merged.problems);
  await files.write(manifestFile(period), manifestText(merged.manifest));
  await Promise.all(names.map(name => rm(join(folder, period, name))));
  return merged.manifest;
};

const readShard = async (files: Files, path: string): Promise<ShardManifest> => {
  const shard = parseShardManifest((await files.read(path)) ?? '');
  if (shard === undefined)
    throw new InvalidInput(`${path} is no manifest of a shard, or one of another version of cuentas.`, [
      'Build all shards with the version that merges them.',
    ]);
  return shard;
};
