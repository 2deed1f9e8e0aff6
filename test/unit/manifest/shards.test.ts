import { describe, expect, it } from 'vitest';
import type { Planned } from '../../../src/document/plan.ts';
import { documentsOf } from '../../../src/document/shards.ts';
import type { Manifest } from '../../../src/manifest/manifest.ts';
import {
  mergeShards,
  parseShardManifest,
  planHash,
  type ShardManifest,
  shardManifestText,
} from '../../../src/manifest/shards.ts';

const hash = (digit: string): string => digit.repeat(64);
const input = 'data/workspace.yaml';

const manifestOf = (outputs: Readonly<Record<string, string>>): Manifest => ({
  schema: 1,
  product: '1.0.0',
  browser: 'shell 1',
  archive: hash('a'),
  inputs: { [input]: hash('b') },
  notebooks: { plan: { files: [], lists: false } },
  outputs: Object.fromEntries(Object.entries(outputs).map(([path, sha256]) => [path, { sha256 }])),
});

const made = { 'plan/a.es.pdf': hash('1'), 'plan/b.es.pdf': hash('2') };

const shardsOf = async (): Promise<ShardManifest[]> => {
  const plan = await planHash(Object.keys(made));
  return Object.entries(made).map(([path, sha256], at) => ({
    shard: { index: at + 1, count: 2 },
    plan,
    dropped: [],
    manifest: manifestOf({ [path]: sha256 }),
  }));
};

const here = {
  there: new Map(Object.entries(made)),
  inputs: new Map([[input, hash('b')]]),
  before: undefined,
};

describe('mergeShards', () => {
  it('makes the manifest of one build', async () => {
    const { manifest, problems } = {
      problems: undefined,
      manifest: undefined,
      ...(await mergeShards(await shardsOf(), here)),
    };
    expect(problems).toBeUndefined();
    expect(manifest).toEqual(manifestOf(made));
  });

  it('reads what it writes', async () => {
    for (const shard of await shardsOf()) expect(parseShardManifest(shardManifestText(shard))).toEqual(shard);
  });

  const refusal = async (
    change: (shards: ShardManifest[]) => readonly ShardManifest[],
    around: Partial<typeof here> = {},
  ): Promise<string> => {
    const merged = await mergeShards(change(await shardsOf()), { ...here, ...around });
    return merged.problems?.join('\n') ?? 'merged';
  };
  const second = (change: (shard: ShardManifest) => Partial<ShardManifest>) => (shards: ShardManifest[]) =>
    shards.map((shard, at) => (at === 1 ? { ...shard, ...change(shard) } : shard));
  const secondManifest = (change: Partial<Manifest>) =>
    second(({ manifest }) => ({ manifest: { ...manifest, ...change } }));

  it('says what is wrong', async () => {
    expect(await refusal(shards => shards.slice(0, 1))).toContain('Shard 2/2 is missing.');
    expect(await refusal(secondManifest({ inputs: { [input]: hash('c') } }))).toContain(
      `from other inputs (${input}) than shard 1/2`,
    );
    expect(await refusal(secondManifest({ browser: 'shell 2' }))).toContain('shell 2, not shell 1');
    expect(await refusal(secondManifest({ product: '1.0.1' }))).toContain('1.0.1, not 1.0.0');
    expect(await refusal(second(({ manifest }) => ({ manifest: { ...manifest, outputs: {} } })))).toContain(
      'Documents of the build are missing',
    );
    expect(await refusal(second(() => ({ manifest: manifestOf(made) })))).toContain(
      'Shard 1/2 and shard 2/2 both made plan/a.es.pdf.',
    );
    expect(await refusal(shards => shards, { inputs: new Map([[input, hash('d')]]) })).toContain(
      'other inputs than those that lie here',
    );
    expect(await refusal(shards => shards, { there: new Map([['plan/a.es.pdf', hash('9')]]) })).toContain(
      'plan/a.es.pdf is not what its shard made.\nplan/b.es.pdf is in the manifest of a shard, but not',
    );
    expect(await refusal(second(() => ({ shard: { index: 2, count: 3 } })))).toContain(
      'another number of shards',
    );
  });
});

describe('documentsOf', () => {
  const planned = Array.from({ length: 23 }, (_, index) => ({ path: `plan/${index}.es` }) as Planned);
  const costOf = ({ path }: Planned): number => 1 + (Number(/\d+/.exec(path)?.[0]) % 7) ** 2;

  it('gives every document to one machine, and to each its share', () => {
    const shards = [1, 2, 3, 4].map(index => documentsOf({ index, count: 4 }, planned, costOf));
    expect(
      shards
        .flat()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(planned.map(({ path }) => path).sort());
    const loads = shards.map(shard => shard.reduce((sum, one) => sum + costOf(one), 0));
    const fair = planned.reduce((sum, one) => sum + costOf(one), 0) / 4;
    expect(Math.max(...loads)).toBeLessThan(1.2 * fair);
  });

  it('does not depend on the order of the plan', () => {
    const own = (plan: readonly Planned[]) =>
      documentsOf({ index: 2, count: 3 }, plan, costOf).map(({ path }) => path);
    expect(own([...planned].reverse()).sort()).toEqual([...own(planned)].sort());
  });
});
