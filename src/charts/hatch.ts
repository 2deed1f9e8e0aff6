import type { Span } from './layers.ts';
import type { Scale } from './scale.ts';

/** Pixels between lines, measured across the x axis. */
const gap = 4;

/**
 * Parallel lines at 45° inside a rectangle: the hatching of a forecast. Drawn rather than filled with an SVG pattern,
 * which some printers rasterise and which would need a definition elsewhere in the page.
 * @param rectangle corners in pixels
 */
const hatch = ({ x, y, x2, y2 }: Span): Span[] => {
  const [left, right] = [Math.min(x, x2), Math.max(x, x2)];
  const [top, bottom] = [Math.min(y, y2), Math.max(y, y2)];
  const lines: Span[] = [];
  // Each line holds the points with x + y = sum, so it rises to the right.
  for (let sum = left + top + gap; sum < right + bottom; sum += gap) {
    const startX = Math.max(left, sum - bottom);
    const endX = Math.min(right, sum - top);
    if (endX > startX) lines.push({ x: startX, y: sum - startX, x2: endX, y2: sum - endX });
  }
  return lines;
};

/** The same over a rectangle of values. */
export const hatchOver = (rectangle: Span, x: Scale, y: Scale): Span[] =>
  hatch({
    x: x.at(rectangle.x),
    y: y.at(rectangle.y),
    x2: x.at(rectangle.x2),
    y2: y.at(rectangle.y2),
  }).map(line => ({
    x: x.value(line.x),
    y: y.value(line.y),
    x2: x.value(line.x2),
    y2: y.value(line.y2),
  }));
