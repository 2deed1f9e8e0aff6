/**
 * Writes src/analysis/ids.ts: the ids of every figure and series that the methods make, with `*` for an account or a
 * segmentation scheme, and the method that makes them. They are a promise to notebooks and to users of `cuentas analyze`: a test fails when one is lost.
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
const { portfolio, account } = analyze(workspace, workspace.settings.period);
const parts = [portfolio, ...workspace.accounts.map(({ id }) => account(id))];
const figures = parts.flatMap(part =>
  [...part.figures.values()].map(({ id, method }) => [id, method] as const),
);
const series = parts.flatMap(({ makers }) => [...makers]);

type Made = readonly (readonly [id: string, method: string])[];

const lost = (promised: readonly string[], made: Made): string[] => {
  const now = new Set(made.map(([id]) => genericId(id)));
  return promised.filter(id => !now.has(id));
};
const gone = [...lost(figureIds, figures), ...lost(seriesIds, series)];
if (gone.length > 0 && !process.argv.includes('--withdraw'))
  throw new Error(
    `These ids are promised and would be lost: ${gone.join(', ')}. Pass --withdraw if that is meant.`,
  );

const list = (kind: 'figure' | 'series', comment: string, made: Made): string =>
  [
    `/** ${comment} */`,
    `export const ${kind}Makers: ReadonlyMap<string, string> = listed(\``,
    ...[...new Set(made.map(([id, method]) => `${genericId(id)} ${method}`))].sort(),
    '`);',
    '',
    `export const ${kind}Ids: readonly string[] = [...${kind}Makers.keys()];`,
    '',
  ].join('\n');

await writeFile(
  new URL('../src/analysis/ids.ts', import.meta.url),
  [
    '// Written by scripts/figure-ids.ts from the example workspace; do not edit.',
    '',
    'const listed = (lines: string): ReadonlyMap<string, string> =>',
    '  new Map(',
    '    lines',
    '      .trim()',
    "      .split('\\n')",
    "      .map(line => line.split(' ', 2) as [string, string]),",
    '  );',
    '',
    list(
      'figure',
      'Figures that the methods can make, each with its method; `*` stands for an account.',
      figures,
    ),
    list(
      'series',
      'Series that the methods can make, each with its method; `*` stands for an account or a segmentation scheme.',
      series,
    ),
  ].join('\n'),
);
