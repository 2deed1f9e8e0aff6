import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { pointsTable } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';

export interface ReEvaluated {
  readonly customer: Customer;
  /** Points of the points table, on the declared scale. */
  readonly score: number;
  readonly admitted: boolean;
  readonly inputs: readonly SourceRef[];
}

/** Which key customers the points table would admit today. */
export interface ReEvaluation {
  readonly threshold: number;
  readonly source: SourceRef;
  /** Those with a score, lowest first. */
  readonly rows: readonly ReEvaluated[];
  /** Key customers in all; those without a score can't be judged. */
  readonly key: number;
}

/** The re-evaluation of domain 2.4; undefined where the workspace declares no points table or no threshold. */
export const reEvaluation = (scope: Scope): ReEvaluation | undefined => {
  const table = scope.of(pointsTable);
  const { scoring } = scope.workspace.program;
  const threshold = scoring?.keySet.threshold;
  if (table === undefined || scoring === undefined || threshold === undefined) return undefined;
  const key = table.rows.filter(row => row.key);
  const rows = key.flatMap(({ customer, value, items }) =>
    value === undefined
      ? []
      : [
          {
            customer,
            score: value,
            admitted: value >= threshold,
            inputs: items.flatMap(item => item.inputs.filter(input => typeof input !== 'string')),
          },
        ],
  );
  return {
    threshold,
    source: at(scoring.source, 'keySet', 'threshold'),
    rows: rows.sort((a, b) => a.score - b.score),
    key: key.length,
  };
};
