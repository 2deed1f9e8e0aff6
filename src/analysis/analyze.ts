import type { ById } from '../model/by-id.ts';
import type { Figure, MethodId } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import type { PeriodId } from '../model/period.ts';
import type { Series } from '../model/series.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Settle, settleAsks } from './advice/settle.ts';
import { soughtOf } from './advice/sought.ts';
import { findingsByTopic } from './findings-by-topic.ts';
import type { Method, Results } from './method.ts';
import { methods } from './methods/index.ts';
import { type Reading, unwatched } from './reading/reading.ts';
import { type Part, resultsById } from './results-by-id.ts';
import { createScope, type Scope } from './scope.ts';

/**
 * Everything the methods found out about one workspace in one period. A method is run when something is asked for that it can
 * have made; figures and series of an account are made when one of them is.
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
  /** What is left of what a finding recommends, where it concerns accounts or a decision sought answers it. */
  readonly settle: Settle;
  /** Those on one topic, in the same order. */
  findingsOn(topic: string): readonly Finding[];
  /** Those about single accounts, or single key account managers, in the same order. */
  findingsAbout(kind: 'account' | 'kam'): readonly Finding[];
  /** Which method made a series or a finding, by id; figures say it themselves. */
  readonly madeBy: {
    readonly series: Pick<ById<MethodId>, 'get'>;
    readonly findings: Pick<ById<MethodId>, 'get'>;
  };
}

/** What the methods have to say of the workspace and period; what they said once is kept. */
export const analyze = (
  workspace: Workspace,
  period: PeriodId,
  using: readonly Method[] = methods,
  reading: Reading = unwatched,
): Analysis => {
  const scope = createScope(workspace, period, reading);
  const resultsOf = reading.keepEach((method: Method): Results => method.run(scope));
  const byId = resultsById(scope, using, resultsOf);
  const found = findingsByTopic(using, resultsOf, reading);
  return {
    scope,
    get portfolio() {
      return byId.portfolio();
    },
    account: byId.account,
    figures: byId.figures,
    series: byId.series,
    get findings() {
      return found.all();
    },
    findingsOn: found.onTopic,
    settle: settleAsks(found.advising, soughtOf(scope), reading),
    findingsAbout: found.about,
    madeBy: { series: byId.makers, findings: found.finders },
  };
};
