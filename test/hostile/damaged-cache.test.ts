import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCacheStore } from '../../src/platform/cache-store.ts';
import { folderWith, soundWorkspace } from '../e2e/command-line.ts';
import { buildFromCache, buildHere, type Contents, memoryEffects } from '../e2e/memory-build.ts';
import { plainPrinter } from '../e2e/plain-printer.ts';
import { effort, grouped, tally } from './tally.ts';

const wanted = { only: ['index', 'board-summary'], locales: ['es'] };

/** Harm that is done to a file; places are parts of its length. */
const harm = fc.record({
  /** Which of the entries. */
  entry: fc.nat(),
  what: fc.constantFrom('flip', 'cut', 'empty', 'remove', 'garbage'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
});
type Harm = typeof harm extends fc.Arbitrary<infer Value> ? Value : never;

const inflict = async (path: string, { what, at, bytes }: Harm): Promise<void> => {
  const content = await readFile(path);
  const place = Math.floor(at * content.length);
  if (what === 'remove') return rm(path);
  if (what === 'empty') return truncate(path);
  if (what === 'cut') return truncate(path, place);
  if (what === 'garbage') return writeFile(path, Buffer.concat([content.subarray(0, place), bytes]));
  for (const [index, byte] of bytes.entries())
    if (place + index < content.length) content[place + index] = (content[place + index] ?? 0) ^ (byte || 1);
  await writeFile(path, content);
};

const entriesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && entry.name !== '.gitignore')
    .map(entry => join(entry.parentPath, entry.name))
    .sort();

const documents = (contents: Contents): ReadonlyMap<string, string> =>
  new Map(
    [...contents]
      .filter(([path]) => path.startsWith('reports/'))
      .map(([path, content]): [string, string] => [path, Buffer.from(content).toString('latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

test('whatever is damaged in the cache and in the manifest, the build is that of sound ones, and mends them', {
  timeout: 900_000,
}, async () => {
  const folder = join(await folderWith({ keep: '' }), 'cache');
  const clean: Contents = new Map(Object.entries(soundWorkspace));
  await buildHere({ ...memoryEffects(clean), print: plainPrinter() }, wanted);
  const expected = documents(clean);
  let [tried, noticed] = [0, 0];
  /** @param lost documents that are no more, so that the cache is asked for them */
  const rebuilt = async (contents: Contents) => {
    const cache = createCacheStore(folder, 'one', 1e9);
    await buildFromCache({ ...memoryEffects(contents), print: plainPrinter() }, cache, wanted);
    expect(cache.failure()).toBeUndefined();
    expect(documents(contents)).toEqual(expected);
    return cache.damaged();
  };
  await rebuilt(new Map(Object.entries(soundWorkspace)));
  await fc.assert(
    fc.asyncProperty(
      fc.array(harm, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (harms, isAfresh) => {
        for (const one of harms) {
          const entries = await entriesIn(folder);
          await inflict(entries[one.entry % entries.length] ?? '', one);
          tried += 1;
        }
        const contents: Contents = new Map([...Object.entries(soundWorkspace), ...(isAfresh ? [] : clean)]);
        const manifest = 'reports/2026-Q3/manifest.json';
        const [{ at, bytes } = { at: 0, bytes: new Uint8Array() }] = harms;
        const told = Buffer.from(contents.get(manifest) ?? '');
        if (!isAfresh) contents.set(manifest, Buffer.concat([told.subarray(0, at * told.length), bytes]));
        noticed += await rebuilt(contents);
        // What was damaged and needed is sound again.
        expect(await rebuilt(new Map(contents))).toBe(0);
        expect((await entriesIn(folder)).filter(path => path.endsWith('.tmp'))).toEqual([]);
      },
    ),
    { numRuns: effort(8, 400), seed: 2026, endOnFailure: true },
  );
  expect(noticed).toBeGreaterThan(0);
  await tally(
    'faults-cache',
    `${grouped(tried)} entries damaged, ${grouped(noticed)} of them asked for again`,
  );
});
