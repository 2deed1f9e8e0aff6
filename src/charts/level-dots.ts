import type { TopLevelSpec } from 'vega-lite';
import type { ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { type Layer, picture } from './layers.ts';
import { roomFor, rowGround } from './row-ground.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** A level as it is against the level that is needed, on a scale of whole steps. */
export interface LevelRow {
  readonly name: string;
  readonly actual: number | undefined;
  readonly needed: number | undefined;
  readonly prior?: number | undefined;
  /** Set in bold, and named by its tag. */
  readonly strong: boolean;
  readonly tag: string;
}

interface LevelRequest {
  readonly rows: readonly LevelRow[];
  readonly key: Key;
  /** What the numbers at the right are. */
  readonly gapTitle: string;
  readonly pitch: number;
}

const axisRoom = 16;
const gapRoom = 30;

/** Levels missing, as tables and texts count them: 2; none where the level is reached. */
export const gapText = (
  { locale }: ChartInput,
  { actual, needed }: Pick<LevelRow, 'actual' | 'needed'>,
): string =>
  actual === undefined || needed === undefined
    ? locale.t('interface.notAvailable')
    : locale.number(Math.max(0, needed - actual), {
        precision: Number.isInteger(needed - actual) ? 0 : 1,
      });

/** Dots (actual) and rings (needed) with the gap between them, its number at the right; a light tick a quarter before. */
export const levelDots = (input: ChartInput, { rows, key, gapTitle, pitch }: LevelRequest): TopLevelSpec => {
  const values = rows.flatMap(({ actual, needed, prior }) =>
    [actual ?? [], needed ?? [], prior ?? []].flat(),
  );
  const domain: readonly [number, number] = [Math.min(1, ...values), Math.max(5, ...values)];
  const tags = rows.map(({ tag }) => tag).filter(tag => tag !== '');
  const tagRoom = tags.length === 0 ? 0 : roomFor(tags, 600);
  const keyTop = keyRoom(key, input.width);
  const ground = rowGround({
    width: input.width,
    names: rows.map(({ name, strong }, of) => ({ text: name, strong, of })),
    pitch,
    top: keyTop + 12,
    bottom: axisRoom,
    right: gapRoom + tagRoom + 4,
    domain,
  });
  const { layers, x, y, plot, margins } = ground;
  const edge = margins.left + plot.width;
  const levels = Array.from(
    { length: Math.floor(domain[1]) - Math.ceil(domain[0]) + 1 },
    (_, step) => Math.ceil(domain[0]) + step,
  );
  const isShort = ({ actual, needed }: LevelRow): boolean =>
    actual !== undefined && needed !== undefined && actual < needed;
  const between = (short: boolean): Layer[] => {
    const spans = rows.flatMap((row, index) =>
      row.actual !== undefined &&
      row.needed !== undefined &&
      row.actual !== row.needed &&
      isShort(row) === short
        ? [{ x: row.actual, x2: row.needed, y: index + 0.5, y2: index + 0.5 }]
        : [],
    );
    const style = short ? { color: colours.bad, strokeWidth: 2 } : { color: colours.ink3, strokeWidth: 1 };
    return spans.length === 0 ? [] : [layers.segments(spans, style)];
  };
  const half = x.value(1.25) - x.value(0);
  const upright = y.value(5) - y.value(0);
  return picture(plot, margins, [
    ...keyLine(ground, key, input.width),
    layers.texts([{ x: x.value(plot.width + gapRoom), y: y.value(-6), text: gapTitle }], {
      align: 'right',
      color: colours.ink2,
    }),
    ...ground.names,
    layers.segments(
      rows.map((_, row) => ({ x: domain[0], x2: domain[1], y: row + 0.5, y2: row + 0.5 })),
      { color: colours.rule },
    ),
    layers.texts(
      levels.map(level => ({
        x: level,
        y: y.value(plot.height + 11),
        text: input.locale.number(level, { precision: 0 }),
      })),
      { align: 'center', color: colours.ink2 },
    ),
    ...between(true),
    ...between(false),
    layers.rectangles(
      rows.flatMap(({ prior }, row) =>
        prior === undefined
          ? []
          : [
              {
                x: prior - half,
                x2: prior + half,
                y: row + 0.5 - upright * 1.6,
                y2: row + 0.5 + upright * 1.6,
              },
            ],
      ),
      { fill: colours.py },
    ),
    layers.discs(
      rows.flatMap(({ needed }, row) =>
        needed === undefined ? [] : [{ x: needed, y: row + 0.5, size: 110, of: row }],
      ),
      { fill: colours.paper, stroke: colours.ink, strokeWidth: 1 },
    ),
    layers.discs(
      rows.flatMap(({ actual }, row) =>
        actual === undefined ? [] : [{ x: actual, y: row + 0.5, size: 45, of: row }],
      ),
      { fill: colours.ink },
    ),
    ...[true, false].map(short =>
      layers.texts(
        rows.flatMap((row, index) =>
          isShort(row) === short && !saysInstead(row)
            ? [ground.atRow(index, edge + gapRoom, gapText(input, row))]
            : [],
        ),
        {
          align: 'right',
          baseline: 'middle',
          weight: short ? 600 : 400,
          color: short ? colours.bad : colours.ink2,
        },
      ),
    ),
    ...(tags.length === 0
      ? []
      : [
          layers.texts(
            rows.flatMap(({ tag }, row) => (tag === '' ? [] : [ground.atRow(row, edge + gapRoom + 8, tag)])),
            { baseline: 'middle', weight: 600, color: colours.bad },
          ),
        ]),
  ]);
};

/** Whether the tag of a row stands in place of a difference that nobody knows. */
const saysInstead = ({ actual, needed, tag }: LevelRow): boolean =>
  tag !== '' && (actual === undefined || needed === undefined);

/** Whether tags fit beside the plot; in a narrow place they would take what the dots need. */
export const tagsFit = (width: number, tag: string): boolean => textWidth(tag, labelSize, 600) < width / 5;
