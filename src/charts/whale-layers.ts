import type { ChartInput } from './chart.ts';
import { type Label, type Layer, type Layers, layersOver } from './layers.ts';
import { linear, type Scale, ticks } from './scale.ts';
import { ellipsize, textWidth } from './text-width.ts';
import { colours, cutLine, labelSize } from './theme.ts';

/** One customer of the curve, best first. */
export interface Contributor {
  /** Its row of the series. */
  readonly of: number;
  readonly name: string;
  readonly rank: number;
  /** Part of everyone's contribution that it and all better ones bring. */
  readonly cumulative: number;
  /** Its own part; negative where it costs money. */
  readonly share: number;
  readonly isLetGo: boolean;
}

/** The customer with whom a part of the contribution is reached; binary noise does not count. */
export const reachedBy = (contributors: readonly Contributor[], line: number): Contributor | undefined =>
  contributors.find(({ cumulative }) => cumulative >= line - 1e-9);

/** Pixels that the names of those to let go take at least. */
const leastRoom = 160;

export const whaleMargins = { top: 18, right: 4, bottom: 30, left: 30 };
const widestBar = 16;

interface Ground {
  readonly x: Scale;
  readonly y: Scale;
  readonly layers: Layers;
  readonly plot: { readonly width: number; readonly height: number };
}

export const whaleLayers = (
  input: ChartInput,
  plot: { readonly width: number; readonly height: number },
  contributors: readonly Contributor[],
  line: number,
): Layer[] => {
  const highest = Math.max(1, ...contributors.map(({ cumulative }) => cumulative));
  const lowest = Math.min(0, ...contributors.map(({ share, cumulative }) => Math.min(share, cumulative)));
  const x = linear([0, (contributors.at(-1)?.rank ?? 1) + 0.5], [0, plot.width]);
  const y = linear([lowest * 1.05, highest * 1.04], [plot.height, 0]);
  const ground: Ground = { x, y, layers: layersOver(x, y), plot };
  return [
    ...barLayers(ground, contributors),
    ...curveLayers(ground, contributors),
    ...reachedLayers(input, ground, contributors, line),
    ...goneLayers(input, ground, contributors, line),
    ...axisLayers(input, ground, contributors),
  ];
};

const barLayers = ({ layers, x, y }: Ground, contributors: readonly Contributor[]): Layer[] => {
  const half = Math.min(1 / 3, x.value(widestBar / 2));
  const bars = (isLetGo: boolean) =>
    contributors
      .filter(one => one.isLetGo === isLetGo)
      .map(({ rank, share }) => ({
        x: rank - half,
        x2: rank + half,
        y: Math.min(0, share),
        y2: Math.max(0, share),
      }));
  return [
    layers.rectangles(bars(false), { fill: colours.ink }),
    layers.places(
      contributors.map(({ of, rank }) => ({
        x: rank - 0.5,
        x2: rank + 0.5,
        y: y.domain[0],
        y2: y.domain[1],
        of,
      })),
    ),
    layers.rectangles(bars(true), { fill: colours.paper, stroke: colours.accent, strokeWidth: 1.25 }),
  ];
};

const curveLayers = ({ layers, x, plot }: Ground, contributors: readonly Contributor[]): Layer[] => [
  layers.segments([{ x: 0, y: 1, x2: x.value(plot.width), y2: 1 }], cutLine),
  layers.line([{ x: 0, y: 0 }, ...contributors.map(({ rank, cumulative }) => ({ x: rank, y: cumulative }))]),
];

