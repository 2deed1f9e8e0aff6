import { resolve } from 'node:path';
import { findWorkspaceRoot, isWorkspaceRoot, workspaceFile } from '../platform/root.ts';
import { InvalidInput } from './invalid-input.ts';

/**
 * The folder of the asked workspace, or of the nearest one above the current folder.
 * @throws InvalidInput where there is none
 */
export const rootOfWorkspace = (asked: string | undefined): string => {
  if (asked !== undefined && isWorkspaceRoot(asked)) return resolve(asked);
  const found = asked === undefined ? findWorkspaceRoot(process.cwd()) : undefined;
  if (found !== undefined) return found;
  throw new InvalidInput(
    asked === undefined
      ? `There is no workspace here: neither this folder nor one above it has ${workspaceFile}.`
      : `There is no workspace in ${asked}: it has no ${workspaceFile}.`,
    ['Name the folder of the workspace with --root, or begin one with "cuentas init".'],
  );
};
