import type { Unit } from '../../model/figure.ts';
import type { Customer } from '../customers.ts';
import { levelSpan, type MeasureName, measureOf } from '../portfolio/measures.ts';
import type { Scope } from '../scope.ts';

/** The measure behind derived points, with the unit in which it prints. */
export interface MeasuredEvidence {
  /** What it is called: amounts of four quarters are, apart from those of the basis on which the rest of a document stands. */
  readonly measure: MeasureName | `year-${MeasureName}`;
  readonly value?: number;
  readonly unit: Unit;
  readonly precision: number;
}

export const measuredEvidence = (
  scope: Scope,
  customer: Customer,
  measure: MeasureName,
): MeasuredEvidence => {
  const { value } = measureOf(scope, customer, measure);
  return {
    measure: nameOf(scope, measure),
    ...(value === undefined ? {} : { value }),
    ...unitOf(scope, measure),
  };
};

const nameOf = (scope: Scope, measure: MeasureName): MeasuredEvidence['measure'] =>
  summed.includes(measure) && levelSpan(scope).length === 4 ? `year-${measure}` : measure;

const summed: readonly MeasureName[] = ['revenue', 'margin', 'cost-to-serve', 'orders'];

const unitOf = (scope: Scope, measure: MeasureName): Pick<MeasuredEvidence, 'unit' | 'precision'> => {
  switch (measure) {
    case 'revenue':
    case 'margin':
    case 'cost-to-serve':
      return { unit: `money:${scope.workspace.settings.currency}`, precision: 0 };
    case 'margin-ratio':
    case 'cost-to-serve-ratio':
    case 'growth':
      return { unit: 'share', precision: 1 };
    case 'orders':
      return { unit: 'count', precision: 0 };
    case 'tenure':
      return { unit: 'years', precision: 1 };
  }
};
