import { anyItem, below, isList, isRecord, keysOf, type Pattern } from './patterns.ts';

/**
 * What of a value is another one than before, as whoever reads it would note it: reading none of it gives the same.
 * @param pattern of the value itself
 */
export const changedPatterns = (before: unknown, after: unknown, pattern: Pattern): ReadonlySet<Pattern> => {
  const changed = new Set<Pattern>();
  const compare = (a: unknown, b: unknown, at: Pattern): void => {
    if (isList(a) && isList(b)) compareLists(a, b, at);
    else if (isRecord(a) && isRecord(b)) compareRecords(a, b, at);
    else if (!Object.is(a, b)) {
      changed.add(at);
      for (const value of [a, b]) addAll(value, at);
    }
  };
  const compareLists = (a: readonly unknown[], b: readonly unknown[], at: Pattern): void => {
    if (a.length !== b.length) changed.add(keysOf(at));
    for (let index = 0; index < Math.max(a.length, b.length); index += 1)
      compare(a[index], b[index], below(at, anyItem));
  };
  const compareRecords = (
    a: Readonly<Record<string, unknown>>,
    b: Readonly<Record<string, unknown>>,
    at: Pattern,
  ): void => {
    const [keysBefore, keysAfter] = [Object.keys(a), Object.keys(b)];
    // Their order counts, too: whoever lists them lists them in it.
    if (keysBefore.join('\0') !== keysAfter.join('\0')) changed.add(keysOf(at));
    for (const key of new Set([...keysBefore, ...keysAfter])) compare(a[key], b[key], below(at, key));
  };
  /** What is below a value that came or went. */
  const addAll = (value: unknown, at: Pattern): void => {
    if (isList(value)) {
      changed.add(keysOf(at));
      for (const item of value) addBelow(item, below(at, anyItem));
    } else if (isRecord(value)) {
      changed.add(keysOf(at));
      for (const [key, inner] of Object.entries(value)) addBelow(inner, below(at, key));
    }
  };
  const addBelow = (value: unknown, at: Pattern): void => {
    changed.add(at);
    addAll(value, at);
  };
  compare(before, after, pattern);
  return changed;
};
