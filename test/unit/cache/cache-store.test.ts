import { copyFile, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCacheStore } from '../../../src/platform/cache-store.ts';
import { makeFolder } from '../../e2e/command-line.ts';

const key = (letter: string): string => letter.repeat(64);
const decoded = (content: Uint8Array | undefined): string | undefined =>
  content === undefined ? undefined : Buffer.from(content).toString();

describe('a cache in a folder', () => {
  let folder: string;
  const pathOf = (letter: string): string => join(folder, 'page', key(letter).slice(0, 2), key(letter));
  const open = (limit = 1e9) => createCacheStore(folder, 'engine', limit);

  beforeEach(async () => {
    folder = join(await makeFolder({ keep: '' }), 'cache');
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  test('gives what was put, to whoever opens it next, and leaves nothing else behind', async () => {
    await open().put('page', key('a'), 'one\ntwo');
    expect(decoded(await open().get('page', key('a')))).toBe('one\ntwo');
    expect(await open().get('print', key('a'))).toBeUndefined();
    await open().put('page', key('a'), '');
    expect(decoded(await open().get('page', key('a')))).toBe('');
    expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
    expect((await readdir(folder, { recursive: true })).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });

  test('believes no entry in which a byte is another one, wherever it is, and removes it', async () => {
    await open().put('page', key('a'), 'content of a page');
    const whole = await readFile(pathOf('a'));
    for (let at = 0; at < whole.length; at += 1) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 1;
      await writeFile(pathOf('a'), broken);
      const store = open();
      expect(await store.get('page', key('a'))).toBeUndefined();
      expect(store.damaged()).toBe(1);
      expect(await readdir(join(folder, 'page', 'aa'))).toEqual([]);
    }
  });

  test('believes no entry that was cut, is empty, is of another version or under the name of another', async () => {
    const store = open();
    await store.put('page', key('a'), 'content of a page');
    const whole = await readFile(pathOf('a'));
    for (const content of [
      whole.subarray(0, -1),
      whole.subarray(0, 20),
      '',
      whole.toString().replace('cache-1', 'cache-2'),
      'x\n',
    ]) {
      await writeFile(pathOf('a'), content);
      expect(await store.get('page', key('a'))).toBeUndefined();
    }
    await writeFile(pathOf('a'), whole);
    await mkdir(join(folder, 'page', 'bb'));
    await copyFile(pathOf('a'), pathOf('b'));
    expect(await store.get('page', key('b'))).toBeUndefined();
    expect(decoded(await store.get('page', key('a')))).toBe('content of a page');
    expect(store.damaged()).toBe(6);
  });

  test('is used by several at once: every entry that is there is whole', async () => {
    const stores = Array.from({ length: 8 }, () => open());
    const content = 'x'.repeat(200_000);
    const seen = await Promise.all(
      stores.map(async store => {
        await store.put('page', key('a'), content);
        return decoded(await store.get('page', key('a')));
      }),
    );
    expect(seen.every(text => text === content)).toBe(true);
    expect(stores.map(store => [store.damaged(), store.failure()])).toEqual(stores.map(() => [0, undefined]));
  });

  test('stays within its size: what was not used for longest goes first', async () => {
    const store = open(4000);
    for (const [index, letter] of ['a', 'b', 'c', 'd'].entries()) {
      await store.put('page', key(letter), 'x'.repeat(1000));
      await utimes(pathOf(letter), 1_700_000_000 + index * 7200, 1_700_000_000 + index * 7200);
    }
    expect(await store.get('page', key('a'))).toBeDefined();
    await store.prune();
    const left = await Promise.all(['a', 'b', 'c', 'd'].map(letter => store.get('page', key(letter))));
    expect(left.map(entry => entry !== undefined)).toEqual([true, false, true, true]);
  });

  test('that cannot be written says so, and no build fails for it', async () => {
    await writeFile(folder, 'a file where the folder would be');
    const store = open();
    await store.put('page', key('a'), 'x');
    expect(store.failure()).toMatch(/EEXIST|ENOTDIR/);
    expect(await store.get('page', key('a'))).toBeUndefined();
    await store.prune();
  });
});
