import type { Locale } from '../locale/locale.ts';
import type { ChartInput } from './chart.ts';
import type { Label, Layer } from './layers.ts';
import type { RankGroup } from './rank-groups.ts';
import type { RowGround } from './row-ground.ts';
import { shadeOf, shades } from './shades.ts';
import { colours } from './theme.ts';

/** One account of the heatmap. */
export interface Acceptable {
  /** Its row of the series. */
  readonly of: number;
  readonly account: string;
  readonly name: string;
  readonly key: boolean;
  readonly inKeySet: boolean;
  /** Share of the weightings in which it takes a rank of each group. */
  readonly shares: readonly number[];
  /** Probability of belonging to the key set, with weights near the declared ones and with any. */
  readonly near: number | undefined;
  readonly any: number | undefined;
}

/** Width of each of the two columns at the right, in pixels. */
export const keySetColumn = 54;

/** A share that rounds to nothing is not printed. */
const leastPrinted = 0.005;

export const acceptabilityLayers = (
  input: ChartInput,
  ground: RowGround,
  shown: readonly Acceptable[],
  groups: readonly RankGroup[],
): Layer[] => [
  ...cellLayers(input, ground, shown),
  ...headLayers(input, ground, groups),
  ...keySetLayers(input, ground, shown),
  ...borderLayers(ground, shown),
];

const cellLayers = ({ locale }: ChartInput, ground: RowGround, shown: readonly Acceptable[]): Layer[] => {
  const { layers, x, y } = ground;
  const [gapX, gapY] = [x.value(0.5), y.value(0.5)];
  const cells = shown.flatMap(({ shares }, row) =>
    shares.flatMap((share, column) => (share < leastPrinted ? [] : [{ share, row, column }])),
  );
  return shades.flatMap(shade => {
    const own = cells.filter(({ share }) => shadeOf(share) === shade);
    if (own.length === 0) return [];
    return [
      layers.rectangles(
        own.map(({ row, column }) => ({
          x: column + gapX,
          x2: column + 1 - gapX,
          y: row + gapY,
          y2: row + 1 - gapY,
        })),
        { fill: colours.ink, fillOpacity: shade.opacity },
      ),
      layers.texts(
        own.map(({ share, row, column }) => ({ x: column + 0.5, y: row + 0.5, text: whole(locale, share) })),
        { align: 'center', baseline: 'middle', color: shade.text },
      ),
    ];
  });
};

/** What is not quite always is not printed as always. */
const whole = (locale: Locale, share: number): string =>
  share < 1 && share >= 0.995 ? '>99' : locale.number(share * 100, { precision: 0 });

/** The ranks of each column, and which of them lie in the key set. */
const headLayers = ({ locale }: ChartInput, ground: RowGround, groups: readonly RankGroup[]): Layer[] => {
  const { layers, y } = ground;
  const places = groups.filter(({ inside }) => inside);
  const text = ({ from, to }: RankGroup): string => (from === to ? `${from}` : `${from}–${to}`);
  const title: Label[] =
    places.length === 0
      ? []
      : [
          {
            x: places.length / 2,
            y: y.value(-20),
            text: locale.t('charts.rank-acceptability.places', { count: places.at(-1)?.to ?? 0 }),
          },
        ];
  return [
    layers.texts(
      groups.map((group, column) => ({ x: column + 0.5, y: y.value(-5), text: text(group) })),
      { align: 'center', color: colours.ink2 },
    ),
    ...(title.length === 0
      ? []
      : [
          layers.texts(title, { align: 'center', weight: 500 }),
          layers.segments([{ x: 0, x2: places.length, y: y.value(-16), y2: y.value(-16) }], {
            color: colours.ink3,
          }),
        ]),
  ];
};

/** How probable it is that the account belongs to the key set, at the right of its row. */
const keySetLayers = ({ locale }: ChartInput, ground: RowGround, shown: readonly Acceptable[]): Layer[] => {
  const { layers, x, y, plot } = ground;
  const at = (column: number): number => x.value(plot.width + keySetColumn * (column + 1) - 2);
  const columns = ['near', 'any'] as const;
  return [
    layers.texts([{ x: at(1), y: y.value(-20), text: locale.t('charts.rank-acceptability.keySet') }], {
      align: 'right',
      weight: 500,
    }),
    layers.texts(
      columns.map((column, index) => ({
        x: at(index),
        y: y.value(-5),
        text: locale.t(`charts.rank-acceptability.${column}`),
      })),
      { align: 'right', color: colours.ink2 },
    ),
    layers.texts(
      columns.flatMap((column, index) =>
        shown.map((account, row) => ({
          x: at(index),
          y: row + 0.5,
          text:
            account[column] === undefined
              ? locale.t('interface.notAvailable')
              : whole(locale, account[column]),
        })),
      ),
      { align: 'right', baseline: 'middle' },
    ),
  ];
};

/**
 * The border below the last account that the points admit today. Ranks have none: with other weights, more or fewer accounts
 * may reach the threshold.
 */
const borderLayers = ({ layers, x, plot, margins }: RowGround, shown: readonly Acceptable[]): Layer[] => {
  const row = shown.findIndex(({ inKeySet }) => !inKeySet);
  const across = row > 0 ? [{ x: x.value(-margins.left), x2: x.value(plot.width), y: row, y2: row }] : [];
  return [layers.segments(across, { color: colours.accent, strokeWidth: 1.25 })];
};
