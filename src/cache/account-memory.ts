import type { Reads } from '../analysis/reading/account-watch.ts';
import type { Pattern } from '../analysis/reading/patterns.ts';
import type { Cache, CacheKind } from '../effects.ts';
import { sha256 } from '../model/hash.ts';
import { accountChanges } from './account-changes.ts';
import { keyOf } from './key.ts';
import { jsonIn, textIn } from './remembered.ts';

/** Knows what an earlier build made, where nothing that it read of the accounts is another one since. */
export interface AccountMemory {
  /** @param key hash of everything else that it rests on */
  known<T>(kind: CacheKind, key: string): Promise<T | undefined>;
  remember<T>(kind: CacheKind, key: string, reads: Reads, made: T): Promise<void>;
}

export interface AccountFiles {
  /** Files of all accounts, in the order in which they are watched, with their hashes. */
  readonly accounts: readonly (readonly [file: string, hash: string])[];
  readonly read: (file: string) => Promise<Uint8Array | undefined>;
  /** Whether everything that was read meanwhile is as the keys say. */
  readonly isCurrent: () => Promise<boolean>;
}

/** Files of accounts with their hashes, as they were when something was made. */
type State = AccountFiles['accounts'];

/** Patterns by the accounts of which they were read. */
type ReadPatterns = readonly (readonly [accounts: string, patterns: readonly Pattern[]])[];

interface MadeRecord {
  /** Key of the state. */
  readonly state: string;
  readonly reads: ReadPatterns;
  readonly made: unknown;
}

/**
 * What something rests on of the accounts is known from its making. Where an account was edited since, its text of that time is
 * held against that of now: what read none of what is another one would read the same again and become the same.
 */
export const createAccountMemory = (
  cache: Cache,
  { accounts, read, isCurrent }: AccountFiles,
): AccountMemory => {
  const current = new Map(accounts);
  const states = new Map<string, Promise<State | undefined>>();
  const changes = new Map<string, Promise<ReadonlySet<Pattern> | undefined>>();
  let kept: Promise<string> | undefined;

  const stateOf = (key: string): Promise<State | undefined> => {
    const known = states.get(key) ?? cache.get('accounts', key).then(entry => jsonIn<State>(entry));
    states.set(key, known);
    return known;
  };
  /** As they were when the workspace was read; undefined where somebody has written it again since. */
  const bytesOf = async (file: string): Promise<Uint8Array | undefined> => {
    const bytes = await read(file);
    return bytes !== undefined && (await sha256(bytes)) === current.get(file) ? bytes : undefined;
  };
  /** Undefined where nothing can be said: then everything may have changed. */
  const changesOf = (file: string, hash: string): Promise<ReadonlySet<Pattern> | undefined> => {
    const known = changes.get(`${file} ${hash}`) ?? changesSince(file, hash);
    changes.set(`${file} ${hash}`, known);
    return known;
  };
  const changesSince = async (file: string, hash: string): Promise<ReadonlySet<Pattern> | undefined> => {
    const before = textIn(await cache.get('account', hash));
    const after = textIn(await bytesOf(file));
    return before === undefined || after === undefined ? undefined : accountChanges(file, before, after);
  };
  const isUntouched = async ({ state, reads }: MadeRecord): Promise<boolean> => {
    const then = await stateOf(state);
    if (then === undefined || then.length !== accounts.length) return false;
    for (const [index, [file, hash]] of then.entries()) {
      if (accounts[index]?.[0] !== file) return false;
      if (current.get(file) === hash) continue;
      const changed = await changesOf(file, hash);
      if (changed === undefined || readsAny(changed, index, reads)) return false;
    }
    return true;
  };
  const keptState = (): Promise<string> => {
    kept ??= keepState();
    return kept;
  };
  /** Keeps the texts of now, for the next build to hold its own against. */
  const keepState = async (): Promise<string> => {
    const key = await keyOf(accounts);
    await cache.put('accounts', key, JSON.stringify(accounts));
    for (const [file, hash] of accounts) {
      if ((await cache.get('account', hash)) !== undefined) continue;
      const bytes = await bytesOf(file);
      if (bytes !== undefined) await cache.put('account', hash, bytes);
    }
    return key;
  };
  const put = async (kind: CacheKind, key: string, record: Omit<MadeRecord, 'state'>): Promise<void> => {
    const state = await keptState();
    await cache.put(kind, key, JSON.stringify({ ...record, state }));
  };
  return {
    known: async <T>(kind: CacheKind, key: string) => {
      const record = jsonIn<MadeRecord>(await cache.get(kind, key));
      if (record === undefined || !(await isUntouched(record))) return undefined;
      if (record.state !== (await keptState())) await put(kind, key, record);
      return record.made as T;
    },
    remember: async (kind, key, reads, made) => {
      if (!reads.files.every((file, index) => file === accounts[index]?.[0]))
        throw new Error('The accounts that were watched stand in another order than those of the analysis');
      if (await isCurrent()) await put(kind, key, { reads: grouped(reads), made });
    },
  };
};

/** Most patterns are read of the same accounts as others: of all, of those with key status, of the one that it is about. */
const grouped = ({ patterns }: Reads): ReadPatterns => {
  const groups = new Map<string, Pattern[]>();
  for (const [pattern, bits] of patterns) {
    const members = [...bits].map(word => word.toString(16).padStart(8, '0')).join('');
    const group = groups.get(members) ?? [];
    groups.set(members, group);
    group.push(pattern);
  }
  return [...groups];
};

/** @param index of an account */
const readsAny = (changed: ReadonlySet<Pattern>, index: number, reads: ReadPatterns): boolean =>
  reads.some(
    ([members, patterns]) => isMember(members, index) && patterns.some(pattern => changed.has(pattern)),
  );

const isMember = (members: string, index: number): boolean => {
  const word = index >>> 5;
  return ((Number.parseInt(members.slice(8 * word, 8 * word + 8), 16) >>> (index & 31)) & 1) === 1;
};
