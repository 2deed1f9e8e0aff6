import { clamp } from '../geometry.ts';
import type { Polarity } from './markup.ts';

/** Size and scale of a graphic of one deviation. All graphics of a column share `max` and `min`, so that they compare. */
export interface DeviationOptions {
  /** Largest deviation that the scale shows; beyond it the graphic carries an outlier mark. */
  readonly max: number;
  /** Smallest one; −max by default. */
  readonly min?: number;
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly polarity?: Polarity;
}

/** Where zero and the value lie, in pixels, and whether the value had to be clipped. */
interface DeviationPlace {
  readonly zero: number;
  readonly end: number;
  readonly clipped: boolean;
}

/** @param room free pixels at both ends, for heads and outlier marks */
export const placeDeviation = (
  value: number,
  { max, min = -max }: DeviationOptions,
  width: number,
  room: number,
): DeviationPlace => {
  const span = max - min;
  const at = (deviation: number): number =>
    span > 0 ? room + ((deviation - min) / span) * (width - 2 * room) : width / 2;
  const shown = clamp(value, min, max);
  return { zero: at(clamp(0, min, max)), end: at(shown), clipped: shown !== value };
};
