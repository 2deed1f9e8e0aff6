/**
 * What the analysis costs by number of accounts: processor time and peak memory, each size in a process of its own.
 *
 *     npm run bench                       100, 1,000 and 10,000 accounts × 8 quarters
 *     tsx bench/analysis.ts 500           one size
 *     tsx bench/analysis.ts 500 --methods one size, with the cost of each method
 */
import { analyze } from '../src/analysis/analyze.ts';
import { methods } from '../src/analysis/methods/index.ts';
import { createScope } from '../src/analysis/scope.ts';
import { portfolioOf } from './portfolio.ts';

/** Processor time of the process so far: it does not count what else the machine does, but counts the collector's threads. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const count = Number(process.argv[2] ?? 100);
const workspace = portfolioOf(count);
if (process.argv.includes('--methods')) {
  const scope = createScope(workspace, workspace.settings.period);
  for (const method of methods) {
    const start = processorTime();
    const { figures, series } = method.run(scope);
    console.log(
      `${(processorTime() - start).toFixed(0).padStart(7)} ms  ${String(figures.length).padStart(8)} figures  ${String(series.length).padStart(6)} series  ${method.id}`,
    );
  }
} else {
  const start = process.hrtime.bigint();
  const startProcessor = processorTime();
  const analysis = analyze(workspace, workspace.settings.period);
  console.log(
    JSON.stringify({
      accounts: count,
      processorMilliseconds: Math.round(processorTime() - startProcessor),
      milliseconds: Math.round(Number(process.hrtime.bigint() - start) / 1e6),
      figures: [...analysis.figures.keys()].length,
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
}
