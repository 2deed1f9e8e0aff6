import type { Kept, Reading } from './reading.ts';

/** Members of a numbered set, a bit for each. */
export type Bits = Uint32Array;

/** What was read: of which accounts, by the number of a pattern. */
export type Read = ReadonlyMap<number, Bits>;

/** Notes what is read by whatever is in the making, which may ask for other things to be made. */
export interface Frames extends Pick<Reading, 'keep'> {
  note(pattern: number, account: number): void;
  /** Makes something and says all that was read for it, by itself and by what it looked at. */
  told<T>(make: () => T): { readonly made: T; readonly read: Read };
  /** Begins to look out for what is read while nothing is in the making; what it gives says whether there was anything. */
  strays(): () => boolean;
}

/** What is in the making, and what it read so far. A code is a pattern of an account. */
interface Frame {
  readonly codes: Set<number>;
  readonly large: Set<Read>;
}

/** The same once it is made: the few codes that it read in any way, and what it read of many accounts. */
interface Closed {
  readonly codes: Uint32Array;
  readonly large: readonly Read[];
}

/** Codes that whoever looks at something copies; what read more is pointed at, since every document looks at the portfolio. */
const few = 1_000;

/** @param accounts how many there are */
export const createFrames = (accounts: number): Frames => {
  const words = Math.ceil(accounts / 32);
  let current: Frame | undefined;
  let outside = 0;

  const addTo = (read: Map<number, Bits>, codes: Iterable<number>): void => {
    for (const code of codes) {
      const pattern = Math.floor(code / accounts);
      const account = code - pattern * accounts;
      const bits = bitsOf(read, pattern);
      bits[account >>> 5] = (bits[account >>> 5] ?? 0) | (1 << (account & 31));
    }
  };
  const bitsOf = (read: Map<number, Bits>, pattern: number): Bits => {
    const known = read.get(pattern) ?? new Uint32Array(words);
    read.set(pattern, known);
    return known;
  };
  const close = ({ codes, large }: Frame): Closed => {
    if (codes.size <= few) return { codes: Uint32Array.from(codes), large: [...large] };
    const own = new Map<number, Bits>();
    addTo(own, codes);
    return { codes: new Uint32Array(), large: [own, ...large] };
  };
  const within = <T>(make: () => T): { readonly made: T; readonly frame: Frame } => {
    const outer = current;
    const frame: Frame = { codes: new Set(), large: new Set() };
    current = frame;
    try {
      return { made: make(), frame };
    } catch (error) {
      // Whoever asked may go on without it, and then rests on what made it fail.
      current = outer;
      lookAt(close(frame));
      throw error;
    } finally {
      current = outer;
    }
  };
  const lookAt = ({ codes, large }: Closed): void => {
    if (current === undefined) outside += codes.length + large.length;
    else {
      for (const code of codes) current.codes.add(code);
      for (const read of large) current.large.add(read);
    }
  };
  return {
    note: (pattern, account) => {
      if (current === undefined) outside += 1;
      else current.codes.add(pattern * accounts + account);
    },
    keep: <T>(make: () => T): Kept<T> => {
      const { made, frame } = within(make);
      const closed = close(frame);
      return () => {
        lookAt(closed);
        return made;
      };
    },
    told: make => {
      const { made, frame } = within(make);
      const read = new Map<number, Bits>();
      addTo(read, frame.codes);
      for (const large of frame.large)
        for (const [pattern, bits] of large) {
          const all = bitsOf(read, pattern);
          for (let word = 0; word < words; word += 1) all[word] = (all[word] ?? 0) | (bits[word] ?? 0);
        }
      return { made, read };
    },
    strays: () => {
      const before = outside;
      return () => outside > before;
    },
  };
};
