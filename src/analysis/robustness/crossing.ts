import type { Quadratic } from './score-line.ts';

// Points have a few digits; what differs by less than this is equal, and binary noise told them apart.
const noise = 1e-11;

/**
 * How far from `start`, in the direction, a quadratic that is not negative there first becomes negative; undefined where it
 * doesn't before `reach`. A root that it only touches is no crossing.
 */
export const distanceToCrossing = (
  [constant, linear, square]: Quadratic,
  start: number,
  direction: 1 | -1,
  reach: number,
): number | undefined => {
  const value = snapped(constant + start * (linear + start * square));
  const slope = snapped(direction * (linear + 2 * start * square));
  const found = firstNegative(Math.max(0, value), slope, snapped(square));
  return found === undefined || found >= reach - noise ? undefined : found;
};

const snapped = (value: number): number => (Math.abs(value) < noise ? 0 : value);

/** Smallest u from 0 after which value + slope·u + square·u² is negative. */
const firstNegative = (value: number, slope: number, square: number): number | undefined => {
  if (value === 0) {
    if (slope < 0 || (slope === 0 && square < 0)) return 0;
    return square < 0 ? -slope / square : undefined;
  }
  if (square === 0) return slope < 0 ? -value / slope : undefined;
  const discriminant = slope * slope - 4 * square * value;
  // A parabola whose lowest value is zero only touches it; noise there would come out as two roots at its square root.
  if (discriminant <= 4 * Math.max(0, square) * noise) return undefined;
  // The form that doesn't subtract nearly equal numbers.
  const half = -(slope + (slope < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  const roots = [half / square, value / half].filter(root => root > 0);
  return roots.length === 0 ? undefined : Math.min(...roots);
};
