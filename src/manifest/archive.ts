import { sha256 } from '../model/hash.ts';

/**
 * The hash of what an index sees of earlier quarters: the names of the documents, not what they hold.
 * @param paths by quarter, as the folders list them
 */
export const archiveHash = (paths: ReadonlyMap<string, readonly string[]>): Promise<string> =>
  sha256(
    [...paths.values()]
      .flat()
      .filter(path => /\.(html|pdf)$/.test(path))
      .sort()
      .join('\n'),
  );
