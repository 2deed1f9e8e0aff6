import { interpolate } from '../../model/formula-value.ts';
import type { Derivation, Scoring } from '../../model/scoring.ts';
import type { Scope } from '../scope.ts';
import { measureOf } from './measures.ts';
import { wantedCustomers } from './standing.ts';

export type Scale = Scoring['scale'];

/**
 * Points of every active customer and prospect under a derived criterion, on the scale; none where the measure is not
 * recorded. Breakpoints: linear between
 * the pairs, flat outside (the pairs themselves say which way is better). Min–max: the least measure gives the least
 * points, the greatest the most. Percentile: rank among the measured, equal ones share the mean of their ranks. Where
 * all are equal nothing tells them apart, and all get the middle of the scale.
 */
export const derivedPoints = (
  scope: Scope,
  derivation: Derivation,
  scale: Scale,
): ReadonlyMap<string, number> => {
  const measured = wantedCustomers(scope).map(customer => ({
    customer,
    value: measureOf(scope, customer, derivation.measure).value,
  }));
  const values = measured.flatMap(({ value }) => value ?? []);
  const pointsOf = transform(derivation, values, scale);
  return new Map(
    measured.flatMap(({ customer, value }) =>
      value === undefined ? [] : [[customer.id, pointsOf(value)] as const],
    ),
  );
};

/** The function from a measure to points. */
export const transform = (
  derivation: Derivation,
  values: readonly number[],
  { min, max }: Scale,
): ((value: number) => number) => {
  if (derivation.by === 'breakpoints') return value => interpolate(derivation.points, value) ?? min;
  const field = fieldOf(values);
  const position = derivation.by === 'min-max' ? minMaxPosition(field) : percentilePosition(field);
  return value => {
    const place = position(value);
    return min + (max - min) * (derivation.lowerIsBetter ? 1 - place : place);
  };
};

/** All measures that a relative measure is held against. */
export interface Field {
  readonly measured: number;
  /** Infinite where nothing is measured. */
  readonly least: number;
  readonly greatest: number;
  /** How many lie below a measure, and how many share it, itself included. */
  readonly places: ReadonlyMap<number, { readonly below: number; readonly equal: number }>;
}

const fieldOf = (values: readonly number[]): Field => {
  const sorted = [...values].sort((a, b) => a - b);
  const places = new Map<number, { readonly below: number; equal: number }>();
  for (const [index, value] of sorted.entries()) {
    const place = places.get(value);
    if (place === undefined) places.set(value, { below: index, equal: 1 });
    else place.equal += 1;
  }
  return {
    measured: sorted.length,
    least: sorted[0] ?? Number.POSITIVE_INFINITY,
    greatest: sorted.at(-1) ?? Number.NEGATIVE_INFINITY,
    places,
  };
};

const minMaxPosition =
  ({ least, greatest }: Field): ((value: number) => number) =>
  value =>
    greatest > least ? (value - least) / (greatest - least) : 0.5;

const percentilePosition =
  ({ measured, places }: Field): ((value: number) => number) =>
  value => {
    const place = places.get(value);
    if (place === undefined || measured < 2) return 0.5;
    return (place.below + (place.equal - 1) / 2) / (measured - 1);
  };

/** The measures of every active customer and prospect under a derived criterion. */
export const fieldUnder = (scope: Scope, derivation: Derivation): Field => scope.of(fields)(derivation);

const fields = (scope: Scope): ((derivation: Derivation) => Field) =>
  scope.reading.keepEach(derivation =>
    fieldOf(
      wantedCustomers(scope).flatMap(customer => measureOf(scope, customer, derivation.measure).value ?? []),
    ),
  );
