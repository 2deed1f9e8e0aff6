import type { Circle } from './geometry.ts';
import type { Candidate } from './label-placement.ts';
import { textWidth, type Weight } from './text-width.ts';
import { labelSize } from './theme.ts';

/** Height of a line of labels from ascender to descender, for its size. */
export const lineHeight = 1.1;

/** Directions by liking: beside, then above and below, then the diagonals. */
const directions: readonly (readonly [dx: number, dy: number, cost: number])[] = [
  [1, 0, 0],
  [-1, 0, 3],
  [0, -1, 5],
  [0, 1, 6],
  [0.75, -0.66, 4],
  [0.75, 0.66, 5],
  [-0.75, -0.66, 7],
  [-0.75, 0.66, 8],
];

/** Distances from the rim of the bubble in pixels; from the third on a leader shows what the label belongs to. */
const distances = [4, 8, 14, 22, 32, 44, 58] as const;
const leaderFrom = 14;

/** Places around a bubble for a label; `\n` starts a new line. */
export const placesAround = (bubble: Circle, text: string, weight: Weight, size = labelSize): Candidate[] => {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(line => textWidth(line, size, weight)));
  const height = lines.length * size * lineHeight;
  return distances.flatMap((distance, ring) =>
    directions.map(([dx, dy, liking]) => {
      const reach = bubble.radius + distance;
      const [anchorX, anchorY] = [bubble.x + dx * reach, bubble.y + dy * reach];
      const box = {
        x: anchorX - width * (0.5 - Math.sign(dx) * 0.5),
        y: anchorY - height * (0.5 - dy * 0.5),
        width,
        height,
      };
      const cost = liking + ring * 12;
      if (distance < leaderFrom) return { box, cost };
      const rim = { x: bubble.x + dx * bubble.radius, y: bubble.y + dy * bubble.radius };
      const end = bubble.radius + distance - 2;
      return { box, cost, leader: { ...rim, x2: bubble.x + dx * end, y2: bubble.y + dy * end } };
    }),
  );
};
