import type { Files } from '../effects.ts';

const periodFolder = /^reports\/(?=\d{4}-Q[1-4](\/|$))/;

/**
 * The files of the workspace as an edition for an audience reads and writes them: notebooks by codes, and what is built in
 * a folder of its own, `reports/<audience>/<period>/`, so that neither edition touches or links to the other.
 */
export const audienceFiles = <
  T extends Pick<Files, 'read' | 'readBytes' | 'list'> & Partial<Pick<Files, 'write'>>,
>(
  files: T,
  audience: string,
  codedNotebook: (text: string) => string,
): T => {
  const within = (path: string): string => path.replace(periodFolder, `reports/${audience}/`);
  const outside = (path: string): string => path.replace(`reports/${audience}/`, 'reports/');
  return {
    ...files,
    read: async (path: string) => {
      const text = await files.read(within(path));
      return text === undefined || !/^(reports|templates)\/.*\.md$/.test(path) ? text : codedNotebook(text);
    },
    readBytes: (path: string) => files.readBytes(within(path)),
    list: async (folder: string) => {
      const paths = await files.list(within(folder));
      return within(folder) === folder ? paths : paths.map(outside);
    },
    ...(files.write === undefined
      ? {}
      : { write: (path: string, content: string | Uint8Array) => files.write?.(within(path), content) }),
  };
};
