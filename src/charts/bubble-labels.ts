import { type Circle, clamp } from './geometry.ts';
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

/** How far a label is moved up or down at most, and sideways, from its bubble, in pixels. */
const mostRise = 99;
const shifts = [4, 12, 24, 40, 60, 84] as const;
const shortestLeader = 8;

/**
 * Places at the end of a line that shows what the label belongs to: for few bubbles on a wide picture, where each counts.
 * @param step from one height to the next, in pixels: the smaller, the more places there are to choose from
 */
export const placesApart = (bubble: Circle, text: string, weight: Weight, step = 11): Candidate[] => {
  const lines = text.split('\n');
  const width = Math.max(...lines.map(line => textWidth(line, labelSize, weight)));
  const height = lines.length * labelSize * lineHeight;
  const lefts = [
    -width / 2,
    ...shifts.flatMap(shift => [bubble.radius + shift, -bubble.radius - shift - width]),
  ];
  const steps = Math.floor(mostRise / step);
  const rises = Array.from({ length: 2 * steps + 1 }, (_, index) => (index - steps) * step);
  return rises.flatMap(rise =>
    lefts.flatMap((left): Candidate[] => {
      const box = { x: bubble.x + left, y: bubble.y + rise - height / 2, width, height };
      const [x2, y2] = [
        clamp(bubble.x, box.x - 2, box.x + width + 2),
        clamp(bubble.y, box.y - 1, box.y + height + 1),
      ];
      const distance = Math.hypot(x2 - bubble.x, y2 - bubble.y);
      if (distance < bubble.radius + shortestLeader) return [];
      const toRim = bubble.radius / distance;
      const leader = {
        x: bubble.x + (x2 - bubble.x) * toRim,
        y: bubble.y + (y2 - bubble.y) * toRim,
        x2,
        y2,
      };
      return [{ box, cost: 12 + distance - bubble.radius, leader }];
    }),
  );
};
