import type { Layer, Span } from './layers.ts';
import type { RowGround } from './row-ground.ts';
import { barHalf } from './row-ground.ts';
import { ticks } from './scale.ts';
import { colours } from './theme.ts';

/** Where the span of the steps is less than this share of the whole, they would be slivers on an axis from zero. */
const sliver = 0.4;

/**
 * Where a horizontal axis of bars begins: at zero, or, where the values that matter lie close together far from zero,
 * at a round value below them. An axis that is cut must say so: mark each bar with `breakMarks` and print the value.
 * @param steps the values between which the picture has something to tell
 */
export const axisStart = (steps: readonly number[]): number => {
  const [low, high] = [Math.min(...steps), Math.max(...steps)];
  const span = high - low;
  if (low <= 0 || span <= 0 || span >= sliver * high) return 0;
  const below = low - span * 0.6;
  return below <= 0 ? 0 : (ticks(below - span, below, 4).at(-1) ?? 0);
};

/** Two slanted strokes with paper between them, across each bar that is cut. */
export const breakMarks = ({ layers, x, y }: RowGround, rows: readonly number[]): Layer[] => {
  const slanted = (row: number, left: number): Span => ({
    x: x.value(left),
    y: row + 0.5 + barHalf + y.value(2.5),
    x2: x.value(left + 5),
    y2: row + 0.5 - barHalf - y.value(2.5),
  });
  if (rows.length === 0) return [];
  return [
    layers.segments(
      rows.map(row => slanted(row, 12)),
      { color: colours.paper, strokeWidth: 4 },
    ),
    layers.segments(
      rows.flatMap(row => [slanted(row, 9.5), slanted(row, 14.5)]),
      { color: colours.ink, strokeWidth: 0.75 },
    ),
  ];
};
