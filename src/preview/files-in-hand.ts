import type { Files } from '../effects.ts';

export type Tree = Pick<Files, 'read' | 'readBytes' | 'list'>;

/** A tree of files that is read once: until somebody says that a path has changed, what was read is given again. */
export interface FilesInHand extends Tree {
  /** A file was written, made or removed. */
  forget(path: string): void;
  /** Files that are in hand, or known to be absent. */
  paths(): readonly string[];
}

export const filesInHand = (files: Tree): FilesInHand => {
  const texts = new Map<string, Promise<string | undefined>>();
  const bytes = new Map<string, Promise<Uint8Array | undefined>>();
  const lists = new Map<string, Promise<readonly string[]>>();
  return {
    read: path => inHand(texts, path, files.read),
    readBytes: path => inHand(bytes, path, files.readBytes),
    list: folder => inHand(lists, folder, files.list),
    paths: () => [...texts.keys(), ...bytes.keys()],
    forget: path => {
      texts.delete(path);
      bytes.delete(path);
      for (const folder of lists.keys()) if (path.startsWith(`${folder}/`)) lists.delete(folder);
    },
  };
};

const inHand = <T>(
  known: Map<string, Promise<T>>,
  path: string,
  read: (path: string) => Promise<T>,
): Promise<T> => {
  const found = known.get(path) ?? read(path);
  known.set(path, found);
  // A failure of the disk is told to who asked; the next one asks the disk again.
  found.catch(() => known.delete(path));
  return found;
};

/**
 * Makes something from files, and makes it anew only when one of those that it read has another content, or a folder that it
 * listed has other files. So nobody has to say which edit affects what.
 *
 * @param make reads through the tree that it is given, and nothing else
 */
export const madeFrom = <T>(files: Tree, make: (files: Tree) => Promise<T>): (() => Promise<T>) => {
  let last: { readonly result: Promise<T>; readonly seen: Seen } | undefined;
  return async () => {
    // While one looks, another may have begun to make it anew: then that is looked at, or many who ask at once would each make it.
    for (let known = last; known !== undefined; known = known === last ? undefined : last)
      if (await isAsSeen(files, known.seen)) return known.result;
    const seen: Seen = { texts: new Map(), bytes: new Map(), lists: new Map() };
    const making = { result: make(watching(files, seen)), seen };
    last = making;
    making.result.catch(() => {
      if (last === making) last = undefined;
    });
    return making.result;
  };
};

const ownFolder = 'workspace/';
const inOwn = (path: string): string | undefined =>
  path.startsWith(ownFolder) ? path.slice(ownFolder.length) : undefined;

/** Two trees as one, for what is made from both: the second lies in a folder of its own, `ownIn` gives it back. */
export const sideBySide = (first: Tree, own: Tree): Tree => {
  const either =
    <T>(of: (tree: Tree) => (path: string) => Promise<T>) =>
    (path: string): Promise<T> =>
      inOwn(path) === undefined ? of(first)(path) : of(own)(inOwn(path) ?? path);
  return {
    read: either(tree => tree.read),
    readBytes: either(tree => tree.readBytes),
    list: either(tree => tree.list),
  };
};

export const ownIn = (tree: Tree): Tree => ({
  read: path => tree.read(ownFolder + path),
  readBytes: path => tree.readBytes(ownFolder + path),
  list: folder => tree.list(ownFolder + folder),
});

/** What was read, by path. */
interface Seen {
  readonly texts: Map<string, string | undefined>;
  readonly bytes: Map<string, Uint8Array | undefined>;
  readonly lists: Map<string, readonly string[]>;
}

const watching = (files: Tree, { texts, bytes, lists }: Seen): Tree => ({
  read: path => noted(texts, path, files.read(path)),
  readBytes: path => noted(bytes, path, files.readBytes(path)),
  list: folder => noted(lists, folder, files.list(folder)),
});

const noted = async <T>(into: Map<string, T>, path: string, reading: Promise<T>): Promise<T> => {
  const content = await reading;
  into.set(path, content);
  return content;
};

const isAsSeen = async (files: Tree, { texts, bytes, lists }: Seen): Promise<boolean> => {
  for (const [path, text] of texts) if ((await files.read(path)) !== text) return false;
  for (const [path, content] of bytes) if (!sameBytes(await files.readBytes(path), content)) return false;
  for (const [folder, paths] of lists)
    if ((await files.list(folder)).join('\n') !== paths.join('\n')) return false;
  return true;
};

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.length === b.length &&
    a.every((byte, index) => byte === b[index]));
