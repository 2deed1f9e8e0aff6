import type { PeriodId } from '../../model/period.ts';
import { type Scoring, weighedIn, weightIn } from '../../model/scoring.ts';
import { at, type Sourced, type SourceRef } from '../../model/source.ts';
import type { Scope } from '../scope.ts';

/** Where the weight of the period stands. */
export const weightSource = (
  scoring: Sourced<Scoring>,
  criterion: string,
  period: PeriodId,
): SourceRef | undefined => {
  const index = scoring.criteria.findIndex(({ id }) => id === criterion);
  const found = scoring.criteria[index];
  if (found === undefined) return undefined;
  const quarter = weighedIn(found, period);
  return quarter === undefined
    ? at(scoring.source, 'criteria', index, 'weight')
    : at(scoring.source, 'criteria', index, 'weights', quarter);
};

/** The scoring as it was in the scope's period: `weight` is the one that held then. Undefined where none is declared. */
export const scoringThen = (scope: Scope): Sourced<Scoring> | undefined => {
  const { scoring } = scope.workspace.program;
  if (scoring === undefined) return undefined;
  return {
    ...scoring,
    criteria: scoring.criteria.map(criterion => ({
      ...criterion,
      weight: weightIn(criterion, scope.period),
    })),
  };
};

/** Where the weight of each criterion of the period stands, by criterion. */
export const weightPlaces = (scope: Scope): ReadonlyMap<string, SourceRef> => {
  const { scoring } = scope.workspace.program;
  return new Map(
    (scoring?.criteria ?? []).flatMap(({ id }) => {
      const place = scoring && weightSource(scoring, id, scope.period);
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
};
