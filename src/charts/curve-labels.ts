import { lineHeight } from './bubble-labels.ts';
import type { Box } from './geometry.ts';
import type { Candidate } from './label-placement.ts';
import type { Label, Point } from './layers.ts';
import { textWidth, type Weight } from './text-width.ts';
import { labelSize } from './theme.ts';

/** Where a label may stand relative to a point: its corner or side that touches the point, with a gap. */
export type Side =
  | 'above-left'
  | 'above-right'
  | 'below-right'
  | 'below-left'
  | 'right'
  | 'left'
  | 'above'
  | 'below';

const shifts: Readonly<Record<Side, readonly [x: number, y: number]>> = {
  'above-left': [-1, -1],
  'above-right': [1, -1],
  'below-right': [1, 1],
  'below-left': [-1, 1],
  right: [1, 0],
  left: [-1, 0],
  above: [0, -1],
  below: [0, 1],
};

/** Places at points of a line, best first. @param gap pixels between point and label */
export const placesAt = (
  points: readonly Point[],
  sides: readonly Side[],
  text: string,
  { weight = 400, gap = 5 }: { readonly weight?: Weight; readonly gap?: number } = {},
): Candidate[] => {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(line => textWidth(line, labelSize, weight)));
  const height = labelSize * lineHeight * lines.length;
  return points.flatMap((point, index) =>
    sides.map((side, order): Candidate => {
      const [dx, dy] = shifts[side];
      const box: Box = {
        x: point.x + dx * gap - width * (0.5 - dx / 2),
        y: point.y + dy * gap - height * (0.5 - dy / 2),
        width,
        height,
      };
      return { box, cost: index * 3 + order * 2 };
    }),
  );
};

/** A placed label as a text whose first line is centred in the first line of its box. */
export const centred = ({ box }: Candidate, text: string): Label => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / (2 * text.split('\n').length),
  text,
});
