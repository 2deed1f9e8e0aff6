import { roundToTotal } from '../locale/rounding.ts';
import type { ChartInput } from './chart.ts';
import type { Scored } from './contributions-fold.ts';
import { type Layer, mapped } from './layers.ts';
import { type Ranked, scaleText, scoreDomain, scorePrecision } from './ranked.ts';
import { type RankingDetails, rankingLayers } from './ranking-layers.ts';
import { barHalf, type RowGround } from './row-ground.ts';
import { linear } from './scale.ts';
import { ellipsize, textWidth, twoLines } from './text-width.ts';
import { colours, labelSize, scenario } from './theme.ts';

/** Space between the last criterion and the scores, and between a bar and its number, in pixels. */
const gap = 10;
const beside = 3;

/** The scores with their intervals, in a column of their own right of the criteria. */
export const scoreLayers = (
  input: ChartInput,
  ground: RowGround,
  ranked: readonly Ranked[],
  details: RankingDetails & { readonly from: number },
): Layer[] => {
  const { x, plot } = ground;
  const [low, high] = scoreDomain(ranked, details.threshold);
  const left = x.at(details.from) + gap;
  const column = linear([low, high], [left, plot.width]);
  const toColumns = (score: number): number => x.value(column.at(score));
  const layers = mapped(ground.layers, toColumns);
  const title = {
    x: low,
    y: ground.y.value(-17),
    text: input.locale.t('charts.ranking.unit', scaleText(input)),
  };
  return [
    ...rankingLayers(input, { ...ground, x: column, layers }, ranked, details),
    layers.texts([title], { weight: 500 }),
  ];
};

/** The parts as they print: they add up to the score that is printed beside them. */
const printedParts = (
  { parts, ranked: { score } }: Scored,
  precision: number,
): readonly (number | null)[] => {
  const total = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  // A score that the parts do not make is no total of theirs.
  const printed = score !== undefined && Math.abs(score - total) < 10 ** -precision / 2 ? score : total;
  return roundToTotal(
    parts.map(part => part ?? null),
    precision,
    printed,
  );
};

/** A bar for each part from the zero of its column, with its number. */
export const columnLayers = (
  input: ChartInput,
  { layers, x, y }: RowGround,
  shown: readonly Scored[],
  titles: readonly string[],
): Layer[] => {
  const { locale } = input;
  const precision = scorePrecision(input);
  const number = (value: number): string => locale.number(value, { precision });
  const cells = shown.flatMap((one, row) => {
    const printed = printedParts(one, precision);
    return one.parts.map((part, column) => ({ part, row, column, printed: printed[column] }));
  });
  const known = cells.flatMap(({ part, ...place }) => (part === undefined ? [] : [{ part, ...place }]));
  const largest = Math.max(0, ...known.map(({ part }) => part));
  const text = Math.max(0, ...known.map(({ part }) => textWidth(number(part), labelSize)));
  const room = Math.max(4, x.at(1) - x.at(0) - text - 3 * beside);
  const perPoint = largest > 0 ? x.value(room) / largest : 0;
  return [
    titleLayer({ layers, x, y }, titles),
    ...[true, false].map(whole =>
      layers.rectangles(
        known
          .filter(({ row }) => shown[row]?.whole === whole)
          .map(({ part, row, column }) => ({
            x: column,
            x2: column + part * perPoint,
            y: row + 0.5 - barHalf,
            y2: row + 0.5 + barHalf,
          })),
        whole ? scenario.AC : { fill: colours.ink3, stroke: null },
      ),
    ),
    layers.texts(
      known.map(({ part, printed, row, column }) => ({
        x: column + Math.max(0, part) * perPoint,
        y: row + 0.5,
        text: number(printed ?? part),
      })),
      { baseline: 'middle', dx: beside, color: colours.ink2 },
    ),
    layers.texts(
      cells.flatMap(({ part, row, column }) =>
        part === undefined ? [{ x: column, y: row + 0.5, text: locale.t('interface.notAvailable') }] : [],
      ),
      { baseline: 'middle', dx: beside, color: colours.ink3 },
    ),
    layers.segments(
      titles.map((_, column) => ({ x: column, x2: column, y: 0, y2: shown.length })),
      { color: colours.ink },
    ),
  ];
};

/**
 * The criteria above their columns. Where one of them is wider than its column, every second one stands a line lower, so
 * that each may reach over its neighbour.
 */
const titleLayer = (
  { layers, x, y }: Pick<RowGround, 'layers' | 'x' | 'y'>,
  titles: readonly string[],
): Layer => {
  const room = x.at(1) - x.at(0) - 6;
  const staggered = titles.some(title =>
    title.split(' ').some(word => textWidth(word, labelSize, 500) > room),
  );
  return layers.texts(
    titles.map((title, column) => ({
      x: column,
      y: y.value(staggered && column % 2 === 1 ? -6 : -17),
      text: staggered ? ellipsize(title, 2 * room, labelSize, 500) : twoLines(title, room, labelSize, 500),
    })),
    { weight: 500, color: colours.ink2 },
  );
};
