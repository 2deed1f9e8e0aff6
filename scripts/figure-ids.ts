/**
 * Writes src/analysis/ids.ts: the ids of every figure and series that the methods make, with `*` for an account or a
 * segmentation scheme. They are a promise to notebooks and to users of `cuentas analyze`: a test fails when one is lost.
 *
 *     npm run figure-ids
 */
import { writeFile } from 'node:fs/promises';
import { analyze } from '../src/analysis/analyze.ts';
import { genericId } from '../src/analysis/generic-id.ts';
import { figureIds, seriesIds } from '../src/analysis/ids.ts';
import { createFiles } from '../src/platform/files.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { loadWorkspace } from '../src/workspace/load.ts';

const { value: workspace } = await loadWorkspace(createFiles(packageRoot));
if (workspace === undefined)
  throw new Error('The example workspace does not load; run "cuentas check" to see why.');
const { figures, series } = analyze(workspace, workspace.settings.period);

const lost = (promised: readonly string[], made: Iterable<string>): string[] => {
  const now = new Set([...made].map(genericId));
  return promised.filter(id => !now.has(id));
};
const gone = [...lost(figureIds, figures.keys()), ...lost(seriesIds, series.keys())];
if (gone.length > 0 && !process.argv.includes('--withdraw'))
  throw new Error(
    `These ids are promised and would be lost: ${gone.join(', ')}. Pass --withdraw if that is meant.`,
  );

const list = (name: string, comment: string, ids: Iterable<string>): string =>
  [
    `/** ${comment} */`,
    `export const ${name}: readonly string[] = \``,
    ...[...new Set([...ids].map(genericId))].sort(),
    '`',
    "  .trim()\n  .split('\\n');",
  ].join('\n');

await writeFile(
  new URL('../src/analysis/ids.ts', import.meta.url),
  [
    '// Written by scripts/figure-ids.ts from the example workspace; do not edit.',
    '',
    list('figureIds', 'Figures that the methods can make; `*` stands for an account.', figures.keys()),
    '',
    list(
      'seriesIds',
      'Series that the methods can make; `*` stands for an account or a segmentation scheme.',
      series.keys(),
    ),
    '',
  ].join('\n'),
);
