import type { Criterion } from '../../model/scoring.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { keyPointsTable, type PointsRow, type PointsTable, pointsTable } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';

/** The declared rules of the key set that an account can fail. */
export type EntryRule = 'threshold' | 'places';

export interface ReEvaluated {
  readonly customer: Customer;
  /** Points of the points table, on the declared scale. */
  readonly score: number;
  /** Whether the declared rules would let it in today. */
  readonly admitted: boolean;
  readonly fails: readonly EntryRule[];
  /** Criteria on which it has fewer points than the threshold, the fewest first: what keeps it down. */
  readonly weak: readonly Criterion[];
  /** Criteria without points, which might change the verdict. */
  readonly unrated: number;
  readonly inputs: readonly SourceRef[];
}

/** Which key customers the points table would admit today. */
export interface ReEvaluation {
  /** Absent where only a number of places is declared. */
  readonly threshold?: number;
  /** Absent where only a threshold is declared. */
  readonly places?: number;
  readonly source: SourceRef;
  /** Those with a score, lowest first. */
  readonly rows: readonly ReEvaluated[];
  /** Key customers in all; those without a score can't be judged. */
  readonly key: number;
}

/** The re-evaluation of domain 2.4; undefined where the workspace declares no points table, or no rule of the key set. */
export const reEvaluation = (scope: Scope): ReEvaluation | undefined =>
  reEvaluationBy(scope, scope.of(pointsTable));

/** The same by the threshold alone, which asks for the points of nobody else: what is told of earlier quarters. */
export const thresholdReEvaluation = (scope: Scope): ReEvaluation | undefined =>
  reEvaluationBy(scope, scope.of(keyPointsTable));

const reEvaluationBy = (scope: Scope, table: PointsTable | undefined): ReEvaluation | undefined => {
  const { scoring } = scope.workspace.program;
  if (table === undefined || scoring === undefined) return undefined;
  const { threshold, places } = scoring.keySet;
  if (threshold === undefined && places === undefined) return undefined;
  const key = table.rows.filter(row => row.key);
  const line = threshold ?? (scoring.scale.min + scoring.scale.max) / 2;
  return {
    ...(threshold === undefined ? {} : { threshold }),
    ...(places === undefined ? {} : { places }),
    source: at(scoring.source, 'keySet'),
    rows: key.flatMap(row => reEvaluated(row, threshold, line)).sort((a, b) => a.score - b.score),
    key: key.length,
  };
};

const reEvaluated = (row: PointsRow, threshold: number | undefined, line: number): ReEvaluated[] => {
  const { customer, value, items, inKeySet } = row;
  if (value === undefined) return [];
  const isBelow = threshold !== undefined && value < threshold;
  const fails: EntryRule[] = isBelow ? ['threshold'] : inKeySet === false ? ['places'] : [];
  const weak = items
    .flatMap(({ criterion, points }) =>
      points === undefined || criterion.weight === 0 || points >= line ? [] : [{ criterion, points }],
    )
    .sort((a, b) => a.points - b.points)
    .map(({ criterion }) => criterion);
  return [
    {
      customer,
      score: value,
      admitted: fails.length === 0,
      fails,
      weak,
      unrated: items.filter(item => item.points === undefined && item.criterion.weight > 0).length,
      inputs: items.flatMap(item => item.inputs.filter(input => typeof input !== 'string')),
    },
  ];
};
