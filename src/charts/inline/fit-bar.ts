import { clamp } from '../geometry.ts';
import { inlineSvg, paint, rectangle, stroke } from './markup.ts';

interface FitBarOptions {
  /** Value of a full bar, 1 by default; where it is nothing, as in a column without a positive value, every bar is empty. */
  readonly max?: number;
  /** Value of the quarter before, marked by a light tick. */
  readonly prior?: number;
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** A bar from zero to the value, with a tick at the earlier value. @param value undefined draws the axis and the tick alone */
export const fitBar = (
  value: number | undefined,
  { max = 1, prior, width = 120, height = 16 }: FitBarOptions = {},
): string => {
  const x = (amount: number): number => 0.5 + (max > 0 ? clamp(amount, 0, max) / max : 0) * (width - 2.5);
  const thickness = height * 0.58;
  const bar =
    value === undefined
      ? ''
      : rectangle(0.5, (height - thickness) / 2, x(value) - 0.5, thickness, paint('ink'));
  const tick =
    prior === undefined
      ? ''
      : rectangle(x(prior) - 2, 0.5, 4, height - 1, paint('paper')) +
        rectangle(x(prior) - 1.25, 0.5, 2.5, height - 1, paint('py'));
  const axis = stroke([0.5, 0, 0.5, height], paint('ink'), 0.75);
  return inlineSvg(width, height, bar + tick + axis);
};
