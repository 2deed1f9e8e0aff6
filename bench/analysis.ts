/**
 * What the analysis costs by number of accounts: time and peak memory, each size in a process of its own.
 *
 *     npm run bench             100, 1,000 and 10,000 accounts × 8 quarters
 *     tsx bench/analysis.ts 500 one size, with the cost of each method
 */
import { analyze } from '../src/analysis/analyze.ts';
import { methods } from '../src/analysis/methods/index.ts';
import { createScope } from '../src/analysis/scope.ts';
import { portfolioOf } from './portfolio.ts';

const milliseconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e6;

const count = Number(process.argv[2] ?? 100);
const workspace = portfolioOf(count);
if (process.argv.includes('--methods')) {
  const scope = createScope(workspace, workspace.settings.period);
  for (const method of methods) {
    const start = process.hrtime.bigint();
    const { figures, series } = method.run(scope);
    console.log(
      `${milliseconds(start).toFixed(0).padStart(7)} ms  ${String(figures.length).padStart(8)} figures  ${String(series.length).padStart(6)} series  ${method.id}`,
    );
  }
} else {
  const start = process.hrtime.bigint();
  const { figures } = analyze(workspace, workspace.settings.period);
  console.log(
    JSON.stringify({
      accounts: count,
      milliseconds: Math.round(milliseconds(start)),
      figures: figures.size,
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
}
