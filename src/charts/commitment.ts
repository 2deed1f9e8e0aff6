import { z } from 'zod';
import { placesAround } from './bubble-labels.ts';
import type { Chart, ChartInput } from './chart.ts';
import { commitmentLabels, type TrailPoint } from './commitment-labels.ts';
import { centred } from './curve-labels.ts';
import { hasRoom, type Obstacles, placeLabels } from './label-placement.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { type Matrix, type MatrixAxis, matrix } from './matrix.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { ticks } from './scale.ts';
import { heightFrom } from './sizes.ts';
import { colours } from './theme.ts';

const optionsSchema = z
  .strictObject({ height: heightFrom(160).default(318).describe('Height in CSS pixels') })
  .prefault({});

const series = 'programme.commitment.trail';

/** Breadth against depth of the programme, with its trail by quarter. */
export const commitment: Chart<z.infer<typeof optionsSchema>> = {
  name: 'commitment',
  options: optionsSchema,
  draw(input, { height }) {
    const { locale } = input;
    const trail = trailOf(input);
    const last = trail.at(-1);
    if (last === undefined) return nothingToDraw;
    const cell = (code: string): string => locale.t(`charts.commitment.cells.${code}`);
    const ground = matrix({
      width: input.width,
      height,
      horizontal: breadthAxis(input, trail),
      vertical: depthAxis(input),
      names: { topLeft: cell('B'), topRight: cell('A'), bottomLeft: cell('D'), bottomRight: cell('C') },
      small: false,
    });
    const place = (point: TrailPoint): string =>
      locale.t('charts.commitment.place', {
        period: locale.period(point.period),
        cell: cell(point.archetype),
        breadth: locale.measure(point.breadth, 'share', { precision: 0 }),
        depth: locale.number(point.depth, { precision: 2 }),
      });
    const first = trail[0] ?? last;
    return {
      series,
      alternative: [
        locale.t('charts.commitment.alternative', { place: place(last) }),
        ...(first === last ? [] : [locale.t('charts.commitment.began', { place: place(first) })]),
      ].join(' '),
      spec: picture(ground.plot, ground.margins, [
        ...ground.frame,
        ...trailLayers(ground, trail, last),
        ...labelLayers(input, ground, trail),
      ]),
    };
  },
};

const trailOf = (input: ChartInput): TrailPoint[] =>
  rowsOf(input, series).flatMap((row, of) => {
    const [breadth, depth] = [numberIn(row, 'breadth'), numberIn(row, 'depth')];
    if (breadth === undefined || depth === undefined) return [];
    return [{ of, period: codeIn(row, 'period'), breadth, depth, archetype: codeIn(row, 'archetype') }];
  });

const settings = ({ analysis }: ChartInput) =>
  analysis.scope.workspace.program.commitment ?? { breadthCut: 0.3, depthCut: 0.5 };

const breadthAxis = (input: ChartInput, trail: readonly TrailPoint[]): MatrixAxis => {
  const { locale } = input;
  const cut = settings(input).breadthCut;
  const widest = Math.max(cut, ...trail.map(({ breadth }) => breadth));
  // Room for the right-hand cells and for the label of the last point.
  const end = Math.min(1.04, Math.max(widest * 1.3, (cut * 5) / 3));
  return {
    domain: [0, end],
    cut,
    title: locale.t('charts.commitment.breadth'),
    ticks: ticks(0, Math.min(1, end), 5),
    text: value => locale.bare(value, 'share', { precision: 0 }),
  };
};

const depthAxis = (input: ChartInput): MatrixAxis => ({
  domain: [0, 1],
  cut: settings(input).depthCut,
  title: input.locale.t('charts.commitment.depth'),
  ticks: [0, 0.25, 0.5, 0.75, 1],
  text: value => input.locale.number(value, { precision: 2 }),
});

const trailLayers = ({ layers }: Matrix, trail: readonly TrailPoint[], last: TrailPoint): Layer[] => {
  const points = trail.map(({ of, breadth, depth }) => ({ x: breadth, y: depth, of }));
  const earlier = points.slice(0, -1);
  return [
    layers.line(earlier, { color: colours.py, strokeWidth: 1.25 }),
    layers.line(points.slice(-2), { color: colours.accent, strokeWidth: 1.75 }),
    layers.discs(
      earlier.map(point => ({ ...point, size: 16 })),
      { fill: colours.py },
    ),
    layers.discs([{ x: last.breadth, y: last.depth, size: 42, of: last.of }], { fill: colours.accent }),
  ];
};

const labelLayers = (input: ChartInput, ground: Matrix, trail: readonly TrailPoint[]): Layer[] => {
  const { x, y, data, layers, plot, cuts } = ground;
  const points = trail.map(({ breadth, depth }) => ({ x: x.at(breadth), y: y.at(depth) }));
  const segments: Span[] = points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return { ...start, x2: end.x, y2: end.y };
  });
  const obstacles: Obstacles = {
    circles: points.map(point => ({ ...point, radius: 3 })),
    segments: [
      ...segments,
      { x: 0, y: cuts.y, x2: plot.width, y2: cuts.y },
      { x: cuts.x, y: 0, x2: cuts.x, y2: plot.height },
    ],
    boxes: ground.nameBoxes,
    bounds: { x: 3, y: 3, width: plot.width - 6, height: plot.height - 6 },
  };
  const labels = commitmentLabels(input.locale, trail)
    .map(label => ({
      ...label,
      places: placesAround(
        { x: x.at(label.point.breadth), y: y.at(label.point.depth), radius: 3 },
        label.text,
        label.strong ? 600 : 400,
      ),
    }))
    .filter(({ strong, places }) => strong || hasRoom(places, obstacles));
  return placeLabels(
    labels.map(({ places }) => places),
    obstacles,
  ).flatMap((place, index) => {
    const label = labels[index];
    if (label === undefined) return [];
    const { text, ...middle } = centred(place, label.text);
    return [
      layers.texts([{ ...data(middle), text }], {
        align: 'center',
        baseline: 'middle',
        weight: label.strong ? 600 : 400,
        color: label.strong ? colours.accent : colours.ink2,
      }),
    ];
  });
};
