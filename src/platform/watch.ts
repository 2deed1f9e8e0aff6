import { relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { isBuilt } from '../manifest/noted-files.ts';

/** A folder of which some folders are watched. */
export interface WatchedTree {
  readonly root: string;
  /** Paths below the root whose edits count, folders with all that is in them. */
  readonly within: readonly string[];
}

export interface Watcher {
  /** Watches single files besides. @param paths below the root */
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** Milliseconds without a further event before edits are told: an editor writes a file in several steps. */
const quiet = 12;
/** Milliseconds after which files are looked at once more, since the last step of writing one may raise no event. */
const settled = 120;

/** Files of editors and of unfinished writing: hidden ones, swap files, backups. */
const passing = /(^|\/)\.|~$|\.(swp|swx|tmp)$|(^|\/)(4913|node_modules)$/;

/**
 * Tells of files that were written, made or removed, some at a time, until it is closed.
 *
 * @param tell of an edit, and `again` when the same files are looked at once more
 */
export const watchTree = (
  { root, within }: WatchedTree,
  tell: (paths: readonly string[], again: boolean) => void,
): Promise<Watcher> => {
  const tree = resolve(root);
  const pathOf = (file: string): string => relative(tree, file).replaceAll(sep, '/');
  const extra = new Set<string>();
  const isOfInterest = (path: string): boolean =>
    path === '' ||
    extra.has(path) ||
    (!passing.test(path) &&
      !isBuilt(path) &&
      within.some(
        folder => path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`),
      ));
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const later = (paths: readonly string[]): void => {
    setTimeout(() => tell(paths, true), settled).unref();
  };
  const flush = (): void => {
    const paths = [...changed];
    changed.clear();
    tell(paths, false);
    later(paths);
  };
  const watcher = watch(tree, {
    ignoreInitial: true,
    ignored: file => !isOfInterest(pathOf(file)),
  });
  watcher.on('all', (event, file) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    changed.add(pathOf(file));
    clearTimeout(timer);
    timer = setTimeout(flush, quiet);
  });
  return new Promise((done, fail) => {
    watcher.on('error', fail);
    watcher.on('ready', () =>
      done({
        add: paths => {
          const found = paths.filter(path => !isOfInterest(path));
          for (const path of found) extra.add(path);
          if (found.length > 0) watcher.add(found.map(path => resolve(tree, path)));
        },
        close: async () => {
          clearTimeout(timer);
          await watcher.close();
        },
      }),
    );
  });
};
