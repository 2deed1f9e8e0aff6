import type { Row } from '../model/series.ts';
import { amountLabels } from './amounts.ts';
import { type Bend, bendAbove } from './bend.ts';
import { type BubbleOptions, bubbleOptions, drawBubbles } from './bubble-matrix.ts';
import { type Position, positionsOf } from './bubble-positions.ts';
import type { Chart, ChartInput } from './chart.ts';
import type { Layer, Span } from './layers.ts';
import { lifetimeAlternative } from './lifetime-alternative.ts';
import { lifetimeNotes } from './lifetime-notes.ts';
import { type Matrix, type MatrixAxis, spanData } from './matrix.ts';
import { domainAround, type Room } from './matrix-axis.ts';
import { codeIn, currencyIn, nothingToDraw, rowsOf } from './read.ts';
import { ticks } from './scale.ts';
import { colours, labelSize } from './theme.ts';

const series = 'portfolio.lifetime';

/** How the lifetime was estimated shows behind the name; a contract is the rule and has no sign. */
const signs: Readonly<Record<string, string>> = { orders: '†', declared: '*' };
const reading = { x: 'years', y: 'profit', sign: (row: Row) => signs[codeIn(row, 'estimator')] ?? '' };

/** Contribution after cost to serve against expected lifetime; area is revenue, arrows lead from the quarter before. */
export const lifetime: Chart<BubbleOptions> = {
  name: 'lifetime',
  options: bubbleOptions,
  draw(input, options) {
    const rows = rowsOf(input, series);
    const cuts = { x: cutOf(input, 'years'), y: cutOf(input, 'profit') };
    if (cuts.x === undefined || cuts.y === undefined) return nothingToDraw;
    const { x, y } = { x: cuts.x, y: cuts.y };
    const known = positionsOf(rows, reading);
    const bend = bendAbove(
      known.map(({ now }) => now.y),
      y,
    );
    const positions = known.map(position => bent(position, bend));
    const amounts = amountLabels(
      input.locale,
      known.map(({ now }) => now.y),
      currencyIn(input, series, 'profit'),
    );
    const notes = lifetimeNotes(input, rows, positions);
    const quadrant = (code: string): string => input.locale.term('lifetime-quadrant', code);
    return drawBubbles(input, options, {
      series,
      positions,
      names: {
        topLeft: quadrant('butterflies'),
        // The full name would reach across the cut of a small picture, or over the accounts below it.
        topRight:
          options.focus === 'account' ? input.locale.t('charts.lifetime.friends') : quadrant('true-friends'),
        bottomLeft: quadrant('strangers'),
        bottomRight: quadrant('barnacles'),
      },
      horizontal: room => yearsAxis(input, positions, x, room),
      vertical: room => ({
        ...profitAxis(positions, y, bend, room),
        title: input.locale.t('charts.lifetime.profit', { unit: amounts.unitInline }),
        short: input.locale.t('charts.bubbles.short', {
          axis: input.locale.t('charts.lifetime.short.profit'),
          cut: input.locale.largeMoney(y, currencyIn(input, series, 'profit')),
        }),
        text: place => amounts.text(bend?.value(place) ?? place),
      }),
      notes: () => notes,
      smallNotes:
        bend === undefined
          ? []
          : [
              input.locale.t('charts.lifetime.bentShort', {
                times: input.locale.number(bend.times, { precision: 1 }),
              }),
            ],
      ...(bend === undefined
        ? {}
        : {
            ground: (ground: Matrix) => bendLayers(input, ground, bend, amounts.text(bend.at)),
          }),
      alternative: focused => lifetimeAlternative(input, known, { x, y }, focused),
    });
  },
};

const cutOf = ({ analysis }: ChartInput, axis: 'years' | 'profit'): number | undefined => {
  const value = analysis.figures.get(`portfolio.lifetime.cut.${axis}`)?.value;
  return typeof value === 'number' ? value : undefined;
};

const bent = (position: Position, bend: Bend | undefined): Position =>
  bend === undefined
    ? position
    : {
        ...position,
        now: { ...position.now, y: bend.place(position.now.y) },
        before: position.before && { ...position.before, y: bend.place(position.before.y) },
      };

const valuesOf = (positions: readonly Position[], axis: 'x' | 'y'): number[] =>
  positions.flatMap(({ now, before }) => [now[axis], ...(before === undefined ? [] : [before[axis]])]);

/** Years that the axis shows at least. */
const leastYears = 2;

const yearsAxis = (
  { locale }: ChartInput,
  positions: readonly Position[],
  cut: number,
  room: Room,
): MatrixAxis => {
  const domain = domainAround(valuesOf(positions, 'x'), cut, room, leastYears);
  const text = (value: number): string =>
    locale.number(value, { precision: Number.isInteger(value) ? 0 : 1 });
  return {
    domain,
    cut,
    short: locale.t('charts.bubbles.short', {
      axis: locale.t('charts.lifetime.short.years'),
      cut: text(cut),
    }),
    title: locale.t('charts.lifetime.years'),
    ticks: ticks(Math.max(0, domain[0]), domain[1], 8),
    text,
  };
};

/** Share of the axis that keeps two numbers beside it apart. */
const leastTick = 0.05;

const profitAxis = (
  positions: readonly Position[],
  cut: number,
  bend: Bend | undefined,
  room: Room,
): Pick<MatrixAxis, 'domain' | 'cut' | 'ticks'> => {
  const domain = domainAround(valuesOf(positions, 'y'), cut, room, Math.abs(cut) / 2 || 1);
  const below = ticks(domain[0], bend?.at ?? domain[1], 6);
  const above =
    bend === undefined
      ? []
      : ticks(bend.at, bend.value(domain[1]), 3)
          .map(bend.place)
          .filter(place => place - bend.at > (domain[1] - domain[0]) * leastTick);
  return { domain, cut, ticks: [...below, ...above] };
};

/** Pixels from which on a picture has room for words. */
const leastWidth = 250;

/** Between the two parts of the picture it is open, and says by how much their scales differ. */
const bendLayers = (
  { locale }: ChartInput,
  matrix: Matrix,
  { gap: [from, to], times }: Bend,
  value: string,
): { readonly layers: readonly Layer[]; readonly lines: readonly Span[] } => {
  const { layers, data, plot, y } = matrix;
  const [bottom, top] = [y.at(from), y.at(to)];
  const across = (height: number): Span => ({ x: 0, y: height, x2: plot.width, y2: height });
  const lines = [across(bottom), across(top)];
  // Only at the edges: a line across would pass for the cut between the quadrants.
  const ticks = lines.flatMap(({ y }) =>
    [-3, plot.width - 3].map(x => ({ x, y: y + 1.5, x2: x + 6, y2: y - 1.5 })),
  );
  // In a low picture it stands above the gap; a small one has no numbers either.
  const height = bottom - top >= labelSize ? (top + bottom) / 2 : top - labelSize / 2 - 1;
  const isShown = plot.width >= leastWidth;
  const text = locale.t('charts.lifetime.bent', {
    value,
    times: locale.number(times, { precision: 1 }),
  });
  return {
    layers: [
      layers.rectangles([spanData(matrix, { x: -2, y: top, x2: plot.width + 2, y2: bottom })], {
        fill: colours.paper,
      }),
      layers.segments(ticks.map(line => spanData(matrix, line))),
      layers.texts(isShown ? [{ ...data({ x: 6, y: height }), text }] : [], {
        baseline: 'middle',
        color: colours.ink2,
      }),
    ],
    lines: [...lines, across((top + bottom) / 2)],
  };
};
