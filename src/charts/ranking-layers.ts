import type { ChartInput } from './chart.ts';
import type { Layer } from './layers.ts';
import { type Ranked, remarkOn } from './ranked.ts';
import { type RowGround, restLine, roomFor } from './row-ground.ts';
import { colours, cutLine } from './theme.ts';

export interface RankingDetails {
  readonly threshold: number | undefined;
  /** Accounts that are not shown. */
  readonly rest: number;
  number(value: number): string;
}

/** Guides, intervals, dots and remarks of the ranking. Filled dots are in the key set, hollow ones are not. */
export const rankingLayers = (
  input: ChartInput,
  ground: RowGround,
  shown: readonly Ranked[],
  details: RankingDetails,
): Layer[] => [
  ...guideLayers(ground, shown.length),
  ...thresholdLayers(input, ground, details),
  ...intervalLayers(ground, shown),
  ...dotLayers(ground, shown),
  ...remarkLayers(input, ground, shown, details),
];

/** A hairline for each row leads the eye from name to dot. */
const guideLayers = ({ layers, x }: RowGround, rows: number): Layer[] => [
  layers.segments(
    Array.from({ length: rows }, (_, row) => ({
      x: x.domain[0],
      x2: x.domain[1],
      y: row + 0.5,
      y2: row + 0.5,
    })),
    { color: colours.rule, strokeWidth: 0.5 },
  ),
];

const thresholdLayers = (
  { locale }: ChartInput,
  { layers, y }: RowGround,
  { threshold, number }: RankingDetails,
): Layer[] => {
  if (threshold === undefined) return [];
  const text = locale.t('charts.ranking.threshold', { value: number(threshold) });
  return [
    layers.segments([{ x: threshold, x2: threshold, y: y.value(-3), y2: y.domain[0] }], cutLine),
    layers.texts([{ x: threshold, y: y.value(-7), text }], { align: 'center', color: colours.ink2 }),
  ];
};

const intervalLayers = ({ layers }: RowGround, shown: readonly Ranked[]): Layer[] => {
  const spans = shown.flatMap(({ low, high }, row) =>
    low === undefined || high === undefined || high <= low ? [] : [{ low, high, row }],
  );
  if (spans.length === 0) return [];
  return [
    layers.segments(
      spans.flatMap(({ low, high, row }) => [
        { x: low, x2: high, y: row + 0.5, y2: row + 0.5 },
        { x: low, x2: low, y: row + 0.3, y2: row + 0.7 },
        { x: high, x2: high, y: row + 0.3, y2: row + 0.7 },
      ]),
      { color: colours.ink, strokeWidth: 1 },
    ),
  ];
};

const dotLayers = ({ layers }: RowGround, shown: readonly Ranked[]): Layer[] => {
  const dots = (chosen: (one: Ranked) => boolean) =>
    shown.flatMap((one, row) =>
      one.score !== undefined && chosen(one) ? [{ x: one.score, y: row + 0.5, size: 44 }] : [],
    );
  const priors = shown.flatMap(({ prior }, row) =>
    prior === undefined ? [] : [{ x: prior, x2: prior, y: row + 0.25, y2: row + 0.75 }],
  );
  return [
    layers.segments(priors, { color: colours.py, strokeWidth: 2 }),
    layers.discs(
      dots(one => one.inKeySet && one.key),
      { fill: colours.ink },
    ),
    layers.discs(
      dots(one => one.inKeySet && !one.key),
      { fill: colours.accent },
    ),
    layers.discs(
      dots(one => !one.inKeySet && !one.key),
      { fill: colours.paper, stroke: colours.ink, strokeWidth: 1.25 },
    ),
    layers.discs(
      dots(one => !one.inKeySet && one.key),
      { fill: colours.paper, stroke: colours.accent, strokeWidth: 1.75 },
    ),
  ];
};

/** The score, or its possible interval where a rating is missing. */
export const valueText = ({ score, low, high }: Ranked, number: (value: number) => string): string =>
  score === undefined ? `${number(low ?? 0)}–${number(high ?? 0)}` : number(score);

/** Room of the column of values, right of the plot. */
export const valueRoom = (shown: readonly Ranked[], number: (value: number) => string): number =>
  roomFor(shown.map(one => valueText(one, number)));

/** The value of each row, and a word where the points table and the programme disagree. */
const remarkLayers = (
  { locale }: ChartInput,
  ground: RowGround,
  shown: readonly Ranked[],
  { rest, number }: RankingDetails,
): Layer[] => {
  const { layers, x, plot } = ground;
  const right = x.value(plot.width + valueRoom(shown, number));
  const words = shown.flatMap((one, row) => {
    const remark = remarkOn(one);
    return remark === undefined
      ? []
      : [{ x: right, y: row + 0.5, text: locale.t(`charts.ranking.${remark}`) }];
  });
  return [
    layers.texts(
      shown.map((one, row) => ({ x: right, y: row + 0.5, text: valueText(one, number) })),
      { align: 'right', baseline: 'middle' },
    ),
    ...(words.length === 0
      ? []
      : [layers.texts(words, { baseline: 'middle', dx: 8, color: colours.accent, weight: 600 })]),
    ...restLine(ground, locale, rest),
  ];
};
