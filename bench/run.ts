/**
 * Runs the benchmarks, each size in a process of its own, and writes what they showed to bench/results.md. Ratios between
 * sizes of one run tell more than the times, which belong to one machine.
 *
 *     npm run bench
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { arch, availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cost } from './analysis.ts';
import type { EditCost } from './preview.ts';

interface Measured {
  readonly accounts: number;
  readonly figures: number;
  readonly analysis: Cost;
  readonly everyAccount: Cost;
}

const sizes = [100, 1_000, 10_000];
const runs = 3;
const script = fileURLToPath(new URL('analysis.ts', import.meta.url));

const measure = async (accounts: number): Promise<Measured> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    script,
    String(accounts),
  ]);
  return JSON.parse(stdout) as Measured;
};

/** The run with the median processor time. */
const median = async (accounts: number): Promise<Measured> => {
  const measured: Measured[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await measure(accounts));
  const [middle] = measured
    .sort((a, b) => a.analysis.processorMilliseconds - b.analysis.processorMilliseconds)
    .slice(Math.floor(runs / 2));
  if (middle === undefined) throw new Error('No run of the benchmark ended');
  return middle;
};

type Step = 'analysis' | 'everyAccount';

/** How much dearer than n log n the step from the size before is; 1 is exactly n log n. */
const growth = (now: Measured, before: Measured | undefined, step: Step): string => {
  if (before === undefined) return '';
  const cost = ({ accounts }: Measured): number => accounts * Math.log(accounts);
  const ratio = now[step].processorMilliseconds / before[step].processorMilliseconds;
  return (ratio / (cost(now) / cost(before))).toFixed(2);
};

const results: Measured[] = [];
for (const size of sizes) results.push(await median(size));

const table = (step: Step): string =>
  results
    .map((row, index) => {
      const { milliseconds, processorMilliseconds, peakMiB } = row[step];
      const numbers = [row.accounts, milliseconds, processorMilliseconds];
      const cells = [
        ...numbers.map(number => number.toLocaleString('en')),
        growth(row, results[index - 1], step),
        peakMiB.toLocaleString('en'),
        ...(step === 'everyAccount' ? [row.figures.toLocaleString('en')] : []),
      ];
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');

const { stdout: shown } = await promisify(execFile)(process.execPath, [
  '--import',
  'tsx',
  fileURLToPath(new URL('preview.ts', import.meta.url)),
]);
const previewTable = (JSON.parse(shown) as EditCost[])
  .map(
    ({ edit, milliseconds, processorMilliseconds }) =>
      `| ${edit} | ${milliseconds} | ${processorMilliseconds} |`,
  )
  .join('\n');

const page = `# Benchmarks

Written by \`npm run bench\`: the median of ${runs} runs, each in a process of its own, on Node ${process.version}, ${arch}, ${availableParallelism()} cores.

## Analysis

Every method on a synthetic portfolio of 8 quarters with ratings, surveys, contracts, interactions, contacts and deals on
every account, orders on a third, open matters on a fifth, forty key accounts with full plans and the programme of the
example: all figures and series of the portfolio, the programme, segments and managers, and all findings; robustness of the
ranking included. Processor time counts the threads of the garbage collector, too. The ratio holds it against that of the row
above, growing as n log n: under 1 is better than that.

| accounts | time (ms) | processor time (ms) | ÷ n log n | peak memory (MiB) |
| ---: | ---: | ---: | ---: | ---: |
${table('analysis')}

## Every figure of every account

Figures and series of an account are made when somebody asks for them. Here somebody asks for all of them, one account after
the other, as \`cuentas analyze --json\` does; the time is what it takes on top of the analysis.

| accounts | time (ms) | processor time (ms) | ÷ n log n | peak memory (MiB) | figures |
| ---: | ---: | ---: | ---: | ---: | ---: |
${table('everyAccount')}

## An edit in the preview

\`cuentas preview\` on the example, the plan of a key account open in the pinned browser: the median from the end of saving a
file to the page that shows it, and the processor time of the preview for it. The goal is 300 ms.

| edit | time (ms) | processor time (ms) |
| --- | ---: | ---: |
${previewTable}
`;
await writeFile(new URL('results.md', import.meta.url), page);
console.log(page);
