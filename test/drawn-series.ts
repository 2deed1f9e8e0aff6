import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { genericId } from '../src/analysis/generic-id.ts';
import { kams } from '../src/analysis/kams.ts';
import type { Chart, ChartInput } from '../src/charts/chart.ts';
import { chartNamed } from '../src/charts/index.ts';
import { type CellNode, cellsOf, splitNotebook } from '../src/document/notebook.ts';
import { createLocale } from '../src/locale/locale.ts';
import { createNames } from '../src/locale/names.ts';
import { figureOfCell } from '../src/model/series.ts';
import { createFiles } from '../src/platform/files.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { analysis, workspace } from './unit/example/example.ts';

const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
if (messages === undefined) throw new Error('The English texts do not load');
const locale = createLocale('en-GB', messages);
const names = createNames(workspace);

/** Series that a chart of the example is drawn from, the one behind it and its sisters. */
const seriesOfChart = (chart: Chart, options: unknown): ReadonlySet<string> => {
  const read = new Set<string>();
  const series = {
    ...analysis.series,
    get: (id: string) => {
      const found = analysis.series.get(id);
      if (found !== undefined) read.add(genericId(id));
      return found;
    },
  };
  const about: readonly Pick<ChartInput, 'account' | 'kam'>[] = [
    {},
    ...[...workspace.accounts.values()].map(({ id }) => ({ account: id })),
    ...analysis.scope.of(kams).map(({ id }) => ({ kam: id })),
  ];
  for (const subject of about)
    chart.draw(
      { analysis: { ...analysis, series }, locale, names, width: 600, ...subject },
      chart.options.parse(options),
    );
  return read;
};

interface CellOptions {
  readonly state?: string;
  readonly options?: unknown;
}

/** What a cell of a notebook shows rows of. */
const seriesOfCell = ({ cell, argument, options }: CellNode): readonly string[] => {
  if (cell === 'table' || cell === 'quadrants') return [argument, ...sparklines(options)];
  const given = (parse(options) ?? {}) as CellOptions;
  if (cell === 'decisions') return [`programme.decisions.${given.state ?? 'sought'}`];
  const chart = cell === 'chart' ? chartNamed(argument) : undefined;
  return chart === undefined ? [] : [...drawnBy(chart, given.options ?? {})];
};

const known = new Map<string, ReadonlySet<string>>();
const drawnBy = (chart: Chart, options: unknown): ReadonlySet<string> => {
  const key = `${chart.name} ${JSON.stringify(options)}`;
  const found = known.get(key) ?? seriesOfChart(chart, options);
  known.set(key, found);
  return found;
};

const sparklines = (options: string): readonly string[] =>
  [...options.matchAll(/as: sparkline, of: ([a-z.-]+)/g)].map(([, id = '']) => id);

/** Figures that the cells of a series name, with `*` for what they are about. */
const figuresOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...analysis.series.values()].map(series => [
    genericId(series.id),
    new Set(
      series.rows.flatMap(row =>
        series.columns.flatMap(column => {
          const figure = figureOfCell(column, row);
          return figure === undefined ? [] : [genericId(figure), figure];
        }),
      ),
    ),
  ]),
);

/** Figures that prose, a strip or a note names. */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:figure|coverage|interval|reason|number)(?::| \\?")\s*([a-z*.-]+)/g)].map(
    ([, id = '']) => id,
  );

/** Figures that the findings rest on which a section says: as headline, in prose, or in what it asks for. */
const foundIn = (section: string): readonly string[] => {
  const said = [
    ...section.matchAll(/\b(?:topic|topics|finding|of): (\[[^\]]*\]|[a-z.-]+)/g),
    ...section.matchAll(/\{\{finding ("[a-z.-]+")/g),
  ].flatMap(([, names = '']) => names.split(/[^a-z.-]+/).filter(name => name !== ''));
  return analysis.findings
    .filter(({ code }) => said.some(name => code === name || code.startsWith(`${name}.`)))
    .flatMap(({ figures }) => figures.flatMap(id => [id, genericId(id)]));
};

/** What a section of a report shows. */
export interface Drawn {
  readonly series: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

/** What each section of the product's own reports shows, by `report § section`. */
export const drawnSeries = (root: URL): ReadonlyMap<string, Drawn> => {
  const drawn = new Map<string, Drawn>();
  for (const file of readdirSync(new URL('reports', root)).filter(name => name.endsWith('.md'))) {
    const path = `reports/${file}`;
    const text = readFileSync(new URL(path, root), 'utf8');
    const sections = text.split(/^(?=```section )/m).slice(1);
    for (const section of sections) {
      const [, name = ''] = /^```section (\S+)/.exec(section) ?? [];
      const { value } = splitNotebook(path, `---\n---\n${section}`);
      const series = new Set(cellsOf(value?.nodes ?? []).flatMap(seriesOfCell));
      drawn.set(`${file.slice(0, -3)} § ${name}`, {
        series,
        figures: new Set([
          ...namedIn(section),
          ...foundIn(section),
          ...[...series].flatMap(id => [...(figuresOf.get(id) ?? [])]),
        ]),
      });
    }
  }
  return drawn;
};
