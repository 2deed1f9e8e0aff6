import type { Assumption } from '../../model/figure.ts';
import type { PeriodId } from '../../model/period.ts';
import { trailingYear, yearBefore } from '../../model/period.ts';
import { type Rationalisation, rationalisationSchema } from '../../model/rationalisation.ts';
import { at } from '../../model/source.ts';
import { assumption } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';

const defaults = rationalisationSchema.parse({});

/** What `data/program/rationalisation.yaml` declares, or the documented defaults where there is no such file. */
export const settingsOf = (scope: Scope): Rationalisation =>
  scope.workspace.program.rationalisation ?? defaults;

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

/** A declared value of the file, `false` printed as 0; undefined where nothing is declared and there is no default. */
const declared = (
  scope: Scope,
  path: readonly string[],
  value: number | string | boolean | undefined,
  fallback: number | string | boolean | undefined,
): readonly Assumption[] => {
  if (value === undefined) return [];
  const source = scope.workspace.program.rationalisation?.source;
  const name = `rationalisation.${path.join('.')}`;
  const printed = typeof value === 'boolean' ? Number(value) : value;
  return [
    source === undefined || value === fallback
      ? { name, value: printed }
      : assumption(name, printed, undefined, at(source, ...path)),
  ];
};

export const spanAssumption = (scope: Scope): readonly Assumption[] =>
  declared(scope, ['span'], settingsOf(scope).span, defaults.span);

export const hourValueAssumption = (scope: Scope): readonly Assumption[] =>
  declared(scope, ['hourValue'], settingsOf(scope).hourValue, undefined);

/** Lines and protections that make a verdict. */
export const ruleAssumptions = (scope: Scope): readonly Assumption[] => {
  const { below, protect } = settingsOf(scope);
  const own = defaults.protect;
  return [
    ...spanAssumption(scope),
    ...declared(scope, ['below', 'contribution'], below.contribution, defaults.below.contribution),
    ...declared(scope, ['below', 'ratio'], below.ratio, undefined),
    ...declared(scope, ['protect', 'key'], protect.key, own.key),
    ...declared(scope, ['protect', 'growth'], protect.growth, own.growth),
    ...scoreAssumption(scope),
    ...declared(scope, ['protect', 'quarters'], protect.quarters, own.quarters),
    ...declared(scope, ['protect', 'openOpportunities'], protect.openOpportunities, own.openOpportunities),
  ];
};

/** The line stands here, or with the key set of the points table. */
const scoreAssumption = (scope: Scope): readonly Assumption[] => {
  const { score } = settingsOf(scope).protect;
  if (score !== undefined) return declared(scope, ['protect', 'score'], score, undefined);
  const scoring = scope.workspace.program.scoring;
  if (scoring?.keySet.threshold === undefined) return [];
  const source = at(scoring.source, 'keySet', 'threshold');
  return [assumption('scoring.keySet.threshold', scoring.keySet.threshold, undefined, source)];
};
