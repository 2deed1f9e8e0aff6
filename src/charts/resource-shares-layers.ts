import type { ChartInput } from './chart.ts';
import type { Layer, Shape } from './layers.ts';
import type { RowGround } from './row-ground.ts';
import { ticks } from './scale.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** One key account: what it gets, and what it is worth by each measure. */
export interface Invested {
  /** Its row of the series. */
  readonly of: number;
  readonly name: string;
  readonly resources: number;
  /** In the order of the measures; undefined where it is not known. */
  readonly worth: readonly (number | undefined)[];
  readonly investment: string;
}

/** The measures of worth that are drawn, each with a shape of its own. */
export const measures: readonly { readonly column: string; readonly text: string; readonly shape: Shape }[] =
  [
    { column: 'revenueShare', text: 'revenue', shape: 'circle' },
    { column: 'marginShare', text: 'margin', shape: 'diamond' },
    { column: 'potentialShare', text: 'potential', shape: 'triangle-up' },
  ];
const signSize = 40;

const arrows: Readonly<Record<string, string>> = { over: '↑', under: '↓' };

/**
 * What the declared ratios say of it, with an arrow for too much or too little. A verdict by hours alone is none on the
 * resources that are drawn here.
 */
export const verdictOf = ({ locale }: ChartInput, { investment }: Invested): string => {
  if (investment === '' || investment === 'balanced' || investment.endsWith('-hours')) return '';
  const arrow = arrows[investment];
  const word = locale.term('investment', investment);
  return arrow === undefined ? word : `${arrow} ${word}`;
};

export const resourceShareLayers = (
  input: ChartInput,
  ground: RowGround,
  shown: readonly Invested[],
  ratios: { readonly low: number; readonly high: number },
): Layer[] => {
  const { layers, x } = ground;
  const end = x.domain[1];
  // Balanced is what lies between the resources over the high ratio and the resources over the low one.
  const band = ({ resources }: Invested) => ({
    x: ratios.high > 0 ? resources / ratios.high : 0,
    x2: ratios.low > 0 ? Math.min(end, resources / ratios.low) : end,
  });
  return [
    layers.rectangles(
      shown.map((one, row) => ({ ...band(one), y: row + 0.2, y2: row + 0.8 })),
      { fill: colours.ink, fillOpacity: 0.08 },
    ),
    // A band that goes on beyond the frame says so.
    layers.texts(
      shown.flatMap(({ resources }, row) =>
        ratios.low > 0 && resources / ratios.low > end ? [{ x: end, y: row + 0.5, text: '›' }] : [],
      ),
      { align: 'right', baseline: 'middle', dx: -2, color: colours.ink2 },
    ),
    layers.segments(
      shown.flatMap(({ resources, worth }, row) => {
        const all = [resources, ...worth.flatMap(share => share ?? [])];
        return [{ x: Math.min(...all), x2: Math.max(...all), y: row + 0.5, y2: row + 0.5 }];
      }),
      { color: colours.ink3, strokeWidth: 0.5 },
    ),
    layers.segments(
      shown.map(({ resources }, row) => ({ x: resources, x2: resources, y: row + 0.1, y2: row + 0.9 })),
      { color: colours.ink, strokeWidth: 3 },
    ),
    ...measures.map(({ shape }, index) =>
      layers.signs(
        shown.flatMap(({ worth }, row) =>
          worth[index] === undefined ? [] : [{ x: worth[index], y: row + 0.5 }],
        ),
        { shape, size: signSize, fill: colours.paper, stroke: colours.ink, strokeWidth: 1.1 },
      ),
    ),
    layers.texts(
      shown.flatMap((one, row) =>
        verdictOf(input, one) === '' ? [] : [{ x: end, y: row + 0.5, text: verdictOf(input, one) }],
      ),
      { baseline: 'middle', dx: 6, weight: 600, color: colours.accent },
    ),
    ...keyLayers(input, ground),
    ...axisLayers(input, ground),
  ];
};

/** Which sign is which, in one line above the rows. */
const keyLayers = ({ locale }: ChartInput, { layers, x, y, margins }: RowGround): Layer[] => {
  const height = y.value(-8);
  const words = ['resources', ...measures.map(({ text }) => text), 'balanced'].map(word =>
    locale.t(`charts.resource-shares.${word}`),
  );
  const widths = words.map(word => textWidth(word, labelSize) + 28);
  const start = (index: number): number =>
    widths.slice(0, index).reduce((sum, width) => sum + width, 10 - margins.left);
  const at = (pixel: number): number => x.value(pixel);
  const last = words.length - 1;
  return [
    layers.segments([{ x: at(start(0) - 6), x2: at(start(0) - 6), y: y.value(-16), y2: y.value(-6) }], {
      strokeWidth: 3,
    }),
    ...measures.map(({ shape }, index) =>
      layers.signs([{ x: at(start(index + 1) - 7), y: y.value(-11) }], {
        shape,
        size: signSize,
        fill: colours.paper,
        stroke: colours.ink,
        strokeWidth: 1.1,
      }),
    ),
    layers.rectangles(
      [{ x: at(start(last) - 14), x2: at(start(last) - 3), y: y.value(-16), y2: y.value(-6) }],
      { fill: colours.ink, fillOpacity: 0.08 },
    ),
    layers.texts(
      words.map((text, index) => ({ x: at(start(index)), y: height, text })),
      { color: colours.ink2 },
    ),
  ];
};

const axisLayers = ({ locale }: ChartInput, { layers, x, y, plot }: RowGround): Layer[] => {
  const rows = y.domain[0];
  return [
    layers.segments([
      { x: 0, x2: 0, y: 0, y2: rows },
      { x: 0, x2: x.domain[1], y: rows, y2: rows },
    ]),
    layers.texts(
      ticks(0, x.domain[1] * 0.98, 6).map(share => ({
        x: share,
        y: y.value(plot.height + 13),
        text: locale.number(share * 100, { precision: share * 100 < 1 && share > 0 ? 1 : 0 }),
      })),
      { align: 'center', color: colours.ink2 },
    ),
  ];
};
