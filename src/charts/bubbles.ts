import type { Circle } from './geometry.ts';
import type { Point, Span } from './layers.ts';

/** A bubble in pixels, and where it stood a quarter before. */
export interface Bubble extends Circle {
  readonly before?: Point;
}

/** Radius of a bubble whose area stands for an amount, never too small to see. */
export const radiusOf = (amount: number, largest: number, largestRadius: number): number =>
  largest > 0 ? Math.max(2.5, largestRadius * Math.sqrt(Math.max(0, amount) / largest)) : 2.5;

/** Radius of the hollow ring at which an arrow begins. */
export const ringRadius = 2;
const shortest = 7;

/**
 * The arrow from a hollow ring at the earlier position to the rim of the bubble; none where the bubble hides most of the
 * way. It stays outside the bubble, so that neither covers the other.
 */
export const arrowOf = (bubble: Bubble): Span | undefined => {
  if (bubble.before === undefined) return undefined;
  const [dx, dy] = [bubble.x - bubble.before.x, bubble.y - bubble.before.y];
  const length = Math.hypot(dx, dy);
  const visible = length - bubble.radius - 1 - ringRadius;
  if (visible < shortest - ringRadius) return undefined;
  const along = (distance: number): Point => ({
    x: (bubble.before?.x ?? 0) + (dx / length) * distance,
    y: (bubble.before?.y ?? 0) + (dy / length) * distance,
  });
  const [start, end] = [along(ringRadius), along(length - bubble.radius - 1)];
  return { ...start, x2: end.x, y2: end.y };
};

/** The two strokes of an arrow's head, at its end. */
export const headOf = ({ x, y, x2, y2 }: Span, size = 4): Span[] => {
  const direction = Math.atan2(y2 - y, x2 - x);
  return [-1, 1].map(side => {
    const angle = direction + Math.PI + (side * Math.PI) / 7;
    return { x: x2, y: y2, x2: x2 + size * Math.cos(angle), y2: y2 + size * Math.sin(angle) };
  });
};
