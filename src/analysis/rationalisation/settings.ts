import type { Assumption } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import { trailingYear, yearBefore } from '../../model/period.ts';
import type { Rationalisation } from '../../model/rationalisation.ts';
import { at } from '../../model/source.ts';
import { assumption, setting, settingsIn } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';

/** What `data/program/rationalisation.yaml` declares, or the documented defaults where there is no such file. */
export const settingsOf = (scope: Scope): Rationalisation => settingsIn(scope, 'rationalisation');

/** The quarters over which contribution is summed. */
export const contributionSpan = (scope: Scope): readonly PeriodId[] =>
  settingsOf(scope).span === 'trailing-year' ? trailingYear(scope.period) : currentSpan(scope);

/** The quarter whose portfolio is held against today's. */
export const earlierPeriod = (scope: Scope): PeriodId =>
  settingsOf(scope).earlier ?? yearBefore(scope.period);

/** Points from which an account stays; undefined where no line is declared, neither here nor for the key set. */
export const scoreLine = (scope: Scope): number | undefined => {
  const { score } = settingsOf(scope).protect;
  if (score === false) return undefined;
  return score ?? scope.workspace.program.scoring?.keySet.threshold;
};

/** A setting of the file; none where nothing is declared and there is no default. */
const declared = (scope: Scope, value: unknown, ...path: readonly string[]): readonly Assumption[] =>
  value === undefined ? [] : [setting(scope, 'rationalisation', ...path)];

export const spanAssumption = (scope: Scope): readonly Assumption[] => [
  setting(scope, 'rationalisation', 'span'),
];

export const hourValueAssumption = (scope: Scope): readonly Assumption[] =>
  declared(scope, settingsOf(scope).hourValue, 'hourValue');

/** Lines and protections that make a verdict. */
export const ruleAssumptions = (scope: Scope): readonly Assumption[] => [
  ...spanAssumption(scope),
  ...declared(scope, settingsOf(scope).below.contribution, 'below', 'contribution'),
  ...declared(scope, settingsOf(scope).below.ratio, 'below', 'ratio'),
  setting(scope, 'rationalisation', 'protect', 'key'),
  setting(scope, 'rationalisation', 'protect', 'growth'),
  ...scoreAssumption(scope),
  setting(scope, 'rationalisation', 'protect', 'quarters'),
  setting(scope, 'rationalisation', 'protect', 'openOpportunities'),
];

/** The line stands here, or with the key set of the points table. */
const scoreAssumption = (scope: Scope): readonly Assumption[] => {
  const { score } = settingsOf(scope).protect;
  if (score !== undefined) return declared(scope, score, 'protect', 'score');
  const scoring = scope.workspace.program.scoring;
  if (scoring?.keySet.threshold === undefined) return [];
  const source = at(scoring.source, 'keySet', 'threshold');
  return [assumption('scoring.keySet.threshold', scoring.keySet.threshold, undefined, source)];
};
