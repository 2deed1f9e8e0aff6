import type { SourceRef } from '../../model/source.ts';
import type { Workspace } from '../../model/workspace.ts';
import { type Bits, createFrames, type Read } from './frame.ts';
import { createPatternTree, type PatternNode, type PatternTree } from './pattern-tree.ts';
import { type Pattern, placeStep, places } from './patterns.ts';
import type { Kept, Reading } from './reading.ts';
import { watchedRecord } from './watched-record.ts';

/** A workspace whose accounts note what is read of them. */
export interface Watch extends Reading {
  readonly workspace: Workspace;
  /** Notes which places are looked up: not what is written there, but where it stands and how. */
  locating<T>(locate: (ref: SourceRef) => T): (ref: SourceRef) => T;
  /** Makes something at once, and says what it was made from. */
  told<T>(make: () => T): { readonly made: T; readonly reads: Reads };
  /** Begins to look out for what is read while nothing is in the making; what it gives says whether there was anything. */
  strays(): () => boolean;
}

/** What was read of which accounts. */
export interface Reads {
  /** Files of all accounts, in the order of the bits. */
  readonly files: readonly string[];
  readonly patterns: ReadonlyMap<Pattern, Bits>;
}

/** What was read for several things together. */
export const readsTogether = (all: readonly [Reads, ...Reads[]]): Reads => {
  const patterns = new Map<Pattern, Bits>();
  for (const reads of all)
    for (const [pattern, bits] of reads.patterns) {
      const known = patterns.get(pattern);
      patterns.set(
        pattern,
        known === undefined ? bits : bits.map((word, index) => word | (known[index] ?? 0)),
      );
    }
  return { files: all[0].files, patterns };
};

/** Which account it is, and in which file, is known without reading it. */
const identity: ReadonlySet<string> = new Set(['id', 'source']);

/** Watches the accounts of a workspace: reading them takes longer, and what it gives is the same. */
export const watchAccounts = (workspace: Workspace): Watch => {
  const { accounts } = workspace;
  const files = accounts.map(({ source }) => source.file);
  const indexOf = new Map(files.map((file, index) => [file, index]));
  const frames = createFrames(Math.max(1, files.length));
  const tree = createPatternTree();
  const top = tree.child(tree.root, places);
  const placeNode = (path: SourceRef['path']): PatternNode =>
    path.reduce<PatternNode>((above, step) => tree.child(above, placeStep(step)), top);
  return {
    workspace: {
      ...workspace,
      accounts: accounts.map((account, index) => {
        const note = (pattern: number): void => frames.note(pattern, index);
        return watchedRecord(account, tree.root, { tree, note, known: identity });
      }),
    },
    keep: frames.keep,
    keepEach: <Key, T>(make: (key: Key) => T) => {
      const known = new Map<Key, Kept<T>>();
      return (key: Key) => {
        const kept = known.get(key) ?? frames.keep(() => make(key));
        known.set(key, kept);
        return kept();
      };
    },
    locating: locate => ref => {
      const index = indexOf.get(ref.file);
      if (index !== undefined) frames.note(placeNode(ref.path).number, index);
      return locate(ref);
    },
    told: make => {
      const { made, read } = frames.told(make);
      return { made, reads: { files, patterns: named(read, tree) } };
    },
    strays: frames.strays,
  };
};

const named = (read: Read, { patternOf }: PatternTree): Reads['patterns'] =>
  new Map([...read].map(([number, bits]) => [patternOf(number), bits]));
