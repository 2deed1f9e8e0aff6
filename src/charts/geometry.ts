import type { Span } from './layers.ts';

/** A rectangle by its top left corner, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Area that two boxes share; 0 where they don't touch. */
export const overlap = (a: Box, b: Box): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
};

/** How deep a circle reaches into a box, in pixels; 0 where it doesn't. */
export const depthInBox = ({ x, y, radius }: Circle, box: Box): number => {
  const dx = x - clamp(x, box.x, box.x + box.width);
  const dy = y - clamp(y, box.y, box.y + box.height);
  return Math.max(0, radius - Math.hypot(dx, dy));
};

/** Length of the part of a segment that lies in a box (Liang and Barsky 1984). */
export const lengthInBox = ({ x, y, x2, y2 }: Span, box: Box): number => {
  const [dx, dy] = [x2 - x, y2 - y];
  let [enter, leave] = [0, 1];
  const sides = [
    [-dx, x - box.x],
    [dx, box.x + box.width - x],
    [-dy, y - box.y],
    [dy, box.y + box.height - y],
  ] as const;
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return 0;
    if (direction < 0) enter = Math.max(enter, distance / direction);
    if (direction > 0) leave = Math.min(leave, distance / direction);
  }
  return enter < leave ? (leave - enter) * Math.hypot(dx, dy) : 0;
};

/** How far a box sticks out of another one, summed over the sides, in pixels. */
export const outside = (box: Box, bounds: Box): number =>
  Math.max(0, bounds.x - box.x) +
  Math.max(0, bounds.y - box.y) +
  Math.max(0, box.x + box.width - bounds.x - bounds.width) +
  Math.max(0, box.y + box.height - bounds.y - bounds.height);

export const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
