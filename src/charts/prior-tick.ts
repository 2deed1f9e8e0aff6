import type { Layer } from './layers.ts';
import type { RowGround } from './row-ground.ts';
import { colours } from './theme.ts';

/**
 * A light upright tick at the earlier value of each row. It is taller than the bar and has a rim of paper, so that it
 * shows beside the bar as well as on it, in grey print too.
 */
export const priorTicks = ({ layers, x }: RowGround, values: readonly (number | undefined)[]): Layer[] => {
  const half = x.value(1.25) - x.value(0);
  const ticks = values.flatMap((value, row) =>
    value === undefined ? [] : [{ x: value - half, x2: value + half, y: row + 0.08, y2: row + 0.92 }],
  );
  return ticks.length === 0
    ? []
    : [layers.rectangles(ticks, { fill: colours.py, stroke: colours.paper, strokeWidth: 0.75 })];
};
