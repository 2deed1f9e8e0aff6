import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createFiles } from '../platform/files.ts';
import type { NewFile } from '../workspace/starter/starter.ts';
import { InvalidInput } from './invalid-input.ts';
import { print } from './terminal.ts';

/**
 * Writes files that must not be there yet; none of them where one is.
 * @throws InvalidInput for those that are
 */
export const writeNew = async (root: string, files: readonly NewFile[]): Promise<void> => {
  const taken = files.filter(({ path }) => existsSync(join(root, path)));
  if (taken.length > 0)
    throw new InvalidInput(
      `There is already ${taken.map(({ path }) => shown(root, path)).join(', ')}; nothing was written.`,
      ['Choose another name, or edit what is there.'],
    );
  const target = createFiles(root);
  for (const { path, text } of files) await target.write(path, text);
};

export const tellWritten = (root: string, files: readonly NewFile[]): void => {
  for (const { path } of files) print(`  ${shown(root, path)}`);
};

const shown = (root: string, path: string): string => relative('', join(root, path));
