import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { emptySeries, numberIn, rowsOf, termIn } from './read.ts';
import { type RowGround, roomFor, rowGround } from './row-ground.ts';
import { ticksAround } from './scale.ts';
import { pitchFrom } from './sizes.ts';
import { colours } from './theme.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(24).default(34).describe('Height of a row in CSS pixels') })
  .prefault({});

const series = 'programme.return.outcomes';

interface Estimate {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}
interface Outcome {
  /** Its row in the series. */
  readonly of: number;
  readonly name: string;
  readonly effect: Estimate;
  /** What parted the two groups before designation: what the assumption of equal trends leaves unexplained. */
  readonly trend: Estimate | undefined;
  readonly n: number | undefined;
}

/** Difference in differences of each outcome with its interval, against zero; below it, light, what parted the groups before. */
export const programmeReturn: Chart<z.infer<typeof optionsSchema>> = {
  name: 'programme-return',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale } = input;
    const outcomes = outcomesOf(input);
    const ends = outcomes.flatMap(({ effect, trend }) => [effect, ...(trend === undefined ? [] : [trend])]);
    if (ends.length === 0) return emptySeries(input, series, 'not-recorded');
    const values = ends.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
    const key = keyOf(input, outcomes);
    // A tick beyond each end, so that a whisker neither begins at the names nor ends where nothing can be read.
    const marks = ticksAround(Math.min(0, ...values), Math.max(0.01, ...values), 5);
    const domain: readonly [number, number] = [
      Math.min(0, ...values, ...marks),
      Math.max(0.01, ...values, ...marks),
    ];
    const ground = rowGround({
      width: input.width,
      names: outcomes.map(({ name, of }) => ({ text: name, of })),
      pitch,
      top: keyRoom(key, input.width),
      bottom: 18,
      right:
        roomFor(
          outcomes.map(one => labelOf(input, one)),
          600,
        ) + 8,
      domain,
    });
    const { layers, x, y, plot, margins } = ground;
    return {
      series,
      alternative: locale.t('charts.programme-return.alternative', {
        values: outcomes
          .map(one =>
            locale.t('charts.programme-return.outcome', {
              name: one.name,
              value: labelOf(input, one),
              clear: isClear(one.effect) ? 'yes' : 'no',
              before: one.trend === undefined ? 'no' : 'yes',
              trend: one.trend === undefined ? '' : inPoints(input, one.trend.value),
            }),
          )
          .join('; '),
      }),
      spec: picture(plot, margins, [
        ...keyLine(ground, key, input.width),
        ...ground.names,
        layers.segments([{ x: 0, x2: 0, y: 0, y2: outcomes.length }]),
        layers.texts(
          marks.map(mark => ({
            x: mark,
            y: y.value(plot.height + 12),
            text: locale.number(mark * 100, { precision: 0, signed: mark !== 0 }),
          })),
          { align: 'center', color: colours.ink2 },
        ),
        ...estimateLayers(ground, outcomes),
        layers.texts(
          outcomes.map((one, row) => ({
            x: x.value(plot.width),
            y: row + 0.36,
            text: labelOf(input, one),
          })),
          { baseline: 'middle', dx: 12, weight: 500 },
        ),
      ]),
    };
  },
};

const outcomesOf = (input: ChartInput): Outcome[] =>
  rowsOf(input, series).flatMap((row, of) => {
    const value = numberIn(row, 'difference');
    if (value === undefined) return [];
    const trend = numberIn(row, 'trend');
    return [
      {
        of,
        name: termIn(input, series, row, 'outcome'),
        effect: { value, low: numberIn(row, 'low'), high: numberIn(row, 'high') },
        trend:
          trend === undefined
            ? undefined
            : { value: trend, low: numberIn(row, 'trendLow'), high: numberIn(row, 'trendHigh') },
        n: numberIn(row, 'n'),
      },
    ];
  });

/** Whether the interval leaves zero out. Without an interval nothing can be told from chance. */
const isClear = ({ low, high }: Estimate): boolean =>
  low !== undefined && high !== undefined && (low > 0 || high < 0);

const keyOf = ({ locale }: ChartInput, outcomes: readonly Outcome[]): Key => {
  const text = (name: string): string => locale.t(`charts.programme-return.${name}`);
  return {
    title: text('unit'),
    items: [
      ...(outcomes.some(({ effect }) => isClear(effect))
        ? [{ symbol: 'disc' as const, text: text('clear') }]
        : []),
      ...(outcomes.some(({ effect }) => !isClear(effect))
        ? [{ symbol: 'ring' as const, text: text('unclear') }]
        : []),
      ...(outcomes.some(({ trend }) => trend !== undefined)
        ? [{ symbol: 'tick' as const, text: text('before') }]
        : []),
    ],
  };
};

const inPoints = ({ locale }: ChartInput, value: number): string =>
  locale.number(value * 100, { precision: 1, signed: value !== 0, place: 'table' });

const labelOf = (input: ChartInput, { effect, n }: Outcome): string => {
  const { locale } = input;
  const points = (value: number): string => inPoints(input, value);
  const { value, low, high } = effect;
  return locale.t('charts.programme-return.label', {
    value: points(value),
    interval: low === undefined || high === undefined ? 'no' : 'yes',
    low: low === undefined ? '' : points(low),
    high: high === undefined ? '' : points(high),
    n: n ?? 0,
  });
};

const estimateLayers = ({ layers, x, y }: RowGround, outcomes: readonly Outcome[]): Layer[] => {
  const effectAt = 0.36;
  const trendAt = 0.72;
  const interval = ({ low, high }: Estimate, row: number, at: number): Span[] =>
    low === undefined || high === undefined ? [] : [{ x: low, x2: high, y: row + at, y2: row + at }];
  const half = x.value(1.25) - x.value(0);
  const upright = y.value(4) - y.value(0);
  const dots = (clear: boolean) =>
    outcomes.flatMap(({ effect, of }, row) =>
      isClear(effect) === clear ? [{ x: effect.value, y: row + effectAt, size: 50, of }] : [],
    );
  const trends = outcomes.flatMap(({ trend }, row) => (trend === undefined ? [] : [{ trend, row }]));
  return [
    layers.segments(
      outcomes.flatMap(({ effect }, row) => interval(effect, row, effectAt)),
      { strokeWidth: 1.5 },
    ),
    layers.segments(
      trends.flatMap(({ trend, row }) => interval(trend, row, trendAt)),
      { color: colours.py, strokeWidth: 1 },
    ),
    layers.rectangles(
      trends.map(({ trend, row }) => ({
        x: trend.value - half,
        x2: trend.value + half,
        y: row + trendAt - upright,
        y2: row + trendAt + upright,
      })),
      { fill: colours.py },
    ),
    layers.discs(dots(true), { fill: colours.ink, stroke: colours.ink, strokeWidth: 1 }),
    layers.discs(dots(false), { fill: colours.paper, stroke: colours.ink, strokeWidth: 1.25 }),
  ];
};
