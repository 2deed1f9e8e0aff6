import { type colours, colourTokens } from '../theme.ts';

/** A colour of the theme as the custom property that every page defines. */
export const paint = (colour: keyof typeof colours): string => `var(${colourTokens[colour]})`;

/** Hundredths of a pixel, no minus zero: the same drawing gives the same bytes. */
export const coordinate = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** A picture that assistive technology skips: the number stands beside it in the table. */
export const inlineSvg = (width: number, height: number, content: string): string => {
  const [w, h] = [coordinate(width), coordinate(height)];
  return `<svg class="inline-chart" aria-hidden="true" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${content}</svg>`;
};

export const rectangle = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${coordinate(x)}" y="${coordinate(y)}" width="${coordinate(Math.max(0, width))}" height="${coordinate(Math.max(0, height))}" fill="${fill}"/>`;

export const stroke = (
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  colour: string,
  width: number,
  dash = '',
): string =>
  `<path d="M${coordinate(x1)},${coordinate(y1)}L${coordinate(x2)},${coordinate(y2)}" stroke="${colour}" stroke-width="${width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;

/** Which way is good: lower is better for cost, churn, contacts to close. Neutral figures are drawn in ink. */
export type Polarity = 'higher' | 'lower' | 'neutral';

type Effect = 'good' | 'bad' | 'none';

/** Effect of a deviation on the business. */
export const effectOf = (value: number, polarity: Polarity): Effect => {
  if (value === 0 || polarity === 'neutral') return 'none';
  return value > 0 === (polarity === 'higher') ? 'good' : 'bad';
};

export const effectPaint: Readonly<Record<Effect, string>> = {
  good: paint('good'),
  bad: paint('bad'),
  none: paint('ink'),
};
