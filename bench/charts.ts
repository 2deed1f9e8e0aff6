/**
 * What a chart costs: every kind of chart on the data of the example, from the analysis to the finished SVG, in an engine that has
 * drawn them before. Prints JSON.
 */
import { analyze } from '../src/analysis/analyze.ts';
import type { Chart, ChartInput } from '../src/charts/chart.ts';
import { charts } from '../src/charts/index.ts';
import { createLocale } from '../src/locale/locale.ts';
import { createNames } from '../src/locale/names.ts';
import { createFiles } from '../src/platform/files.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { renderChart } from '../src/render/vega.ts';
import { loadWorkspace } from '../src/workspace/load.ts';
import { processorTime } from './cost.ts';

/** Processor time in milliseconds. */
export interface ChartCosts {
  readonly charts: number;
  readonly mean: number;
  readonly dearest: { readonly name: string; readonly milliseconds: number };
}

const warmUp = 10;
const rounds = 20;
/** That of a whole page, in pixels. */
const width = 665;

const files = createFiles(process.cwd());
const { value: workspace } = await loadWorkspace(files);
const { value: messages } = await loadMessages(files, 'es-ES');
if (workspace === undefined || messages === undefined) throw new Error('The example is not in order');
const locale = createLocale('es-ES', messages);
const analysis = analyze(workspace, workspace.settings.period);
const whole: ChartInput = { analysis, locale, names: createNames(workspace), width };
const inputs = [
  whole,
  ...workspace.accounts.map(({ id }) => ({ ...whole, account: id })),
  ...workspace.people.map(({ id }) => ({ ...whole, kam: id })),
];

/** What it is drawn from: the portfolio, else the first account or person of whom it has something to say. */
const inputOf = (chart: Chart, options: unknown): ChartInput | undefined =>
  inputs.find(input => !('unavailable' in chart.draw(input, options)));

const draw = async (chart: Chart, options: unknown, input: ChartInput): Promise<void> => {
  const drawn = chart.draw(input, options);
  if ('unavailable' in drawn) throw new Error(`${chart.name} is drawn no more`);
  await renderChart(drawn, { locale, idPrefix: 'c' });
};

const costs: { readonly name: string; readonly milliseconds: number }[] = [];
for (const chart of charts) {
  const options = chart.options.safeParse({});
  const input = options.success ? inputOf(chart, options.data) : undefined;
  if (input === undefined) continue;
  for (let round = 0; round < warmUp; round += 1) await draw(chart, options.data, input);
  const before = processorTime();
  for (let round = 0; round < rounds; round += 1) await draw(chart, options.data, input);
  costs.push({ name: chart.name, milliseconds: (processorTime() - before) / rounds });
}
const [dearest = { name: '', milliseconds: Number.NaN }] = [...costs].sort(
  (a, b) => b.milliseconds - a.milliseconds,
);
const mean = costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / costs.length;
console.log(JSON.stringify({ charts: costs.length, mean, dearest } satisfies ChartCosts));
