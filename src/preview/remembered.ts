/**
 * A place for the last result of something costly: made anew only when what it rests on is not what it was. A list counts as
 * the same when its items are, anything else when it is the very same. What failed is not kept.
 */
export const remembered = <T>(): ((restsOn: readonly unknown[], make: () => T) => T) => {
  let last: { readonly restsOn: readonly unknown[]; readonly result: T } | undefined;
  return (restsOn, make) => {
    if (last === undefined || !sameItems(restsOn, last.restsOn)) {
      last = undefined;
      last = { restsOn, result: make() };
    }
    return last.result;
  };
};

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => isSame(item, b[index]));

const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((item, index) => item === b[index]));

/** One for each key, made when it is first asked for. */
export const keyed = <T>(make: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return key => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
};
