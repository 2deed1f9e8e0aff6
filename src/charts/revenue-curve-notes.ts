import type { ChartInput } from './chart.ts';
import { placesAt, type Side } from './curve-labels.ts';
import type { Candidate } from './label-placement.ts';
import type { Point } from './layers.ts';
import type { CurveContent, CurveCustomer } from './revenue-curve-data.ts';
import { ellipsize, textWidth, twoLines, type Weight } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** A direct label of the curve and the places it could take. */
export interface Note {
  readonly text: string;
  readonly color: string;
  readonly weight: Weight;
  readonly places: readonly Candidate[];
  /** Left out where there is no room for it. */
  readonly optional?: boolean;
  /** The same on two lines, for where one line finds no room. */
  readonly narrow?: Note;
}

const longestName = 110;

/** The labels of the chart: both curves, the cut, the largest customer, the bars. */
export const notesOf = (
  input: ChartInput,
  content: CurveContent,
  pixel: (point: Point) => Point,
  halfBar: number,
): Note[] => {
  const year = Number(input.analysis.scope.period.slice(0, 4));
  const actualName = scenarioName(input, 'AC', year);
  return [
    actualNote(content.actual, actualName, pixel),
    ...priorNote(content.prior, scenarioName(input, 'PY', year - 1), pixel),
    ...cutNote(input, content, pixel),
    ...largestNote(input, content, pixel, halfBar),
    ...barsNote(input, content, pixel, actualName),
  ];
};

export const percent = ({ locale }: ChartInput, share: number): string =>
  locale.measure(share, 'share', { precision: 1 });

const scenarioName = ({ locale }: ChartInput, kind: 'AC' | 'PY', year: number): string =>
  `${year} ${locale.t(`charts.scenarios.${kind}`)}`;

/** Points of a curve at shares of its length. */
const along = (
  customers: readonly CurveCustomer[],
  shares: readonly number[],
  pixel: (point: Point) => Point,
): Point[] =>
  shares.flatMap(share => {
    const customer = customers[Math.min(customers.length - 1, Math.floor(share * customers.length))];
    return customer === undefined ? [] : [pixel({ x: customer.rank, y: customer.cumulative })];
  });

const actualNote = (actual: readonly CurveCustomer[], text: string, pixel: (point: Point) => Point): Note => {
  const at = (shares: readonly number[], sides: readonly Side[]): Candidate[] =>
    placesAt(along(actual, shares, pixel), sides, text, { weight: 600 });
  const [first] = actual;
  // A line through one or two points is named at its rise, since their bars take the room beside the points.
  const rise =
    first === undefined || actual.length > 2
      ? []
      : placesAt([pixel({ x: first.rank / 2, y: first.cumulative / 2 })], ['above-left'], text, {
          weight: 600,
        });
  const places = [
    ...rise,
    ...at([0.35, 0.3, 0.25, 0.2, 0.15], ['above-left', 'above', 'left']),
    ...at([0.5, 0.6, 0.8, 0], ['below-right', 'above-left', 'right', 'below']),
  ];
  return { text, color: colours.ink, weight: 600, places };
};

const priorNote = (prior: readonly CurveCustomer[], text: string, pixel: (point: Point) => Point): Note[] => {
  const points = along(prior, [0.55, 0.6, 0.65, 0.7, 0.3, 0.2, 0.8], pixel);
  const places = placesAt(points, ['below', 'below-right', 'above-left', 'right'], text);
  return prior.length === 0 ? [] : [{ text, color: colours.ink3, weight: 400, places, optional: true }];
};

const cutNote = (
  input: ChartInput,
  { cut, actual }: CurveContent,
  pixel: (point: Point) => Point,
): Note[] => {
  if (cut === undefined || actual.length === 1) return [];
  const share = percent(input, cut.cumulative);
  const text = input.locale.t('charts.revenue-curve.cut', { count: cut.rank, share });
  const dot = pixel({ x: cut.rank, y: cut.cumulative });
  const heights = [7, 14, 22, 34, 48, 64, 82, 104, 130].map(dy => ({ x: dot.x, y: dot.y + dy }));
  const note = (words: string): Note => ({
    text: words,
    color: colours.accent,
    weight: 600,
    places: placesAt(heights, ['below-right', 'below-left'], words, { weight: 600 }),
  });
  const half = textWidth(text, labelSize, 600) * 0.6;
  return [{ ...note(text), narrow: note(twoLines(text, half, labelSize, 600)) }];
};

const largestNote = (
  input: ChartInput,
  { actual: [largest] }: CurveContent,
  pixel: (point: Point) => Point,
  halfBar: number,
): Note[] => {
  if (largest === undefined) return [];
  const text = input.locale.t('charts.revenue-curve.largest', {
    account: ellipsize(input.names.shortAccount(largest.account), longestName, labelSize),
    share: percent(input, largest.share),
  });
  const edge = pixel({ x: largest.rank + halfBar, y: largest.share });
  const heights = [0, 8, 16, 26, 120].map(dy => ({ x: edge.x, y: Math.max(8, edge.y - dy) }));
  return [
    {
      text,
      color: colours.ink2,
      weight: 400,
      places: placesAt(heights, ['right', 'above-right', 'below-right'], text),
      // A steep curve leaves it no room; the table beside it says the same.
      optional: true,
    },
  ];
};

/** What the bars are; said only where there are enough of them to leave room. */
const barsNote = (
  { locale }: ChartInput,
  { actual }: CurveContent,
  pixel: (point: Point) => Point,
  scenario: string,
): Note[] => {
  const last = actual.at(-1);
  if (last === undefined || actual.length < 6) return [];
  const text = locale.t('charts.revenue-curve.bars', { scenario });
  const end = pixel({ x: last.rank + 0.5, y: last.share });
  const rising = [2, 8, 16, 24, 36].map(dy => ({ x: end.x, y: end.y - dy }));
  return [
    {
      text,
      color: colours.ink2,
      weight: 400,
      places: placesAt(rising, ['above-left'], text),
      optional: true,
    },
  ];
};
