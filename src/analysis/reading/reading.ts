/** Something that is kept; whoever looks at it has read what it was made from. */
export type Kept<T> = () => T;

/**
 * Knows what is read of the accounts while something is made. What is remembered for several askers is remembered through it:
 * otherwise only the first of them would seem to have read what it was made from.
 */
export interface Reading {
  /** Makes something that may be asked for again. @throws what `make` throws; then nothing is kept */
  keep<T>(make: () => T): Kept<T>;
  /** Makes something for each key, once. */
  keepEach<Key, T>(make: (key: Key) => T): (key: Key) => T;
}

/** Something that is made when it is first asked for. */
export const onDemand = <T>({ keep }: Pick<Reading, 'keep'>, make: () => T): Kept<T> => {
  let kept: Kept<T> | undefined;
  return () => {
    kept ??= keep(make);
    return kept();
  };
};

/** Where nobody wants to know. */
export const unwatched: Reading = {
  keep: make => {
    const made = make();
    return () => made;
  },
  keepEach: <Key, T>(make: (key: Key) => T) => {
    const known = new Map<Key, T>();
    return (key: Key) => {
      if (!known.has(key)) known.set(key, make(key));
      return known.get(key) as T;
    };
  },
};
