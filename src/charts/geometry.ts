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
  if (dx >= radius || dx <= -radius || dy >= radius || dy <= -radius) return 0;
  return Math.max(0, radius - Math.hypot(dx, dy));
};

/** Length of the part of a segment that lies in a box (Liang and Barsky 1984). */
export const lengthInBox = ({ x, y, x2, y2 }: Span, box: Box): number => {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  // Most segments are nowhere near.
  if ((x < box.x && x2 < box.x) || (x > right && x2 > right)) return 0;
  if ((y < box.y && y2 < box.y) || (y > bottom && y2 > bottom)) return 0;
  const enter = Math.max(entry(x, x2, box.x, right), entry(y, y2, box.y, bottom));
  const leave = Math.min(exit(x, x2, box.x, right), exit(y, y2, box.y, bottom));
  return enter < leave ? (leave - enter) * Math.hypot(x2 - x, y2 - y) : 0;
};

/** From which part of the way from one number to another the way lies between two bounds, that it does not miss. */
const entry = (from: number, to: number, low: number, high: number): number =>
  from === to ? 0 : Math.max(0, ((to > from ? low : high) - from) / (to - from));

/** Up to which part of the way it does. */
const exit = (from: number, to: number, low: number, high: number): number =>
  from === to ? 1 : Math.min(1, ((to > from ? high : low) - from) / (to - from));

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

/** Whether two lines cross, each end of one on another side of the other; lines that only touch do not. */
export const crosses = (a: Span, b: Span): boolean => {
  const side = ({ x, y, x2, y2 }: Span, px: number, py: number): number =>
    Math.sign((x2 - x) * (py - y) - (y2 - y) * (px - x));
  return side(a, b.x, b.y) * side(a, b.x2, b.y2) < 0 && side(b, a.x, a.y) * side(b, a.x2, a.y2) < 0;
};
