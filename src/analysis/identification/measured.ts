import type { Unit } from '../../model/figure.ts';
import type { Customer } from '../customers.ts';
import { type MeasureName, measureOf } from '../portfolio/measures.ts';
import type { Scope } from '../scope.ts';

/** The measure behind derived points, with the unit in which it prints. */
export interface MeasuredEvidence {
  readonly measure: MeasureName;
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
  return { measure, ...(value === undefined ? {} : { value }), ...unitOf(scope, measure) };
};

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
