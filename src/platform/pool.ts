/** Things that are costly to make and used by one at a time. */
export interface Pool<T> {
  /** Lends one, as soon as one is free, for the time of the work. One whose work failed is not lent again. */
  use<R>(work: (item: T) => Promise<R>): Promise<R>;
}

/** @param size how many there are at most */
export const createPool = <T>(size: number, make: () => Promise<T>): Pool<T> => {
  const idle: T[] = [];
  const waiting: (() => void)[] = [];
  let lent = 0;
  const take = async (): Promise<T> => {
    while (lent >= size) await new Promise<void>(resolve => waiting.push(resolve));
    lent += 1;
    return idle.pop() ?? make();
  };
  const giveBack = (): void => {
    lent -= 1;
    waiting.shift()?.();
  };
  return {
    use: async work => {
      try {
        const item = await take();
        const result = await work(item);
        idle.push(item);
        return result;
      } finally {
        giveBack();
      }
    },
  };
};
