import type { Reads } from '../analysis/reading/account-watch.ts';
import type { Pattern } from '../analysis/reading/patterns.ts';
import type { Planned } from '../document/plan.ts';
import type { Cache } from '../effects.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { sha256 } from '../model/hash.ts';
import { accountChanges } from './account-changes.ts';
import { keyOf } from './key.ts';
import { textIn } from './remembered.ts';

/** Knows documents of earlier builds that rest on nothing that has changed since: they need not even be composed. */
export interface DocumentMemory {
  known(planned: Planned): Promise<RememberedDocument | undefined>;
  /** @param reads what the document was made from */
  remember(planned: Planned, reads: Reads, made: RememberedDocument): Promise<void>;
}

export interface RememberedDocument {
  readonly outputs: readonly RememberedOutput[];
  readonly complaints: readonly Diagnostic[];
}

export interface RememberedOutput {
  readonly format: 'html' | 'pdf';
  readonly hash: string;
  readonly missing: readonly string[];
}

/** What documents are made from. */
export interface DocumentSources {
  /** What all documents share that is nothing of an account: period, date, archive, all other files. */
  readonly shared: unknown;
  /** What one document has of its own: its notebook, its name, its browser. */
  readonly ownOf: (planned: Planned) => Promise<unknown>;
  /** Files of all accounts, in the order of the analysis, with their hashes. */
  readonly accounts: readonly (readonly [file: string, hash: string])[];
  /** The bytes of the file of an account. */
  readonly read: (file: string) => Promise<Uint8Array | undefined>;
}

/** Files of accounts with their hashes, as they were when a document was made. */
type State = DocumentSources['accounts'];

interface DocumentRecord extends RememberedDocument {
  /** Key of the state. */
  readonly state: string;
  /** Patterns by the accounts of which they were read. */
  readonly reads: readonly (readonly [accounts: string, patterns: readonly Pattern[]])[];
}

/**
 * What a document rests on of the accounts is known from its making. Where an account was edited since, its text of that time is held
 * against that of now: a document that read none of what is another one would read the same again and become the same.
 */
export const createDocumentMemory = (cache: Cache, sources: DocumentSources): DocumentMemory => {
  const { accounts, read } = sources;
  const current = new Map(accounts);
  const states = new Map<string, Promise<State | undefined>>();
  const changes = new Map<string, Promise<ReadonlySet<Pattern> | undefined>>();
  let kept: Promise<string> | undefined;

  const shared = keyOf('document', cache.engine, sources.shared);
  const keyFor = async (planned: Planned): Promise<string> =>
    keyOf(await shared, planned.path, planned.formats, await sources.ownOf(planned));
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
  const isUntouched = async ({ state, reads }: DocumentRecord): Promise<boolean> => {
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
  const put = async (key: string, record: Omit<DocumentRecord, 'state'>): Promise<void> => {
    const state = await keptState();
    await cache.put('document', key, JSON.stringify({ ...record, state }));
  };
  return {
    known: async planned => {
      const key = await keyFor(planned);
      const record = jsonIn<DocumentRecord>(await cache.get('document', key));
      if (record === undefined || !(await isUntouched(record))) return undefined;
      if (record.state !== (await keptState())) await put(key, record);
      return record;
    },
    remember: async (planned, reads, made) => {
      if (!reads.files.every((file, index) => file === accounts[index]?.[0]))
        throw new Error('The accounts that were watched stand in another order than those of the analysis');
      await put(await keyFor(planned), { ...made, reads: grouped(reads) });
    },
  };
};

/** Most patterns are read of the same accounts as others: of all, of those with key status, of the one that it is about. */
const grouped = ({ patterns }: Reads): DocumentRecord['reads'] => {
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
const readsAny = (changed: ReadonlySet<Pattern>, index: number, reads: DocumentRecord['reads']): boolean =>
  reads.some(
    ([members, patterns]) => isMember(members, index) && patterns.some(pattern => changed.has(pattern)),
  );

const isMember = (members: string, index: number): boolean => {
  const word = index >>> 5;
  return ((Number.parseInt(members.slice(8 * word, 8 * word + 8), 16) >>> (index & 31)) & 1) === 1;
};

const jsonIn = <T>(entry: Uint8Array | undefined): T | undefined => {
  const text = textIn(entry);
  return text === undefined ? undefined : (JSON.parse(text) as T);
};
