/**
 * What the analysis costs by number of accounts: processor time and peak memory, each size in a process of its own. First
 * the analysis of the portfolio with all findings, then a walk through every list and every figure and series of every account, as
 * `cuentas analyze --json` makes it.
 *
 *     npm run bench                       100, 1,000 and 10,000 accounts × 8 quarters
 *     node bench/compiled/bench/analysis.js 500 one size, after the compilation that npm run bench begins with
 *     … 500 --methods                           the cost of each method
 */
import { analyze } from '../src/analysis/analyze.ts';
import { methods } from '../src/analysis/methods/index.ts';
import { createScope } from '../src/analysis/scope.ts';
import { measured, processorTime } from './cost.ts';
import { portfolioOf } from './portfolio.ts';

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
  const analysed = await measured(() => {
    const analysis = analyze(workspace, workspace.settings.period);
    // Methods run when somebody asks for what they make.
    for (const _ of analysis.portfolio.figures.values());
    for (const _ of analysis.portfolio.series.keys());
    if (analysis.findings.length === 0) throw new Error('A portfolio of this size has findings');
    return analysis;
  });
  const { result } = analysed;
  const walked = await measured(() => {
    let [figures, rows] = [0, 0];
    for (const _ of result.figures.keys()) figures += 1;
    for (const series of result.portfolio.series.values()) rows += series.rows.length;
    return { figures, rows };
  });
  console.log(
    JSON.stringify({
      accounts: count,
      analysis: analysed.cost,
      ...walked.result,
      everyAccount: walked.cost,
    }),
  );
}
