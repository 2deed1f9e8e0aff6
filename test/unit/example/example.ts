import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Analysis, analyze } from '../../../src/analysis/analyze.ts';
import type { Row } from '../../../src/model/series.ts';
import { loadWorkspace } from '../../../src/workspace/load.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const list = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(`${root}/${folder}`, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath.slice(root.length)}/${entry.name}`.replace(/^\//, ''));
};

/** The example workspace of the repository, loaded as the product loads it, with the places of everything in its files. */
export const loaded = await loadWorkspace({ read: path => readFile(`${root}/${path}`, 'utf8'), list });

export const { diagnostics } = loaded;

if (loaded.value === undefined)
  throw new Error(`The example does not load: ${diagnostics.map(({ message }) => message).join('; ')}`);
export const workspace = loaded.value;

export const analysis: Analysis = analyze(workspace, workspace.settings.period);

/** The value of a figure, which the story needs to exist. */
export const figureValue = (id: string): number | string => {
  const value = analysis.figures.get(id)?.value;
  if (value === undefined) throw new Error(`The figure ${id} has no value`);
  return value;
};

/** A figure rounded to the decimals that the story prints. */
export const rounded = (id: string, decimals: number): number =>
  Number(Number(figureValue(id)).toFixed(decimals));

/** The rows of a series; empty where it does not exist, so that a test of its content fails. */
export const rowsOf = (id: string): readonly Row[] => analysis.series.get(id)?.rows ?? [];
