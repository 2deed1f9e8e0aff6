/** Remembers the latest results of a pure function by its argument, `kept` at most. */
export const recent = <T>(compute: (key: string) => T, kept: number): ((key: string) => T) => {
  const remember = recently<T>(kept);
  return key => remember(key, () => compute(key));
};

/**
 * The same for what is not made from its key alone: whoever asks says how, and gives a key that tells everything apart.
 *
 * Two generations: what is asked for again moves from the old one to the young one, and when that is full the old one is dropped
 * whole. So the half of `kept` that was asked for last is always there, and to look something up changes nothing: a map whose
 * entries are moved to its end each time is soon full of gaps.
 */
export const recently = <T>(kept: number): ((key: string, make: () => T) => T) => {
  const most = Math.max(1, Math.floor(kept / 2));
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (key, make) => {
    const known = young.get(key);
    if (known !== undefined || young.has(key)) return known as T;
    const value = old.has(key) ? (old.get(key) as T) : make();
    // What was made for it may have filled the young one meanwhile.
    if (young.size >= most) [young, old] = [new Map(), young];
    young.set(key, value);
    return value;
  };
};
