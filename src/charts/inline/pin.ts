import { type DeviationOptions, placeDeviation } from './deviation.ts';
import { coordinate, effectOf, effectPaint, inlineSvg, paint, rectangle, stroke } from './markup.ts';

const head = 3;

/**
 * The pin of a relative variance: a thin line from the axis with a head. The head is a disc where the effect on the
 * business is good and a square where it is bad, so that it reads without colour.
 * @param value the relative deviation; undefined draws the axis alone
 */
export const pin = (value: number | undefined, options: DeviationOptions): string => {
  const { width = 155, height = 16, polarity = 'higher' } = options;
  const { zero, end, clipped } = placeDeviation(value ?? 0, options, width, 8);
  const axis = stroke([zero, 0, zero, height], paint('ink'), 0.75);
  if (value === undefined) return inlineSvg(width, height, axis);
  const effect = effectOf(value, polarity);
  const fill = effectPaint[effect];
  const middle = height / 2;
  const line = stroke([zero, middle, end, middle], fill, 1.5);
  const top =
    effect === 'bad'
      ? rectangle(end - head, middle - head, 2 * head, 2 * head, fill)
      : `<circle cx="${coordinate(end)}" cy="${coordinate(middle)}" r="${head}" fill="${fill}"/>`;
  return inlineSvg(
    width,
    height,
    axis + line + top + (clipped ? chevron(end, middle, Math.sign(value), fill) : ''),
  );
};

/** The outlier mark: the value lies beyond the scale. */
const chevron = (end: number, middle: number, direction: number, colour: string): string => {
  const x = end + direction * 4.5;
  return `<path d="M${coordinate(x)},${coordinate(middle - 3)}L${coordinate(x + direction * 2.5)},${coordinate(middle)}L${coordinate(x)},${coordinate(middle + 3)}" fill="none" stroke="${colour}" stroke-width="1"/>`;
};
