import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { centred } from './curve-labels.ts';
import { hasRoom, type Obstacles, placeLabels } from './label-placement.ts';
import { type Layer, type Layers, layersOver, type Point, picture, type Span } from './layers.ts';
import { nothingToDraw, rowsOf } from './read.ts';
import { type CurveContent, curveContent, curvePoints } from './revenue-curve-data.ts';
import { notesOf, percent } from './revenue-curve-notes.ts';
import { linear, type Scale, ticks } from './scale.ts';
import { heightFrom } from './sizes.ts';
import { colours } from './theme.ts';

const optionsSchema = z
  .strictObject({ height: heightFrom(140).default(238).describe('Height in CSS pixels') })
  .prefault({});

const series = 'portfolio.curve';
const margins = { top: 18, right: 8, bottom: 30, left: 24 };

/** With few customers two thirds of a place would be a slab. */
const widestBar = 16;

/** Cumulative share of revenue by rank, actual and previous year, with the share of each customer as bars below. */
export const revenueCurve: Chart<z.infer<typeof optionsSchema>> = {
  name: 'revenue-curve',
  options: optionsSchema,
  draw(input, { height }) {
    const { paretoShare } = input.analysis.scope.workspace.settings.thresholds;
    const content = curveContent(rowsOf(input, series), paretoShare);
    if (content.actual.length === 0) return nothingToDraw;
    return { series, alternative: alternative(input, content), spec: drawing(input, content, height) };
  },
};

const drawing = (input: ChartInput, content: CurveContent, height: number) => {
  const { actual, prior, cut } = content;
  const plot = {
    width: input.width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
  const x = linear([0, Math.max(actual.length, prior.length) + 0.5], [0, plot.width]);
  const y = linear([0, 1], [plot.height, 0]);
  const layers = layersOver(x, y);
  const half = Math.min(1 / 3, x.value(widestBar / 2));
  const bars = actual.map(({ of, rank, share }) => ({
    x: rank - half,
    x2: rank + half,
    y: 0,
    y2: share,
    of,
  }));
  const dot = cut === undefined ? [] : [{ x: cut.rank, y: cut.cumulative, size: 32 }];
  const cutLines = dot.flatMap((point): Span[] => [
    { x: 0, y: content.line, x2: point.x, y2: content.line },
    { x: point.x, y: 0, x2: point.x, y2: point.y },
  ]);
  return picture(plot, margins, [
    layers.rectangles(bars, { fill: colours.ink }),
    layers.line(curvePoints(prior), { color: colours.py }),
    layers.segments(cutLines, { color: colours.accent }),
    layers.line(curvePoints(actual), { color: colours.ink }),
    layers.discs(dot, { fill: colours.accent, stroke: colours.paper, strokeWidth: 1 }),
    ...axes(input, content, { x, y, layers, plot }),
    ...labelLayers(input, content, { x, y, layers, plot }, { bars, cutLines, half }),
  ]);
};

interface Ground {
  readonly x: Scale;
  readonly y: Scale;
  readonly layers: Layers;
  readonly plot: { readonly width: number; readonly height: number };
}

const labelLayers = (
  input: ChartInput,
  content: CurveContent,
  { x, y, layers, plot }: Ground,
  { bars, cutLines, half }: { readonly bars: Span[]; readonly cutLines: Span[]; readonly half: number },
): Layer[] => {
  const pixel = (point: Point): Point => ({ x: x.at(point.x), y: y.at(point.y) });
  const pixels = (span: Span): Span => ({ ...pixel(span), x2: x.at(span.x2), y2: y.at(span.y2) });
  const curves = [content.actual, content.prior].flatMap(customers => polyline(curvePoints(customers)));
  const { cut } = content;
  const obstacles: Obstacles = {
    circles: cut === undefined ? [] : [{ ...pixel({ x: cut.rank, y: cut.cumulative }), radius: 4 }],
    segments: [...curves, ...cutLines].map(pixels),
    boxes: bars.map(pixels).map(bar => ({
      x: bar.x,
      y: bar.y2,
      width: bar.x2 - bar.x,
      height: bar.y - bar.y2,
    })),
    bounds: { x: 1, y: 0, width: plot.width + margins.right - 1, height: plot.height },
  };
  const notes = notesOf(input, content, pixel, half)
    .map(note => (note.narrow === undefined || hasRoom(note.places, obstacles) ? note : note.narrow))
    .filter(({ places, optional }) => optional !== true || hasRoom(places, obstacles));
  return placeLabels(
    notes.map(({ places }) => places),
    obstacles,
  ).flatMap((place, index): Layer[] => {
    const note = notes[index];
    if (note === undefined) return [];
    const label = centred(place, note.text);
    const at = { x: x.value(label.x), y: y.value(label.y), text: note.text };
    return [
      layers.texts([at], { align: 'center', baseline: 'middle', color: note.color, weight: note.weight }),
    ];
  });
};

const polyline = (points: readonly Point[]): Span[] =>
  points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return { x: start.x, y: start.y, x2: end.x, y2: end.y };
  });

const axes = ({ locale }: ChartInput, { actual }: CurveContent, { x, y, layers, plot }: Ground): Layer[] => {
  const last = actual.length;
  const steps = ticks(1, last, 5).filter(step => step > 1.5 && step < last * 0.94);
  const shares = ticks(0, 1, 5);
  const whole = (value: number): string => locale.number(value, { precision: 0 });
  return [
    layers.segments([
      { x: 0, y: 0, x2: x.value(plot.width), y2: 0 },
      { x: 0, y: 0, x2: 0, y2: 1 },
      ...shares.map(share => ({ x: x.value(-3), y: share, x2: 0, y2: share })),
    ]),
    layers.texts(
      shares.map(share => ({ x: x.value(-6), y: share, text: whole(share * 100) })),
      { align: 'right', baseline: 'middle', color: colours.ink2 },
    ),
    layers.texts(
      [...new Set([1, ...steps, last])].map(rank => ({
        x: rank,
        y: y.value(plot.height + 13),
        text: whole(rank),
      })),
      { align: 'center', color: colours.ink2 },
    ),
    layers.texts(
      [
        {
          x: x.value(-margins.left),
          y: y.value(8 - margins.top),
          text: locale.t('charts.revenue-curve.share'),
        },
      ],
      { weight: 500 },
    ),
    layers.texts(
      [{ x: x.value(plot.width), y: y.value(plot.height + 26), text: locale.t('charts.revenue-curve.rank') }],
      { align: 'right', weight: 500 },
    ),
  ];
};

const alternative = (input: ChartInput, { actual, cut, line }: CurveContent): string => {
  const { locale, names } = input;
  const first = locale.t('charts.revenue-curve.alternative', {
    count: actual.length,
    account: names.account(actual[0]?.account ?? ''),
    share: percent(input, actual[0]?.share ?? 0),
  });
  if (cut === undefined) return first;
  const reached = locale.t('charts.revenue-curve.reached', {
    count: cut.rank,
    share: percent(input, cut.cumulative),
    line: locale.measure(line, 'share', { precision: 0 }),
  });
  return `${first} ${reached}`;
};
