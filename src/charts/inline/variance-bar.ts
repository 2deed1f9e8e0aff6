import { type DeviationOptions, placeDeviation } from './deviation.ts';
import { coordinate, effectOf, effectPaint, inlineSvg, paint, rectangle, stroke } from './markup.ts';

/**
 * The bar of an absolute variance: right of the axis when positive, coloured by its effect on the business.
 * @param value the variance, in any unit; undefined draws the axis alone
 */
export const varianceBar = (value: number | undefined, options: DeviationOptions): string => {
  const { width = 91, height = 16, polarity = 'higher' } = options;
  const { zero, end, clipped } = placeDeviation(value ?? 0, options, width, 4);
  const axis = stroke([zero, 0, zero, height], paint('ink'), 0.75);
  if (value === undefined || value === 0) return inlineSvg(width, height, axis);
  const thickness = (height * 2) / 3 / 1.5;
  const fill = effectPaint[effectOf(value, polarity)];
  const bar = rectangle(Math.min(zero, end), (height - thickness) / 2, Math.abs(end - zero), thickness, fill);
  const outlier = clipped ? outlierMark(end, height, thickness, Math.sign(value), fill) : '';
  return inlineSvg(width, height, bar + outlier + axis);
};

/** A gap and an arrow head at the end of a bar that goes on beyond the scale. */
const outlierMark = (
  end: number,
  height: number,
  thickness: number,
  direction: number,
  fill: string,
): string => {
  const [top, middle, bottom] = [(height - thickness) / 2, height / 2, (height + thickness) / 2];
  const base = end - direction * 3;
  const gap = rectangle(Math.min(base, base - direction * 1.5), top, 1.5, thickness, paint('paper'));
  return `${gap}<path d="M${coordinate(end)},${coordinate(top)}L${coordinate(end + direction * 4)},${coordinate(middle)}L${coordinate(end)},${coordinate(bottom)}Z" fill="${fill}"/>`;
};
