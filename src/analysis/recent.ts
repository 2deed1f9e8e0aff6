/** Remembers the last `kept` results of a pure function by its argument. */
export const recent = <T>(compute: (key: string) => T, kept: number): ((key: string) => T) => {
  const remember = recently<T>(kept);
  return key => remember(key, () => compute(key));
};

/** The same for what is not made from its key alone: whoever asks says how, and gives a key that tells everything apart. */
export const recently = <T>(kept: number): ((key: string, make: () => T) => T) => {
  const known = new Map<string, T>();
  return (key, make) => {
    const value = known.get(key) ?? make();
    // Set anew, the key moves to the end: the first one is the one not asked for the longest.
    known.delete(key);
    known.set(key, value);
    if (known.size > kept) known.delete(oldestOf(known));
    return value;
  };
};

const oldestOf = (known: ReadonlyMap<string, unknown>): string => {
  for (const key of known.keys()) return key;
  throw new Error('Nothing is remembered');
};
