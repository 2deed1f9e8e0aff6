import { type DeviationOptions, placeDeviation } from './deviation.ts';
import { coordinate, effectOf, effectPaint, inlineSvg, paint, rectangle, stroke } from './markup.ts';

const head = 3;
const outline = 1.25;

interface PinOptions extends DeviationOptions {
  /** Deviation that still counts as near the target, on the scale of the value: marked by a tick. */
  readonly limit?: number;
  /** Whether the value is off its target, but within the limit. */
  readonly near?: boolean;
}

/** How a pin ends: a disc where its effect is good, a square where it is bad, and a hollow one where it is bad but near the target. */
export type PinHead = 'good' | 'near' | 'bad';

/**
 * The pin of a relative variance: a thin line from the axis with a head. The form of the head tells the effect on the
 * business, so that it reads without colour.
 * @param value the relative deviation; undefined draws the axis alone
 */
export const pin = (value: number | undefined, options: PinOptions): string => {
  const { width = 155, height = 16, polarity = 'higher', limit, near = false } = options;
  const place = (deviation: number) => placeDeviation(deviation, options, width, 8);
  const { zero, end, clipped } = place(value ?? 0);
  const middle = height / 2;
  const axis = stroke([zero, 0, zero, height], paint('ink'), 0.75);
  if (value === undefined) return inlineSvg(width, height, axis);
  const effect = effectOf(value, polarity);
  const fill = effectPaint[effect];
  const line = stroke([zero, middle, end, middle], fill, 1.5);
  const tick = limit === undefined || place(limit).clipped ? '' : limitTick(place(limit).end, height);
  return inlineSvg(
    width,
    height,
    axis +
      tick +
      line +
      pinHead(end, middle, effect === 'bad' ? (near ? 'near' : 'bad') : 'good', fill) +
      (clipped ? chevron(end, middle, Math.sign(value), fill) : ''),
  );
};

const pinHead = (x: number, y: number, form: PinHead, fill: string): string => {
  if (form === 'good')
    return `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${head}" fill="${fill}"/>`;
  const square = rectangle(x - head, y - head, 2 * head, 2 * head, fill);
  if (form === 'bad') return square;
  const inner = head - outline;
  return square + rectangle(x - inner, y - inner, 2 * inner, 2 * inner, paint('paper'));
};

const limitTick = (x: number, height: number): string =>
  stroke([x, height / 2 - 5.5, x, height / 2 + 5.5], paint('ink3'), 1, '2 1.5');

const keySide = 9;

/** A head as it stands in a key. */
export const pinSample = (form: PinHead): string =>
  inlineSvg(
    keySide,
    keySide,
    pinHead(keySide / 2, keySide / 2, form, effectPaint[form === 'good' ? 'good' : 'bad']),
  );

/** The tick of the limit as it stands in a key. */
export const limitSample = (): string => inlineSvg(keySide / 2, keySide, limitTick(keySide / 4, keySide + 2));

/** The outlier mark: the value lies beyond the scale. */
const chevron = (end: number, middle: number, direction: number, colour: string): string => {
  const x = end + direction * 4.5;
  return `<path d="M${coordinate(x)},${coordinate(middle - 3)}L${coordinate(x + direction * 2.5)},${coordinate(middle)}L${coordinate(x)},${coordinate(middle + 3)}" fill="none" stroke="${colour}" stroke-width="1"/>`;
};
