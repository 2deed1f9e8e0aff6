import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { type CacheStore, createCacheStore } from '../platform/cache-store.ts';
import { engineFingerprint } from '../platform/engine.ts';
import { printError } from './terminal.ts';

export interface CacheOptions {
  /** Folder; false where nothing is to be remembered. */
  readonly cache?: string | false;
}

export const cacheOption = (): Option =>
  new Option(
    '--cache <folder>',
    'where what was made is kept for the next build (default: .cuentas/cache of the workspace, or CUENTAS_CACHE)',
  );

export const noCacheOption = (): Option => new Option('--no-cache', 'make everything anew, and keep nothing');

/** Bytes. Two hundred documents in two forms take about a tenth of it. */
const limit = 1_000_000_000;

/** The cache that the options ask for; undefined where they ask for none. */
export const openCache = async (root: string, options: CacheOptions): Promise<CacheStore | undefined> =>
  options.cache === false
    ? undefined
    : createCacheStore(folderOf(root, options), await engineFingerprint(), limit);

/** The same where a build has left one, or one is named: who only looks makes no folder in a workspace. */
export const openCacheThere = async (
  root: string,
  options: CacheOptions,
): Promise<CacheStore | undefined> => {
  const isNamed = typeof options.cache === 'string' || Boolean(process.env.CUENTAS_CACHE);
  return isNamed || existsSync(folderOf(root, options)) ? openCache(root, options) : undefined;
};

const folderOf = (root: string, { cache }: CacheOptions): string =>
  resolve(cache || process.env.CUENTAS_CACHE || join(root, '.cuentas', 'cache'));

/** Keeps the cache within its size, and says what was wrong with it: no reason to fail. */
export const closeCache = async (store: CacheStore | undefined): Promise<void> => {
  if (store === undefined) return;
  await store.prune();
  const damaged = store.damaged();
  if (damaged > 0)
    printError(
      damaged === 1
        ? 'An entry of the cache was damaged: what it held was made again.'
        : `${damaged} entries of the cache were damaged: what they held was made again.`,
    );
  const failure = store.failure();
  if (failure !== undefined)
    printError(`The cache could not be written, so the next build remembers less: ${failure}`);
};
