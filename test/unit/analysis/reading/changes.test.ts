import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { watchAccounts } from '../../../../src/analysis/reading/account-watch.ts';
import { changedPatterns } from '../../../../src/analysis/reading/changes.ts';
import type { Account, Workspace } from '../../../../src/model/workspace.ts';

type Data = Readonly<Record<string, unknown>>;

const accountOf = (id: string, data: Data): Account =>
  ({ ...data, id, source: { file: `data/accounts/${id}.yaml`, path: [] } }) as unknown as Account;

const watched = (...all: readonly Data[]) =>
  watchAccounts({
    accounts: all.map((data, index) => accountOf(`a${index}`, data)),
  } as unknown as Workspace);

/** What was read of the first account. */
const readBy = (data: Data, look: (account: Data) => unknown): readonly string[] => {
  const watch = watched(data);
  const { reads } = watch.told(() => look(watch.workspace.accounts[0] as unknown as Data));
  return [...reads.patterns.keys()].sort();
};

describe('what is noted of an account', () => {
  const data = { name: 'One', since: '2020', contacts: [{ name: 'Ana', seen: ['x'] }, { name: 'Bea' }] };
  const contactsOf = (account: Data) => account.contacts as readonly Data[];

  test('is what was read, to the value', () => {
    expect(readBy(data, ({ name }) => name)).toEqual(['name']);
    expect(readBy(data, account => contactsOf(account)[1]?.name)).toEqual([
      'contacts',
      'contacts#',
      'contacts.*',
      'contacts.*.name',
    ]);
  });

  test('is that something was absent, too', () => {
    expect(readBy(data, ({ parent }) => parent)).toEqual(['parent']);
    expect(readBy(data, account => 'parent' in account)).toEqual(['parent']);
  });

  test('is which keys there are, for who lists them', () => {
    expect(readBy(data, account => Object.keys(contactsOf(account)[0] ?? {}))).toEqual([
      'contacts',
      'contacts#',
      'contacts.*',
      'contacts.*#',
      'contacts.*.name',
      'contacts.*.seen',
    ]);
  });

  test('is nothing for who asks which account it is', () => {
    expect(readBy(data, ({ id, source }) => [id, source])).toEqual([]);
  });

  test('is of the account that was read', () => {
    const watch = watched({ name: 'One' }, { name: 'Two' });
    const { reads } = watch.told(() => watch.workspace.accounts[1]?.name);
    expect([...reads.patterns].map(([pattern, bits]) => [pattern, [...bits]])).toEqual([['name', [2]]]);
  });

  test('is the same object whenever it is read', () => {
    const watch = watched(data);
    const [account] = watch.workspace.accounts as unknown as readonly Data[];
    expect(account?.contacts).toBe(account?.contacts);
    expect(JSON.parse(JSON.stringify(account))).toMatchObject(data);
  });
});

describe('what was kept', () => {
  test('counts as read by whoever looks at it, and by whoever looks at what rests on it', () => {
    const watch = watched({ name: 'One', since: '2020' });
    const [account] = watch.workspace.accounts;
    const name = watch.keepEach((_: string) => account?.name);
    const loud = watch.keepEach((_: string) => `${name('x')}!`);
    expect([...watch.told(() => loud('x')).reads.patterns.keys()]).toEqual(['name']);
    expect([...watch.told(() => loud('x')).reads.patterns.keys()]).toEqual(['name']);
    expect([...watch.told(() => account?.since).reads.patterns.keys()]).toEqual(['since']);
  });

  test('rests on what made it fail', () => {
    const watch = watched({ name: 'One' });
    const [account] = watch.workspace.accounts;
    const failing = (): never => {
      throw new Error(account?.name);
    };
    const { made, reads } = watch.told(() => {
      try {
        return watch.keep(failing)();
      } catch {
        return 'failed';
      }
    });
    expect(made).toBe('failed');
    expect([...reads.patterns.keys()]).toEqual(['name']);
  });

  test('is told of many accounts as it is of few', () => {
    const many = Array.from({ length: 1_100 }, (_, index) => ({ name: `N${index}`, since: '2020' }));
    const watch = watched(...many);
    const all = watch.keepEach((_: string) => watch.workspace.accounts.map(({ name }) => name).join());
    const { reads } = watch.told(() => [all('x'), watch.workspace.accounts[3]?.since]);
    const members = (pattern: string): number =>
      [...(reads.patterns.get(pattern) ?? [])].reduce(
        (sum, word) => sum + word.toString(2).replaceAll('0', '').length,
        0,
      );
    expect([members('name'), members('since')]).toEqual([1_100, 1]);
  });
});

test('what is read while nothing is in the making is noticed', () => {
  const watch = watched({ name: 'One' });
  const strayed = watch.strays();
  watch.told(() => watch.workspace.accounts[0]?.name);
  expect(strayed()).toBe(false);
  void watch.workspace.accounts[0]?.name;
  expect(strayed()).toBe(true);
});

describe('whoever read nothing of what has changed reads the same again', () => {
  const value: fc.Arbitrary<unknown> = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('a', 'b', 1, 2, true, null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('k', 'l', 'm'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value;
  const record = fc.dictionary(fc.constantFrom('k', 'l', 'm'), value, { maxKeys: 3, noNullPrototype: true });
  /** Ways to read: into a key, all keys, how many, all of it. */
  const steps = fc.array(fc.constantFrom('k', 'l', 'm', 0, 1, 'keys', 'length', 'all', 'has'), {
    maxLength: 5,
  });

  const ways: Readonly<Record<string, (found: object) => unknown>> = {
    keys: Object.keys,
    length: found => (Array.isArray(found) ? found.length : 'none'),
    all: found => JSON.stringify(found),
    has: found => Object.hasOwn(found, 'k'),
  };
  const isObject = (found: unknown): found is object => typeof found === 'object' && found !== null;
  const follow = (start: unknown, path: readonly (string | number)[]): unknown => {
    let found = start;
    for (const step of path) {
      if (!isObject(found)) return found;
      const way = ways[step];
      if (way !== undefined) return way(found);
      found = Reflect.get(found, step);
    }
    if (!isObject(found)) return found;
    return Array.isArray(found) ? 'list' : 'record';
  };

  test('for every two states of an account and every way to read it', () => {
    fc.assert(
      fc.property(record, record, fc.array(steps, { maxLength: 4 }), (before, after, paths) => {
        const read = new Set(readBy(before, account => paths.map(path => follow(account, path))));
        const changed = changedPatterns(before, after, '');
        if ([...changed].some(pattern => read.has(pattern))) return;
        expect(paths.map(path => follow(after, path))).toEqual(paths.map(path => follow(before, path)));
      }),
      { numRuns: 20_000 },
    );
  });

  test('and what is the same has no change', () => {
    fc.assert(
      fc.property(record, one => {
        expect([...changedPatterns(one, structuredClone(one), '')]).toEqual([]);
      }),
    );
  });
});
