/**
 * Runs the benchmarks, each size in a process of its own, and writes what they showed to bench/results.md. Ratios between
 * sizes of one run tell more than the times, which belong to one machine. What runs is compiled as the product is.
 *
 *     npm run bench
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { arch, availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ChartCosts } from './charts.ts';
import type { Cost } from './cost.ts';
import type { FloorTimes } from './floor.ts';
import type { EditCost } from './preview.ts';
import type { StartTimes } from './start.ts';

interface Analysed {
  readonly accounts: number;
  readonly figures: number;
  readonly rows: number;
  readonly analysis: Cost;
  readonly everyAccount: Cost;
}

interface Loaded extends Cost {
  readonly accounts: number;
  readonly megabytes: number;
}

const runs = 3;

const run = async <T>(script: string, ...words: readonly string[]): Promise<T> => {
  const path = fileURLToPath(new URL(`${script}.js`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...words]);
  return JSON.parse(stdout) as T;
};

/** The run with the median processor time. */
const median = async <T>(once: () => Promise<T>, costOf: (result: T) => Cost): Promise<T> => {
  const measured: T[] = [];
  for (let time = 0; time < runs; time += 1) measured.push(await once());
  const time = (result: T): number => costOf(result).processorMilliseconds;
  const [middle] = measured.sort((a, b) => time(a) - time(b)).slice(Math.floor(runs / 2));
  if (middle === undefined) throw new Error('No run of the benchmark ended');
  return middle;
};

const analysed: Analysed[] = [];
for (const size of [100, 1_000, 10_000])
  analysed.push(
    await median(
      () => run<Analysed>('analysis', String(size)),
      ({ analysis }) => analysis,
    ),
  );

const loaded: { readonly whole: Loaded; readonly parser: Loaded }[] = [];
for (const size of [100, 1_000, 5_000])
  loaded.push({
    whole: await median(
      () => run<Loaded>('loading', String(size)),
      result => result,
    ),
    parser: await run<Loaded>('loading', String(size), '--parser'),
  });

/** How much dearer than expected a step from the size before is; 1 is exactly as expected. */
const growth = <T>(
  now: T,
  before: T | undefined,
  costOf: (row: T) => Cost,
  expected: (row: T) => number,
): string => {
  if (before === undefined) return '';
  const ratio = costOf(now).processorMilliseconds / costOf(before).processorMilliseconds;
  return (ratio / (expected(now) / expected(before))).toFixed(2);
};

const printed = (value: number): string => value.toLocaleString('en');
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const logarithmic = ({ accounts }: Analysed): number => accounts * Math.log(accounts);

const analysisTable = (step: 'analysis' | 'everyAccount'): string =>
  analysed
    .map((row, index) => {
      const { milliseconds, processorMilliseconds, peakMiB } = row[step];
      return line([
        ...[row.accounts, milliseconds, processorMilliseconds].map(printed),
        growth(row, analysed[index - 1], one => one[step], logarithmic),
        printed(peakMiB),
        ...(step === 'everyAccount' ? [printed(row.figures), printed(row.rows)] : []),
      ]);
    })
    .join('\n');

const loadingTable = loaded
  .map(({ whole, parser }, index) =>
    line([
      printed(whole.accounts),
      whole.megabytes.toFixed(1),
      ...[whole.milliseconds, whole.processorMilliseconds].map(printed),
      growth(
        whole,
        loaded[index - 1]?.whole,
        one => one,
        ({ megabytes }) => megabytes,
      ),
      (whole.processorMilliseconds / parser.processorMilliseconds).toFixed(2),
      printed(whole.peakMiB),
    ]),
  )
  .join('\n');

const previewTable = (await run<readonly EditCost[]>('preview'))
  .map(({ edit, milliseconds, processorMilliseconds }) =>
    line([edit, printed(milliseconds), printed(processorMilliseconds)]),
  )
  .join('\n');

const start = await run<StartTimes>('start');
const charts = await run<ChartCosts>('charts');

const builds: FloorTimes[] = [];
for (const plans of [50, 200, 1_000])
  builds.push(
    await run<FloorTimes>('floor', '--plans', String(plans), '--json', ...(plans > 200 ? ['--alone'] : [])),
  );
