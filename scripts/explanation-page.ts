import { readFileSync } from 'node:fs';
import { analyze } from '../src/analysis/analyze.ts';
import { explain } from '../src/explain/explanation.ts';
import { placesIn } from '../src/explain/places.ts';
import { treeLines } from '../src/explain/tree-text.ts';
import { createLocale } from '../src/locale/locale.ts';
import { createFiles } from '../src/platform/files.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { loadWorkspace } from '../src/workspace/load.ts';

/** Figures of the example, each of another method, as far from each other as the methods are. */
export const explained = [
  'portfolio.concentration.hhi',
  'account.aguas-del-serpis.score.total',
  'account.aguas-del-serpis.kaism.strength',
  'account.aguas-del-serpis.loss.cover-after',
  'account.papelera-clariano.rationalisation.ratio',
  'programme.commitment.depth',
  'programme.phase.fit.momentum',
  'account.aguas-del-serpis.resources.ratio.revenue',
  'kpi.nps.margin',
  'kpi.net-revenue-retention.value',
] as const;

const [inputsShown, linesShown, width] = [4, 34, 110] as const;

const files = createFiles(packageRoot);

/** Lines of `cuentas explain` for each of the figures, and how many more there are. */
export const explanations = async (): Promise<
  readonly { readonly id: string; readonly method: string; readonly lines: readonly string[] }[]
> => {
  const loaded = await loadWorkspace(files);
  const { value: messages } = await loadMessages(files, 'en');
  if (loaded.value === undefined || messages === undefined) throw new Error('The example does not load');
  const { figures } = analyze(loaded.value, loaded.value.settings.period);
  const options = {
    locale: createLocale('en-GB', messages),
    ink: { strong: (text: string) => text, faint: (text: string) => text },
    locate: placesIn(loaded),
    limit: inputsShown,
    width,
  };
  return explained.map(id => {
    const figure = figures.get(id);
    if (figure === undefined) throw new Error(`The example has no figure ${id}`);
    return {
      id,
      method: figure.method,
      lines: treeLines(explain(figure, figures, options.locate), options),
    };
  });
};

/** docs/explanations.md: what `cuentas explain` prints for ten figures of the example. */
export const explanationPage = async (): Promise<string> => {
  const parts = (await explanations()).map(({ id, method, lines }) => {
    const hidden = lines.length - linesShown;
    const shown = hidden > 1 ? [...lines.slice(0, linesShown), `… ${hidden} more lines`] : lines;
    return [`## ${id}`, '', `Method \`${method}\`.`, '', '```text', ...shown, '```', ''].join('\n');
  });
  return [
    '# Ten figures, explained',
    '',
    'Written by `npm run docs`: what `cuentas explain` prints for ten figures of ten methods in the example workspace, with the',
    `first ${inputsShown} inputs of each figure and at most ${linesShown} lines. A test opens the files at the places that are named and`,
    'finds the numbers there; another works out every formula of the example and compares it with its figure.',
    '',
    ...parts,
  ].join('\n');
};

/** A place that an explanation names, with the value that it says stands there. */
export interface Leaf {
  readonly place: string;
  readonly written: string;
  /** What stands in the file from that line and column on. */
  readonly found: string;
}

export const leavesOf = (lines: readonly string[]): readonly Leaf[] =>
  lines.flatMap(line => {
    const [, file, row, column, written] = /(data\/\S+\.yaml):(\d+):(\d+) {2}\S+ = (.+)$/.exec(line) ?? [];
    if (file === undefined || written === undefined) return [];
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    const found = text.split('\n')[Number(row) - 1]?.slice(Number(column) - 1) ?? '';
    return [{ place: `${file}:${row}:${column}`, written, found }];
  });
