import type { Figure, FigureId, MethodId, SeriesId } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import { compareIds } from '../model/order.ts';
import type { PeriodId } from '../model/period.ts';
import type { Series } from '../model/series.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Method } from './method.ts';
import { methods } from './methods/index.ts';
import { createScope, type Scope } from './scope.ts';

/** Everything the methods found out about one workspace in one period. */
export interface Analysis {
  readonly scope: Scope;
  readonly figures: ReadonlyMap<FigureId, Figure>;
  readonly series: ReadonlyMap<SeriesId, Series>;
  /** By severity, then rank, then id. */
  readonly findings: readonly Finding[];
  /** Which method made a series or a finding, by id; figures say it themselves. */
  readonly madeBy: {
    readonly series: ReadonlyMap<SeriesId, MethodId>;
    readonly findings: ReadonlyMap<string, MethodId>;
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
  const figures = new Map<FigureId, Figure>();
  const series = new Map<SeriesId, Series>();
  const findings: Finding[] = [];
  const madeBy = { series: new Map<SeriesId, MethodId>(), findings: new Map<string, MethodId>() };
  for (const method of using) {
    const results = method.run(scope);
    for (const figure of results.figures) claim(figures, figure.id, figure);
    for (const one of results.series) {
      claim(series, one.id, one);
      madeBy.series.set(one.id, method.id);
    }
    for (const finding of results.findings) {
      findings.push(finding);
      madeBy.findings.set(finding.id, method.id);
    }
  }
  findings.sort(
    (a, b) =>
      severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
      b.rank - a.rank ||
      compareIds(a.id, b.id),
  );
  return { scope, figures, series, findings, madeBy };
};

const claim = <T>(map: Map<string, T>, id: string, value: T): void => {
  if (map.has(id)) throw new Error(`Two methods claim the id ${id}`);
  map.set(id, value);
};
