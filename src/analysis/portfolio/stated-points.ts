import type { Assumption } from '../../model/figure.ts';
import {
  constant,
  type Formula,
  input,
  interpolated,
  placedAt,
  plus,
  quotient,
  sumOf,
  times,
} from '../../model/formula.ts';
import type { Derivation } from '../../model/scoring.ts';
import { workedOut } from '../../model/worked-out.ts';
import type { Customer } from '../customers.ts';
import { addedUp, asStated, type Stated, sideBySide } from '../formulas.ts';
import type { Scope } from '../scope.ts';
import { type Field, fieldUnder, type Scale } from './derived-points.ts';
import { measureOf } from './measures.ts';
import type { PointsItem, ScoredAccount } from './points-table.ts';
import { weightPlaces } from './weights.ts';

/**
 * How points follow from what they rest on: as rated, or from a measure by breakpoints, between the least and the greatest one, or
 * by its place among all. Undefined by breakpoints and min–max where the measure is a date.
 */
export const statedPoints = (
  scope: Scope,
  customer: Customer,
  { criterion: { derive }, points, inputs: rating }: PointsItem,
): Stated | undefined => {
  if (points === undefined) return undefined;
  if (derive === undefined) return { inputs: rating, formula: input(0) };
  const { value, inputs, formula: measure } = measureOf(scope, customer, derive.measure);
  const scale = scope.workspace.program.scoring?.scale;
  if (value === undefined || scale === undefined) return undefined;
  if (derive.by === 'percentile')
    return { inputs, formula: byPlace(fieldUnder(scope, derive), value, endsOf(derive, scale)) };
  if (measure === undefined) return undefined;
  const own = placedAt(measure, 0, () => inputs.length);
  if (derive.by === 'breakpoints') return { inputs, formula: interpolated(own, derive.points) };
  return { inputs, formula: between(fieldUnder(scope, derive), own, endsOf(derive, scale)) };
};

/** Points of the least measure and of the greatest one. */
type Ends = readonly [number, number];

const endsOf = (derivation: Derivation, { min, max }: Scale): Ends =>
  derivation.by !== 'breakpoints' && derivation.lowerIsBetter ? [max, min] : [min, max];

const middle = ([least, greatest]: Ends): Formula => constant((least + greatest) / 2);

/** On a line from the least measure to the greatest; in the middle where all are equal. */
const between = ({ least, greatest }: Field, own: Formula, ends: Ends): Formula =>
  greatest > least
    ? interpolated(own, [
        [least, ends[0]],
        [greatest, ends[1]],
      ])
    : middle(ends);

/** On a line from the lowest place to the highest, equal measures in the middle of theirs. */
const byPlace = ({ measured, places }: Field, value: number, ends: Ends): Formula => {
  const place = places.get(value);
  if (place === undefined || measured < 2) return middle(ends);
  const below = constant(place.below);
  const rank = place.equal === 1 ? below : plus(below, quotient(constant(place.equal - 1), constant(2)));
  return interpolated(rank, [
    [0, ends[0]],
    [measured - 1, ends[1]],
  ]);
};

/** The place of a measure among all, as an explanation tells it; nothing where points do not rest on it. */
export const placeAmongAll = (
  scope: Scope,
  customer: Customer,
  { criterion: { derive }, points }: PointsItem,
): readonly Assumption[] => {
  if (points === undefined || derive?.by !== 'percentile') return [];
  const { value } = measureOf(scope, customer, derive.measure);
  const { measured, places } = fieldUnder(scope, derive);
  const place = value === undefined ? undefined : places.get(value);
  if (place === undefined) return [];
  return [
    workedOut('accounts-below', place.below),
    workedOut('accounts-equal', place.equal),
    workedOut('accounts-measured', measured),
  ];
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