const [fewest] = builds;
const buildTable = builds
  .map(({ plans, cold, coldPeakMiB, nothing, beside }) => {
    const each = cold / plans / ((fewest?.cold ?? cold) / (fewest?.plans ?? plans));
    const share = (time: number | undefined): string =>
      time === undefined ? '' : `${((100 * time) / cold).toFixed(1)} %`;
    return line([
      printed(plans),
      cold.toFixed(1),
      beside === undefined ? '' : (cold / beside.bare).toFixed(2),
      beside === undefined ? '' : (beside.peer / cold).toFixed(2),
      plans === fewest?.plans ? '' : each.toFixed(2),
      printed(coldPeakMiB),
      ...[nothing, beside?.ownEdit, beside?.revenueEdit].map(share),
    ]);
  })
  .join('\n');

const page = `# Benchmarks

Written by \`npm run bench\`: the median of ${runs} runs, each in a process of its own, on Node ${process.version}, ${arch}, ${availableParallelism()} cores.
What runs is compiled as the product is.

## Analysis

Every method on a synthetic portfolio of 8 quarters with ratings, surveys, contracts, interactions, contacts and deals on
every account, orders on a third, open matters on a fifth, forty key accounts with full plans and the programme of the
example: all figures of the portfolio, the programme, segments and managers, and all findings; robustness of the ranking
included. Processor time counts the threads of the garbage collector, too. The ratio holds it against that of the row
above, growing as n log n: under 1 is better than that.

| accounts | time (ms) | processor time (ms) | ÷ n log n | peak memory (MiB) |
| ---: | ---: | ---: | ---: | ---: |
${analysisTable('analysis')}

## Every list, and every figure of every account

Figures and series of an account, and the portfolio's lists of all accounts, are made when somebody asks for them. Here somebody
asks for all of them, one account after the other, as \`cuentas analyze --json\` does; the time is what it takes on top of the
analysis.

| accounts | time (ms) | processor time (ms) | ÷ n log n | peak memory (MiB) | figures | rows of lists |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${analysisTable('everyAccount')}

## Reading the workspace

The files of the example with copies of its accounts, held in memory: YAML is parsed, validated and cross-checked, and the place
of every value is known. The growth holds processor time against that of the row above, growing as the text does; beside it
how many times as long as the YAML parser alone it takes on the same files.

| accounts | text (MB) | time (ms) | processor time (ms) | ÷ text | × parser | peak memory (MiB) |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${loadingTable}

## An edit in the preview

\`cuentas preview\` on the example, the plan of a key account open in the pinned browser: the median from the end of saving a
file to the page that shows it, and the processor time of the preview for it. The goal is 300 ms.

| edit | time (ms) | processor time (ms) |
| --- | ---: | ---: |
${previewTable}

## Starting

The median of nine runs on the example, in milliseconds. The goals are 100 more than an engine that does nothing for \`--version\`, and
a second for \`check\`.

| command | time (ms) |
| --- | ---: |
| \`node -e 0\` | ${printed(start.nothing)} |
| \`cuentas --version\` | ${printed(start.version)} |
| \`cuentas check\`, nothing remembered | ${printed(start.check)} |
| \`cuentas check\`, nothing changed since | ${printed(start.checkAgain)} |

## Charts

From the analysis to the finished SVG, in an engine that has drawn the chart before: ${charts.charts} kinds of charts on the data of the
example take ${charts.mean.toFixed(1)} ms of processor time on average, the dearest (\`${charts.dearest.name}\`) ${charts.dearest.milliseconds.toFixed(1)}. The goal is 5 ms each.

## Builds of many documents

Account plans in Spanish, HTML and PDF, charts included, each about an account of its own: a cold build beside bare printing of the
same finished pages by the same shell in as many tabs (the goal is 1.25), beside it what jsreport takes to print these pages (the goal
is over 1: it prints no faster than we do everything), the build's cost for each document beside that of the first row, and the memory of Node, its browser not counted (the goal is 600 MiB). Then as parts of the cold build: the same with
nothing changed (the goal is 3 %), one account edited in what only its own plan shows, and in its revenue, which every plan shows
as a part of the portfolio (the goal is 5 %). One run each.

| plans | cold (s) | ÷ bare printing | jsreport ÷ it | each ÷ first row | peak memory (MiB) | nothing changed | own edit | revenue edited |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${buildTable}
`;
await writeFile('bench/results.md', page);
console.log(page);
