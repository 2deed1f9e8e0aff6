import { coordinate, inlineSvg, paint, stroke } from './markup.ts';

interface SparklineOptions {
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Drawn as a dashed line. */
  readonly target?: number;
}

/**
 * The course of a measure over quarters, oldest first, with a dot at the last value. Missing quarters leave a gap. The
 * scale runs over the values and the target, so only the shape compares between rows.
 */
export const sparkline = (
  values: readonly (number | undefined)[],
  { width = 64, height = 22, target }: SparklineOptions = {},
): string => {
  const room = 3;
  const known = [...values, target].filter(value => value !== undefined);
  if (values.every(value => value === undefined)) return inlineSvg(width, height, '');
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (index: number): number => room + (index / Math.max(1, values.length - 1)) * (width - 2 * room);
  const y = (value: number): number =>
    high > low ? height - room - ((value - low) / (high - low)) * (height - 2 * room) : height / 2;
  const level =
    target === undefined ? '' : stroke([0, y(target), width, y(target)], paint('ink3'), 0.6, '1.5 1.5');
  const course = runs(values)
    .map(run => run.map(({ index, value }) => `${coordinate(x(index))},${coordinate(y(value))}`).join('L'))
    .map(points => `M${points}`)
    .join('');
  const last = runs(values).at(-1)?.at(-1);
  const dot =
    last === undefined
      ? ''
      : `<circle cx="${coordinate(x(last.index))}" cy="${coordinate(y(last.value))}" r="2" fill="${paint('ink')}"/>`;
  const line = `<path d="${course}" fill="none" stroke="${paint('ink')}" stroke-width="1.1" stroke-linejoin="round" stroke-linecap="round"/>`;
  return inlineSvg(width, height, level + line + dot);
};

interface Reading {
  readonly index: number;
  readonly value: number;
}

/** The stretches without a gap. */
const runs = (values: readonly (number | undefined)[]): readonly (readonly Reading[])[] => {
  const stretches: Reading[][] = [];
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const open = index > 0 && values[index - 1] !== undefined ? stretches.at(-1) : undefined;
    if (open === undefined) stretches.push([{ index, value }]);
    else open.push({ index, value });
  }
  return stretches;
};
