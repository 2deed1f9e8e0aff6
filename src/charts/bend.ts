import { ticks } from './scale.ts';

/**
 * An axis that changes its scale at one value. Where a few accounts earn many times what the others do, the others would
 * all lie on the cut: above the bend, the same amount takes less height. The picture must mark the place and say so.
 */
export interface Bend {
  /** The value at which the scale changes. */
  readonly at: number;
  /** From a value to its place on the axis, in units of the part below the bend. */
  place(value: number): number;
  /** The value at a place. */
  value(place: number): number;
}

/** No bend where the part below the cut already takes this share of the span of the values. */
const enough = 0.22;
/** Share of the part below the bend that lies below the cut. */
const belowCut = 0.36;
/** Height of the part above the bend, in heights of the part below. */
const above = 0.36;
/** At most this share of the values may lie above. */
const mostAbove = 1 / 3;

/** A bend above the cut, or undefined where the values need none. */
export const bendAbove = (values: readonly number[], cut: number): Bend | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = cut, high = cut] = [sorted[0], sorted.at(-1)];
  if (cut <= low || cut - low >= enough * (high - low)) return undefined;
  const wanted = low + (cut - low) / belowCut;
  const quantile = sorted[Math.ceil(sorted.length * (1 - mostAbove)) - 1] ?? high;
  const least = Math.max(wanted, quantile);
  const at = clearest(ticks(least, least + (least - low) * 0.25, 4), sorted) ?? least;
  if (at > low + 0.7 * (high - low)) return undefined;
  const rate = (above * (at - low)) / (high - at);
  return {
    at,
    place: value => (value <= at ? value : at + (value - at) * rate),
    value: place => (place <= at ? place : at + (place - at) / rate),
  };
};

/** The place farthest from all values, so that no mark lies on the bend. */
const clearest = (places: readonly number[], values: readonly number[]): number | undefined => {
  const clearance = (place: number): number => Math.min(...values.map(value => Math.abs(value - place)));
  return [...places].sort((a, b) => clearance(b) - clearance(a))[0];
};
