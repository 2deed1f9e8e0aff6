import { createHash } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Files } from '../effects.ts';
import { compareIds } from '../model/order.ts';
import { atEnd } from './at-end.ts';
import { MachineFault } from './fault.ts';
import { ownMark, removeLeftovers } from './leftovers.ts';

/**
 * A tree of files on disk. Nothing outside the root is ever read or written: a path that leaves it, by `..` or by a
 * symbolic link, counts as absent for reading and is refused for writing.
 * @param root folder; made with the first write where it does not exist
 * @param durable whether a file has to be on the disk before it takes its name: for what can't be made again
 */
export const createFiles = (
  root: string,
  { durable = false }: { readonly durable?: boolean } = {},
): Files => {
  const tree = resolve(root);
  const fileAt = async (path: string): Promise<string | undefined> => {
    const real = await realPathWithin(tree, path);
    return real !== undefined && (await isReadable(real)) ? real : undefined;
  };
  const read = async (path: string): Promise<Buffer | undefined> => {
    const real = await fileAt(path);
    return real === undefined ? undefined : unlessAbsent(readFile(real));
  };
  return {
    read: async path => (await read(path))?.toString('utf8'),
    readBytes: read,
    digest: async path => {
      const real = await fileAt(path);
      return real === undefined ? undefined : unlessAbsent(digest(real));
    },
    orderDays: async path => {
      const real = await fileAt(path);
      if (real === undefined) return undefined;
      const { parquetOrderDays } = await import('./duckdb-orders.ts');
      return parquetOrderDays(real);
    },
    list: async folder => {
      const real = await realPathWithin(tree, folder);
      if (real === undefined) return [];
      const found = await walk(await realpath(tree), real, folder, { ancestors: [], links: 0 });
      return found.sort(compareIds);
    },
    write: (path, content) => write({ root: tree, durable }, path, Buffer.from(content)),
  };
};

/** Bytes; the longest text that anything reads is that of the orders, 100 million characters. */
const largest = 400_000_000;

/** A file, and of a size that some reader takes: a pipe or a device would hang the build or never end. */
const isReadable = async (real: string): Promise<boolean> => {
  const found = await unlessAbsent(stat(real));
  return found?.isFile() === true && found.size <= largest;
};

const digest = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

/** Where a path really lies once links are followed; undefined where nothing is there or it is outside the root. */
const realPathWithin = async (root: string, path: string): Promise<string | undefined> => {
  const real = await unlessAbsent(realpath(join(root, path)));
  return real !== undefined && isWithin(await realpath(root), real) ? real : undefined;
};

const isWithin = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** How a folder was come to. */
interface Way {
  /** Real paths of the folders above, so that a link back to one of them ends the walk. */
  readonly ancestors: readonly string[];
  /** How many links to folders were followed. */
  readonly links: number;
}

/** Folders that link to each other would be walked in every order. */
const mostLinks = 2;

const walk = async (root: string, folder: string, shown: string, way: Way): Promise<string[]> => {
  const { ancestors, links } = way;
  const real = await unlessAbsent(realpath(folder));
  if (real === undefined || !isWithin(root, real) || ancestors.includes(real)) return [];
  const entries = (await unlessAbsent(readdir(real, { withFileTypes: true }))) ?? [];
  const found = entries.map(async entry => {
    const path = join(real, entry.name);
    const name = posix.join(shown, entry.name);
    const inside = [...ancestors, real];
    if (entry.isDirectory()) return walk(root, path, name, { ancestors: inside, links });
    if (entry.isSymbolicLink() && (await isFolder(path)))
      return links === mostLinks ? [] : walk(root, path, name, { ancestors: inside, links: links + 1 });
    if (entry.isFile()) return [name];
    const target = await unlessAbsent(realpath(path));
    return target !== undefined && isWithin(root, target) && (await stat(target)).isFile() ? [name] : [];
  });
  return (await Promise.all(found)).flat();
};

const isFolder = async (path: string): Promise<boolean> =>
  (await unlessAbsent(stat(path)))?.isDirectory() ?? false;

interface Target {
  readonly root: string;
  readonly durable: boolean;
}

/** Folders in which this run has looked for what earlier ones left. */
const swept = new Set<string>();

const isTemporary = (name: string): boolean => /^\..*\.tmp$/.test(name);

const write = async ({ root, durable }: Target, path: string, content: Buffer): Promise<boolean> => {
  const target = join(root, path);
  const folder = dirname(target);
  await makeFolder(root);
  await refuseOutside(root, folder, path);
  await makeFolder(folder);
  if (!swept.has(folder)) removeLeftovers(folder, isTemporary);
  swept.add(folder);
  const real = await realPathWithin(root, path);
  const before = real === undefined ? undefined : await unlessAbsent(readFile(real));
  if (before?.equals(content)) return false;
  const temporary = join(folder, `.${basename(target)}${ownMark()}-.tmp`);
  const forget = atEnd(() => rmSync(temporary, { force: true }));
  try {
    await writeWhole(temporary, content, durable);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    // The system names the temporary file, or none: what can't be written is the one that was wanted.
    throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path: target }) : error;
  } finally {
    forget();
  }
  return true;
};

/**
 * With those above it. Node's own way says of a disk on which no folder can be made that the one above is missing
 * (ENOENT): one after the other, the system says what is wrong.
 */
const makeFolder = async (path: string): Promise<void> => {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch(async (error: unknown) => {
    // Another run has made it in the meantime.
    if (!(await isFolder(path))) throw error;
  });
};

const writeWhole = async (path: string, content: Buffer, durable: boolean): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
};

/**
 * @throws Error where a path leaves the root by itself; MachineFault where a link leads the folder, or the nearest existing one
 * above it, out of the root
 */
const refuseOutside = async (root: string, folder: string, path: string): Promise<void> => {
  const leaves = `"${path}" leaves the folder that may be written`;
  if (!isWithin(root, folder) || relative(root, join(root, path)) === '') throw new Error(leaves);
  const real = await unlessAbsent(realpath(folder));
  if (real === undefined) return refuseOutside(root, dirname(folder), path);
  if (!isWithin(await realpath(root), real))
    throw new MachineFault(`${leaves}: a link leads to ${real}, out of ${root}.`, [
      'Put a folder in the place of the link, or write elsewhere with --out.',
    ]);
};

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP']);

/** Undefined where the file system says that there is no such thing; any other failure stays one. */
const unlessAbsent = async <T>(operation: Promise<T>): Promise<T | undefined> => {
  try {
    return await operation;
  } catch (error) {
    if (error instanceof Error && 'code' in error && absent.has(String(error.code))) return undefined;
    throw error;
  }
};
