/** Remembers the last `kept` results of a pure function by its argument. */
export const recent = <T>(compute: (key: string) => T, kept: number): ((key: string) => T) => {
  const known = new Map<string, T>();
  return key => {
    const value = known.get(key) ?? compute(key);
    // Set anew, the key moves to the end: the first one is the one not asked for the longest.
    known.delete(key);
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    return value;
  };
};
