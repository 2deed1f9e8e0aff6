import type { Files } from '../effects.ts';
import { createFiles } from '../platform/files.ts';

/** The workspace, with what is built below reports/ in another folder. */
export const filesInto = <T extends Files>(files: T, out: string | undefined): T =>
  out === undefined ? files : withOutputs(files, createFiles(out));

/** A tree whose folders of periods, below reports/, are those of another tree. */
export const withOutputs = <T extends Files>(files: T, outputs: Files): T => {
  const below = (path: string): string | undefined => /^reports\/([^/]+\/.+|\d{4}-Q[1-4])$/.exec(path)?.[1];
  const at = <R>(path: string, own: (path: string) => R, other: (path: string) => R): R => {
    const elsewhere = below(path);
    return elsewhere === undefined ? own(path) : other(elsewhere);
  };
  return {
    ...files,
    read: path => at(path, files.read, outputs.read),
    readBytes: path => at(path, files.readBytes, outputs.readBytes),
    list: folder =>
      at(folder, files.list, async elsewhere => {
        const paths = await outputs.list(elsewhere);
        return paths.map(path => `reports/${path}`);
      }),
    write: (path, content) => outputs.write(path.replace(/^reports\//, ''), content),
  };
};
