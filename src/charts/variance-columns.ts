import type { Label, Layer } from './layers.ts';
import { barHalf, type RowGround, roomFor } from './row-ground.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** One column of variances around a zero line of its own. */
export interface VarianceColumn {
  readonly title: string;
  /** Undefined where there is nothing to compare. */
  readonly values: readonly (number | undefined)[];
  /** Absolute variances are bars, relative ones pins. */
  readonly form: 'bar' | 'pin';
  /** Share of the width of the plot, in any unit; columns of one scale add theirs up and divide it by what they show. */
  readonly width: number;
  /** Columns of one scale show the same amount at the same length. */
  readonly scale: string;
  text(value: number): string;
}

const gap = 14;
const pinHalf = 0.05;
const pinHead = 26;
/** Pixels of bars below which a column says nothing that its numbers do not. */
const leastBars = 12;

/** The pixel of a column's zero line, and pixels per unit. */
interface Placed {
  readonly column: VarianceColumn;
  readonly zero: number;
  readonly perUnit: number;
}

/**
 * Columns of variance bars and pins side by side. Good and bad differ by colour and by the sign of the label, which stands
 * beyond the end of its bar; room for it is kept on both sides of zero where there are values of both signs. Where names
 * and labels leave too little, the last columns stay away: they stand in the table behind the chart.
 */
export const varianceLayers = (
  ground: RowGround,
  columns: readonly VarianceColumn[],
  missing: string,
): Layer[] => {
  const placed = placeColumns(ground, columnsWithRoom(ground, columns));
  return [
    ...placed.flatMap(one => columnLayers(ground, one)),
    ...textLayers(ground, placed, missing),
    ground.layers.segments(
      placed.map(({ zero }) => {
        const x = ground.x.value(zero);
        return { x, x2: x, y: 0, y2: ground.y.domain[0] };
      }),
    ),
  ];
};

/** Pixels that the labels of columns leave to their bars. */
const barRoom = ({ plot }: RowGround, columns: readonly VarianceColumn[]): number =>
  columns.reduce((room, column) => room - sidesOf(column).sum, plot.width - gap * (columns.length - 1));

const columnsWithRoom = (ground: RowGround, columns: readonly VarianceColumn[]): readonly VarianceColumn[] =>
  columns.length > 1 && barRoom(ground, columns) < leastBars * columns.length
    ? columnsWithRoom(ground, columns.slice(0, -1))
    : columns;

/**
 * Columns of one scale share the room of all of them that labels leave, so that each is as wide as its values need and
 * the same amount has the same length in all.
 */
const placeColumns = ({ plot }: RowGround, columns: readonly VarianceColumn[]): Placed[] => {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const free = plot.width - gap * (columns.length - 1);
  const rateOf = (scale: string): number => {
    const own = columns.filter(column => column.scale === scale);
    const sum = (of: (column: VarianceColumn) => number): number =>
      own.reduce((total, column) => total + of(column), 0);
    const room = (free * sum(({ width }) => width)) / whole - sum(column => sidesOf(column).sum);
    return Math.max(0, room / (sum(spanOf) || 1));
  };
  let left = 0;
  return columns.map(column => {
    const perUnit = rateOf(column.scale);
    const zero = left + sidesOf(column).left - extremes(column).low * perUnit;
    left += sidesOf(column).sum + spanOf(column) * perUnit + gap;
    return { column, perUnit, zero };
  });
};

const known = ({ values }: VarianceColumn): number[] => values.flatMap(value => value ?? []);

const extremes = (column: VarianceColumn): { readonly low: number; readonly high: number } => ({
  low: Math.min(0, ...known(column)),
  high: Math.max(0, ...known(column)),
});

const spanOf = (column: VarianceColumn): number => extremes(column).high - extremes(column).low;

/** Pixels on both sides that labels of values need, and half of the title, which stands over the zero line. */
const sidesOf = (column: VarianceColumn): { readonly left: number; readonly sum: number } => {
  const title = textWidth(column.title, labelSize, 500) / 2;
  const room = (side: readonly number[]): number =>
    Math.max(title, side.length === 0 ? 0 : roomFor(side.map(value => column.text(value))));
  const left = room(known(column).filter(value => value < 0));
  return { left, sum: left + room(known(column).filter(value => value >= 0)) };
};

const columnLayers = ({ layers, x }: RowGround, { column, zero, perUnit }: Placed): Layer[] => {
  const at = (value: number): number => x.value(zero + value * perUnit);
  const half = column.form === 'bar' ? barHalf : pinHalf;
  return (['good', 'bad'] as const).flatMap(effect => {
    const own = column.values.flatMap((value, row) =>
      value !== undefined && value !== 0 && value > 0 === (effect === 'good') ? [{ value, row }] : [],
    );
    if (own.length === 0) return [];
    const bars = layers.rectangles(
      own.map(({ value, row }) => ({
        x: at(0),
        x2: at(value),
        y: row + 0.5 - half,
        y2: row + 0.5 + half,
      })),
      { fill: colours[effect] },
    );
    if (column.form === 'bar') return [bars];
    return [
      bars,
      layers.signs(
        own.map(({ value, row }) => ({ x: at(value), y: row + 0.5 })),
        { shape: effect === 'good' ? 'circle' : 'square', size: pinHead, fill: colours[effect] },
      ),
    ];
  });
};

const textLayers = (ground: RowGround, placed: readonly Placed[], missing: string): Layer[] => {
  const { layers, x, y } = ground;
  const labels = (isNegative: boolean): Label[] =>
    placed.flatMap(one =>
      one.column.values.flatMap((value, row) =>
        (value ?? 0) < 0 === isNegative
          ? [
              {
                x: x.value(labelAt(one, value)),
                y: row + 0.5,
                text: value === undefined ? missing : one.column.text(value),
              },
            ]
          : [],
      ),
    );
  return [
    layers.texts(labels(false), { baseline: 'middle' }),
    layers.texts(labels(true), { baseline: 'middle', align: 'right' }),
    layers.texts(
      placed.map(({ column, zero }) => ({ x: x.value(zero), y: y.value(-5), text: column.title })),
      { align: 'center', weight: 500, color: colours.ink2 },
    ),
  ];
};

/** Where the label of a value begins, or ends where the value is negative: beyond the end of its bar or pin. */
const labelAt = ({ column, zero, perUnit }: Placed, value = 0): number =>
  zero + value * perUnit + (value < 0 ? -1 : 1) * (column.form === 'pin' ? 7 : 4);
