import type { Files } from '../effects.ts';
import type { PlannedFile } from './plan.ts';
import type { WorkspaceFile } from './write.ts';

/** Copies of the files that an import would make smaller, each under a name that is still free. */
export const backupsOf = async (
  planned: readonly PlannedFile[],
  files: Files,
): Promise<readonly WorkspaceFile[]> => {
  const copies: WorkspaceFile[] = [];
  for (const { path, text, before } of planned)
    if (before !== undefined && text.length < before.length)
      copies.push({ path: await freePath(`.cuentas/backup/${path}`, before, files), text: before });
  return copies;
};

/** A copy that is there already with the same bytes does. */
const freePath = async (path: string, text: string, files: Files, number = 1): Promise<string> => {
  const numbered = `${path}.${number}`;
  const found = await files.read(numbered);
  return found === undefined || found === text ? numbered : freePath(path, text, files, number + 1);
};