/** The customer with whom the declared part of the contribution is reached. */
const reachedLayers = (
  { locale }: ChartInput,
  { layers, x, y, plot }: Ground,
  contributors: readonly Contributor[],
  line: number,
): Layer[] => {
  const cut = reachedBy(contributors, line);
  if (cut === undefined) return [];
  const point = { x: cut.rank, y: cut.cumulative };
  const text = locale.t('charts.whale.cut', {
    count: cut.rank,
    share: locale.measure(cut.cumulative, 'share', { precision: 0 }),
  });
  const fits = x.at(point.x) + 10 + textWidth(text, labelSize, 600) < plot.width;
  return [
    layers.segments([{ x: point.x, y: 0, x2: point.x, y2: point.y }], { color: colours.accent }),
    layers.discs([{ ...point, size: 32 }], { fill: colours.accent, stroke: colours.paper, strokeWidth: 1 }),
    layers.texts([{ ...point, y: y.value(y.at(point.y) + 16), text }], {
      color: colours.accent,
      weight: 600,
      align: fits ? 'left' : 'right',
      dx: fits ? 6 : -6,
    }),
  ];
};

/** Whom the rules would let go: named above their bars, each tied to its own. */
const goneLayers = (
  { locale }: ChartInput,
  { layers, x, y, plot }: Ground,
  contributors: readonly Contributor[],
  line: number,
): Layer[] => {
  const gone = contributors.filter(({ isLetGo }) => isLetGo);
  if (gone.length === 0) return [];
  const full = locale.t('charts.whale.letGo', {
    count: gone.length,
    accounts: gone.map(({ name }) => name).join(', '),
  });
  // Right of the line that marks the declared part, where there is room.
  const cut = reachedBy(contributors, line);
  const text = ellipsize(full, Math.max(leastRoom, plot.width - x.at(cut?.rank ?? 0) - 8), labelSize);
  const width = textWidth(text, labelSize);
  const middle = gone.reduce((sum, { rank }) => sum + x.at(rank), 0) / gone.length;
  const centre = Math.min(Math.max(middle, width / 2 + 4), plot.width - width / 2);
  const height = y.at(0) - Math.max(34, y.at(0) * 0.3);
  return [
    layers.segments(
      gone.map(({ rank, share }) => ({
        x: rank,
        y: y.value(y.at(Math.max(0, share)) - 2),
        x2: rank,
        y2: y.value(height + 4),
      })),
      { color: colours.accent, strokeWidth: 0.5 },
    ),
    layers.texts([{ x: x.value(centre), y: y.value(height), text }], {
      align: 'center',
      color: colours.accent,
    }),
  ];
};

const axisLayers = (
  { locale }: ChartInput,
  { layers, x, y, plot }: Ground,
  contributors: readonly Contributor[],
): Layer[] => {
  const whole = (value: number): string => locale.number(value, { precision: 0 });
  const last = contributors.at(-1)?.rank ?? 1;
  const ranks = [1, ...ticks(1, last, 5).filter(rank => rank > 1.5 && rank < last * 0.94), last];
  const shares = ticks(y.domain[0], y.domain[1], 6);
  const below = (rank: number): Label => ({ x: rank, y: y.value(plot.height + 13), text: whole(rank) });
  return [
    layers.segments([
      { x: 0, y: 0, x2: x.value(plot.width), y2: 0 },
      { x: 0, y: y.domain[0], x2: 0, y2: y.domain[1] },
      ...shares.map(share => ({ x: x.value(-3), y: share, x2: 0, y2: share })),
    ]),
    layers.texts(
      shares.map(share => ({ x: x.value(-6), y: share, text: whole(share * 100) })),
      { align: 'right', baseline: 'middle', color: colours.ink2 },
    ),
    layers.texts([...new Set(ranks)].map(below), { align: 'center', color: colours.ink2 }),
    layers.texts(
      [
        {
          x: x.value(-whaleMargins.left),
          y: y.value(8 - whaleMargins.top),
          text: locale.t('charts.whale.share'),
        },
      ],
      { weight: 500 },
    ),
    layers.texts(
      [{ x: x.value(plot.width), y: y.value(plot.height + 26), text: locale.t('charts.whale.rank') }],
      {
        align: 'right',
        weight: 500,
      },
    ),
  ];
};
