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

/** What is in the making, what it read so far by itself, and what it looked at. A code is a pattern of an account. */
interface Frame {
  readonly codes: Set<number>;
  readonly looked: Set<Closed>;
}

/** The same once it is made: the few codes that it read in any way, and what it read of many accounts. */
interface Closed {
  readonly codes: Uint32Array;
  readonly large: readonly Read[];
}

/** Codes that whoever looks at something copies; what read more is pointed at, since every document looks at the portfolio. */
const few = 1_000;
const none = new Uint32Array();

/** @param accounts how many there are */
export const createFrames = (accounts: number): Frames => {
  const words = Math.ceil(accounts / 32);
  const stride = 32 * words;
  let current: Frame | undefined;
  let outside = 0;
  let patterns = 0;

  const within = <T>(make: () => T): { readonly made: T; readonly frame: Frame } => {
    const outer = current;
    const frame: Frame = { codes: new Set(), looked: new Set() };
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
  const lookAt = (closed: Closed): void => {
    if (current !== undefined) current.looked.add(closed);
    else if (closed.codes.length + closed.large.length > 0) outside += 1;
  };
  /** What it looked at is gathered once, at its end: it may look at the same a thousand times. */
  const close = ({ codes, looked }: Frame): Closed => {
    const large = new Set<Read>();
    for (const one of looked) {
      for (const code of one.codes) codes.add(code);
      for (const read of one.large) large.add(read);
    }
    if (codes.size <= few) return { codes: Uint32Array.from(codes), large: [...large] };
    return { codes: none, large: [grouped(codes), ...large] };
  };
  const grouped = (codes: Iterable<number>): Read => {
    const read = new Map<number, Bits>();
    for (const code of codes) {
      const pattern = Math.floor(code / stride);
      const bits = read.get(pattern) ?? new Uint32Array(words);
      read.set(pattern, bits);
      const word = (code >>> 5) - pattern * words;
      bits[word] = (bits[word] ?? 0) | (1 << (code & 31));
    }
    return read;
  };
  const byPattern = (bits: Bits): Read => {
    const read = new Map<number, Bits>();
    for (let pattern = 0; pattern < patterns; pattern += 1) {
      const own = bits.slice(pattern * words, (pattern + 1) * words);
      if (own.some(word => word !== 0)) read.set(pattern, own);
    }
    return read;
  };
  const addAll = (bits: Bits, read: Read): void => {
    for (const [pattern, some] of read)
      for (const [word, value] of some.entries()) {
        const place = pattern * words + word;
        bits[place] = (bits[place] ?? 0) | value;
      }
  };
  /** All that a frame read, by pattern. A code is the place of its bit. */
  const whole = ({ codes, looked }: Frame): Read => {
    const bits = new Uint32Array(patterns * words);
    const add = (code: number): void => {
      bits[code >>> 5] = (bits[code >>> 5] ?? 0) | (1 << (code & 31));
    };
    const large = new Set<Read>();
    for (const code of codes) add(code);
    for (const one of looked) {
      for (const code of one.codes) add(code);
      for (const read of one.large) large.add(read);
    }
    for (const read of large) addAll(bits, read);
    return byPattern(bits);
  };
  return {
    note: (pattern, account) => {
      if (pattern >= patterns) patterns = pattern + 1;
      if (current === undefined) outside += 1;
      else current.codes.add(pattern * stride + account);
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
      return { made, read: whole(frame) };
    },
    strays: () => {
      const before = outside;
      return () => outside > before;
    },
  };
};
