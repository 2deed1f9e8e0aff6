/**
 * What the analysis costs by number of accounts: processor time and peak memory, each size in a process of its own. First
 * the analysis of the portfolio with all findings, then a walk through every figure and series of every account, as
 * `cuentas analyze --json` makes it.
 *
 *     npm run bench                       100, 1,000 and 10,000 accounts × 8 quarters
 *     tsx bench/analysis.ts 500           one size
 *     tsx bench/analysis.ts 500 --methods one size, with the cost of each method
 */
import { analyze } from '../src/analysis/analyze.ts';
import { methods } from '../src/analysis/methods/index.ts';
import { createScope } from '../src/analysis/scope.ts';
import { portfolioOf } from './portfolio.ts';

export interface Cost {
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
  /** Most memory that the process held until then. */
  readonly peakMiB: number;
}

/** Processor time of the process so far: it does not count what else the machine does, but counts the collector's threads. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const measured = <T>(work: () => T): { readonly result: T; readonly cost: Cost } => {
  const start = process.hrtime.bigint();
  const startProcessor = processorTime();
  const result = work();
  return {
    result,
    cost: {
      processorMilliseconds: Math.round(processorTime() - startProcessor),
      milliseconds: Math.round(Number(process.hrtime.bigint() - start) / 1e6),
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    },
  };
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
  const analysed = measured(() => analyze(workspace, workspace.settings.period));
  const walked = measured(() => {
    let figures = 0;
    for (const _ of analysed.result.figures.keys()) figures += 1;
    return figures;
  });
  console.log(
    JSON.stringify({
      accounts: count,
      analysis: analysed.cost,
      figures: walked.result,
      everyAccount: walked.cost,
    }),
  );
}
