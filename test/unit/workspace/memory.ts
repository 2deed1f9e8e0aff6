import type { Files } from '../../../src/effects.ts';
import { compareIds } from '../../../src/model/order.ts';
import { type LoadedWorkspace, loadWorkspace } from '../../../src/workspace/load.ts';

/** A tree of files in memory, by path relative to the workspace root. */
export const filesOf = (texts: Readonly<Record<string, string>>): Pick<Files, 'read' | 'list'> => ({
  read: async path => texts[path],
  list: async folder =>
    Object.keys(texts)
      .filter(path => path.startsWith(`${folder}/`))
      .sort(compareIds),
});

export const minimalSettings = 'company: { name: Cales del Serpis }\ncurrency: EUR\nperiod: 2026-Q3\n';

/** Loads a workspace with these files; the settings are the smallest that are valid unless they are among them. */
export const load = (texts: Readonly<Record<string, string>>): Promise<LoadedWorkspace> =>
  loadWorkspace(filesOf({ 'data/workspace.yaml': minimalSettings, ...texts }));

/** What was reported, one line each: `accounts/a.yaml:3 error workspace/unknown-key`. */
export const summary = ({ diagnostics }: Pick<LoadedWorkspace, 'diagnostics'>): readonly string[] =>
  diagnostics.map(
    ({ span, severity, code }) => `${span?.file.replace('data/', '')}:${span?.line} ${severity} ${code}`,
  );
