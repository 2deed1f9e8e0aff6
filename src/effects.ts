/** Everything that enters or leaves the pipeline goes through here; only platform/ and cli/ make one. */
export interface Effects {
  /** The workspace. */
  readonly files: Files;
  /** The installed package: templates, notebooks, locales, fonts. */
  readonly product: Files;
  /** The type of the pages. */
  readonly fonts: Fonts;
  /** The JSON Schema of the Vega-Lite that is installed. */
  readonly chartSchema: () => Promise<unknown>;
  /** Where functions of the workspace run. */
  readonly confinement: Confinement;
  readonly print: NamedPrinter;
  readonly log: Log;
  /** What earlier builds made; everything is made anew where it is absent. */
  readonly cache?: Cache;
}

/**
 * Results of earlier builds, each under the hash of everything that it rests on. An entry that is not what was put there counts
 * as absent; one that cannot be put is not, and the build goes on.
 */
export interface Cache {
  /** Hash over this program and all that it brings: what another one made is not found. */
  readonly engine: string;
  get(kind: CacheKind, key: string): Promise<Uint8Array | undefined>;
  put(kind: CacheKind, key: string, content: string | Uint8Array): Promise<void>;
}

/** `output`: a finished file, by its own hash. `hint`: what only saves work, and may be wrong. `account`: the file of an account, by its own hash. `cut`: a part of a face. The others name outputs. */
export type CacheKind =
  | 'build'
  | 'check'
  | 'parsed'
  | 'library'
  | 'document'
  | 'page'
  | 'print'
  | 'output'
  | 'cut'
  | 'account'
  | 'accounts'
  | 'hint';

/** A tree of files, by path relative to its root, forward slashes. */
export interface Files {
  /** Undefined where there is no such file. */
  read(path: string): Promise<string | undefined>;
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** The SHA-256 of a file, in hexadecimal, without holding all of it; trees without files of their own have none. */
  digest?(path: string): Promise<string | undefined>;
  /** Order lines of a Parquet file, added up by a database; trees that reach no disk have none. */
  orderDays?(path: string): Promise<OrderDays | undefined>;
  /** Paths of all files below a folder, sorted by code point; empty where the folder does not exist. */
  list(folder: string): Promise<readonly string[]>;
  /** Writes whole or not at all (a temporary file beside it, then a rename). Returns false where the bytes were the same. */
  write(path: string, content: string | Uint8Array): Promise<boolean>;
}

/** What a file of order lines says, a line for each account and day. */
export interface OrderDays {
  /** Columns that are needed and not there; nothing else is read then. */
  readonly missing: readonly string[];
  /** By account as the file names it, each by day. */
  readonly accounts: ReadonlyMap<string, OrderDaysOfAccount>;
  /** The first lines at fault, and how many there are. */
  readonly faults: readonly {
    readonly row: number;
    readonly column: 'account' | 'date';
    readonly text: string;
  }[];
  readonly faulty: number;
  /** Why the file cannot be read at all. */
  readonly unreadable?: string;
}

export interface OrderDaysOfAccount {
  /** Counted from 1970-01-01. */
  readonly days: Int32Array;
  /** The first line of the account and day in the file, from 0. */
  readonly rows: Float64Array;
  /** How many orders begin on that day. */
  readonly begins: Uint32Array;
  /** What they come to; not a number where a line does not say so. */
  readonly amounts: Float64Array;
}

/** Runs functions of a workspace cut off from everything: no files, no network, no clock, no chance, and not for long. */
export interface Confinement {
  /** A place of its own in which these scripts have run; what one place remembers, no other knows. */
  open(scripts: readonly ConfinedScript[]): ConfinedPlace;
}

/** A script that leaves its function in the variable `helper`. */
export interface ConfinedScript {
  readonly name: string;
  /** Where it was written, for places of faults. */
  readonly file: string;
  readonly text: string;
}

export interface ConfinedPlace {
  /**
   * Calls the function of a script. Only JSON goes in and comes out, so that nothing of ours can be reached from there.
   * @param args a JSON array
   */
  call(name: string, args: string): ConfinedAnswer;
}

/** JSON of what a function gave back, absent where that was no plain value; or what went wrong in it, and where. */
export type ConfinedAnswer =
  | { readonly value?: string }
  | { readonly fault: string; readonly line?: number; readonly column?: number };

export interface PrintOptions {
  readonly title: string;
  readonly language: string;
}

/** Prints finished HTML: the pinned headless shell in production, nothing in most tests. */
export interface Printer {
  /** @returns the raw PDF, tagged, with outline and named destinations */
  pdf(html: string, options: PrintOptions): Promise<Uint8Array>;
}

/** A printer that says which browser it is, with its version: what a page gives depends on it. */
export interface NamedPrinter extends Printer {
  /** Does not start it where that can be known otherwise. */
  name(): Promise<string>;
}

/** Paints a finished page, which brings all it shows. */
export interface Painter {
  /** @param size CSS pixels; the picture has twice as many */
  png(html: string, size: { readonly width: number; readonly height: number }): Promise<Uint8Array>;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** Progress of long work: done of total, and what is in hand. */
  progress(done: number, total: number, label: string): void;
}

/** The type family that pages embed. */
export interface Fonts {
  readonly faces: readonly FontFace[];
  /**
   * The part of a face that sets some characters: a woff2 file in base64. The same characters give the same bytes.
   * @returns undefined where it has no outline of any of them, as of a joiner: browsers refuse such a file
   */
  cut(face: FontFace, characters: string): Promise<string | undefined>;
}

/** One file of a type family: a subset of its characters in one weight and style. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** As CSS writes it: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string;
  /** OpenType features that a part of it keeps; those of Latin text when absent. */
  readonly features?: readonly string[];
  /** By how much it is scaled; 1 when absent. */
  readonly scale?: number;
  /** A font file. */
  readonly file: Uint8Array;
}
