import { ticks } from './scale.ts';

/**
 * An axis in two parts, each with its own scale. Where a few accounts earn many times what the others do, the others would
 * all lie on the cut: in the upper part, the same amount takes less height. Between the parts the picture is open, and the
 * gap says so.
 */
export interface Bend {
  /** The value at which the scale changes. */
  readonly at: number;
  /** The places between which nothing lies. */
  readonly gap: readonly [number, number];
  /** How much less height an amount takes in the upper part. */
  readonly times: number;
  /** From a value to its place on the axis, in units of the part below the bend. */
  place(value: number): number;
  /** The value at a place. */
  value(place: number): number;
}

/** No bend where the part below the cut already takes this share of the span of the values. */
const enough = 0.22;
/** Share of the part below the bend that lies below the cut. */
const belowCut = 0.36;
/** Height of the part above the bend, in heights of the part below; and of the gap between them. */
const above = 0.36;
const between = 0.08;
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
  const top = at + between * (at - low);
  return {
    at,
    gap: [at, top],
    times: 1 / rate,
    place: value => (value <= at ? value : top + (value - at) * rate),
    value: place => (place <= at ? place : at + Math.max(0, place - top) / rate),
  };
};

/** The place farthest from all values, so that no mark lies on the bend. */
const clearest = (places: readonly number[], values: readonly number[]): number | undefined => {
  const clearance = (place: number): number => Math.min(...values.map(value => Math.abs(value - place)));
  return [...places].sort((a, b) => clearance(b) - clearance(a))[0];
};
