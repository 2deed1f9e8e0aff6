import { input, interpolated, placedAt, quotient, sumOf, times } from '../../model/formula.ts';
import type { Customer } from '../customers.ts';
import { addedUp, asStated, type Stated, sideBySide } from '../formulas.ts';
import type { Scope } from '../scope.ts';
import { measureOf } from './measures.ts';
import type { PointsItem, ScoredAccount } from './points-table.ts';
import { weightPlaces } from './weights.ts';

/**
 * How points follow from what they rest on: as rated, or by the breakpoints from a measure. Undefined under min–max and
 * percentile, where they rest on all other accounts as well, and where the measure is a date.
 */
export const statedPoints = (
  scope: Scope,
  customer: Customer,
  { criterion: { derive }, points, inputs: rating }: PointsItem,
): Stated | undefined => {
  if (points === undefined) return undefined;
  if (derive === undefined) return { inputs: rating, formula: input(0) };
  const { inputs, formula } = measureOf(scope, customer, derive.measure);
  return derive.by !== 'breakpoints' || formula === undefined
    ? undefined
    : {
        inputs,
        formula: interpolated(
          placedAt(formula, 0, () => inputs.length),
          derive.points,
        ),
      };
};

/** A score from what its points rest on and from their weights; undefined where some points can't be stated. */
export const statedScore = (
  scope: Scope,
  { customer, items }: Pick<ScoredAccount, 'customer' | 'items'>,
): Stated | undefined => {
  const places = scope.of(weightPlaces);
  const known = items.filter(({ points }) => points !== undefined);
  const points = known.flatMap(item => statedPoints(scope, customer, item) ?? []);
  const weights = known.flatMap(({ criterion: { id } }) => places.get(id) ?? []);
  if (known.length === 0 || points.length < known.length || weights.length < known.length) return undefined;
  const { inputs, formulas } = sideBySide(...points, ...weights.map(asStated));
  const weighed = points.flatMap((_, place) => {
    const [one, weight] = [formulas[place], formulas[points.length + place]];
    return one === undefined || weight === undefined ? [] : [times(weight, one)];
  });
  return {
    inputs,
    formula: quotient(addedUp(weighed), sumOf(inputs.length - weights.length, inputs.length)),
  };
};
