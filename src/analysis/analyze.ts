import type { ById } from '../model/by-id.ts';
import type { Figure, MethodId } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import { compareIds } from '../model/order.ts';
import type { PeriodId } from '../model/period.ts';
import type { Series } from '../model/series.ts';
import type { Workspace } from '../model/workspace.ts';
import { type SettledAsk, settleAsks } from './advice/settle.ts';
import { soughtOf } from './advice/sought.ts';
import type { Method } from './method.ts';
import { methods } from './methods/index.ts';
import { type Part, resultsById } from './results-by-id.ts';
import { createScope, type Scope } from './scope.ts';

/**
 * Everything the methods found out about one workspace in one period. Figures and series of an account are made when one
 * of them is asked for.
 */
export interface Analysis {
  readonly scope: Scope;
  /** The figures and series that belong to no single account. */
  readonly portfolio: Part;
  /** Those of one account; none where there is no such account. */
  account(id: string): Part;
  readonly figures: ById<Figure>;
  readonly series: ById<Series>;
  /** By severity, then rank, then id. */
  readonly findings: readonly Finding[];
  /** What is left of what findings recommend, by id, where it concerns accounts or a decision sought answers it. */
  readonly asks: ReadonlyMap<string, SettledAsk>;
  /** Which method made a series or a finding, by id; figures say it themselves. */
  readonly madeBy: {
    readonly series: Pick<ById<MethodId>, 'get'>;
    readonly findings: Pick<ById<MethodId>, 'get'>;
  };
}

const severityOrder = ['critical', 'attention', 'notable', 'good'];

/**
 * Runs every method on the workspace and period.
 * @throws Error when two methods claim the same id: a bug of ours, never of the data
 */
export const analyze = (
  workspace: Workspace,
  period: PeriodId,
  using: readonly Method[] = methods,
): Analysis => {
  const scope = createScope(workspace, period);
  const results = using.map(method => ({ method: method.id, ...method.run(scope) }));
  const { makers, ...byId } = resultsById(scope, using, results);
  const findings = results.flatMap(({ findings: found }) => found).sort(bySeverity);
  const finders = new Map(
    results.flatMap(({ method, findings: found }) => found.map(({ id }) => [id, method] as const)),
  );
  const asks = settleAsks(findings, soughtOf(scope));
  return { scope, ...byId, findings, asks, madeBy: { series: makers, findings: finders } };
};

const bySeverity = (a: Finding, b: Finding): number =>
  severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
  b.rank - a.rank ||
  compareIds(a.id, b.id);
