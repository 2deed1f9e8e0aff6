import type { Assumption } from '../model/figure.ts';
import { programNames } from '../model/program.ts';
import type { SourceRef } from '../model/source.ts';
import { isWorkedOut } from '../model/worked-out.ts';
import { programFile, settingsFile } from '../workspace/layout.ts';

/** Where the workspace sets or would set what entered a calculation; undefined where it was worked out from the data. */
export const settingBehind = ({ name, source }: Assumption): SourceRef | undefined =>
  isWorkedOut(name) ? undefined : (source ?? settingOf(name));

/**
 * Where the workspace would set what an assumption is named after: `workspace.basis` stands under `basis` in
 * data/workspace.yaml, `scoring.nearTie` under `nearTie` in data/program/scoring.yaml.
 * @returns undefined where the name is not that of a setting
 */
export const settingOf = (name: string): SourceRef | undefined => {
  const [head = '', ...path] = name.split('.');
  if (path.length === 0) return undefined;
  if (head === 'workspace') return { file: settingsFile, path };
  const program = programNames.find(known => known === head);
  return program === undefined ? undefined : { file: programFile(program), path };
};
