import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The file whose folder's parent is the root of a workspace. */
export const workspaceFile = 'data/workspace.yaml';

export const isWorkspaceRoot = (folder: string): boolean =>
  statSync(join(folder, workspaceFile), { throwIfNoEntry: false })?.isFile() ?? false;

/** The nearest ancestor of a folder (itself included) that is the root of a workspace; undefined where there is none. */
export const findWorkspaceRoot = (start: string): string | undefined => {
  const folder = resolve(start);
  if (isWorkspaceRoot(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findWorkspaceRoot(parent);
};
