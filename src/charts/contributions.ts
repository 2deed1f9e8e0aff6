import { z } from 'zod';
import type { Row } from '../model/series.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { barHalf, type RowGround, roomFor, rowGround } from './row-ground.ts';
import { twoLines } from './text-width.ts';
import { colours, labelSize, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: z.number().min(12).default(16).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(20).describe('Most accounts shown, best first'),
  })
  .prefault({});

const series = 'portfolio.contributions';

interface Scored {
  readonly account: string;
  /** Points that each criterion adds to the score, in the order of the criteria; undefined where a rating is missing. */
  readonly parts: readonly (number | undefined)[];
  /** The row of the series that each part stands in. */
  readonly rows: readonly (number | undefined)[];
  readonly total: number;
}

/**
 * What each criterion adds to the score of each account. A column for each criterion rather than one stacked bar: every
 * bar starts at its own zero, so the parts compare between accounts, and no shade needs a legend.
 */
export const contributions: Chart<z.infer<typeof optionsSchema>> = {
  name: 'contributions',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, names } = input;
    const rows = rowsOf(input, series);
    const titles = [...new Set(rows.map(row => textIn(input, row, 'criterion')))];
    const all = scoredOf(input, rows, titles);
    const shown = all.slice(0, limit);
    if (shown.length === 0) return nothingToDraw;
    const number = (value: number): string => locale.number(value, { precision: 2 });
    const ground = rowGround({
      width: input.width,
      names: shown.map(({ account }) => ({ text: names.shortAccount(account) })),
      pitch,
      top: 27,
      bottom: shown.length < all.length ? 15 : 1,
      right: roomFor(
        shown.map(({ total }) => number(total)),
        600,
      ),
      domain: [0, titles.length],
    });
    return {
      series,
      alternative: locale.t('charts.contributions.alternative', {
        count: all.length,
        criteria: locale.list(titles),
        values: shown
          .slice(0, 3)
          .map(({ account, total }) => `${names.shortAccount(account)} ${number(total)}`)
          .join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        ...ground.names,
        ...columnLayers(input, ground, shown, titles),
        ground.layers.places(shown.flatMap(placesOf)),
        ground.layers.texts(
          shown.map(({ total }, row) => ({ x: titles.length, y: row + 0.5, text: number(total) })),
          { baseline: 'middle', dx: 6, weight: 600 },
        ),
        ...restLayers(input, ground, all.length - shown.length),
      ]),
    };
  },
};

/** Accounts by the sum of their known parts, best first; equal ones stay in the order of the series. */
const scoredOf = (input: ChartInput, rows: readonly Row[], titles: readonly string[]): Scored[] => {
  const accounts = [...new Set(rows.map(row => codeIn(row, 'account')))];
  const parts = new Map(
    rows.map((row, of) => [
      `${codeIn(row, 'account')}\n${textIn(input, row, 'criterion')}`,
      { of, points: numberIn(row, 'contribution') },
    ]),
  );
  return accounts
    .map(account => {
      const own = titles.map(title => parts.get(`${account}\n${title}`));
      return {
        account,
        parts: own.map(part => part?.points),
        rows: own.map(part => part?.of),
        total: own.reduce<number>((sum, part) => sum + (part?.points ?? 0), 0),
      };
    })
    .filter(({ parts: own }) => own.some(part => part !== undefined))
    .sort((a, b) => b.total - a.total);
};

/** The cells of an account, each of which is a row of the series. */
const placesOf = ({ rows }: Scored, row: number): Span[] =>
  rows.flatMap((of, column) =>
    of === undefined ? [] : [{ x: column, x2: column + 1, y: row, y2: row + 1, of }],
  );

/** Share of a column that its longest bar fills. */
const fill = 0.86;

const columnLayers = (
  { locale }: ChartInput,
  { layers, x, y }: RowGround,
  shown: readonly Scored[],
  titles: readonly string[],
): Layer[] => {
  const largest = Math.max(0, ...shown.flatMap(({ parts }) => parts.map(part => part ?? 0)));
  const perPoint = largest > 0 ? fill / largest : 0;
  const missing = locale.t('interface.notAvailable');
  return [
    layers.texts(
      titles.map((title, column) => ({
        x: column,
        y: y.value(-16),
        text: twoLines(title, x.at(1) - 6, labelSize, 500),
      })),
      { weight: 500, color: colours.ink2 },
    ),
    layers.rectangles(
      shown.flatMap(({ parts }, row) =>
        parts.flatMap((part, column) =>
          part === undefined
            ? []
            : [{ x: column, x2: column + part * perPoint, y: row + 0.5 - barHalf, y2: row + 0.5 + barHalf }],
        ),
      ),
      scenario.AC,
    ),
    layers.texts(
      shown.flatMap(({ parts }, row) =>
        parts.flatMap((part, column) =>
          part === undefined ? [{ x: column, y: row + 0.5, text: missing }] : [],
        ),
      ),
      { baseline: 'middle', dx: 4, color: colours.ink3 },
    ),
    layers.segments(
      titles.map((_, column) => ({ x: column, x2: column, y: 0, y2: shown.length })),
      { color: colours.ink },
    ),
  ];
};

const restLayers = (
  { locale }: ChartInput,
  { layers, x, y, plot, margins }: RowGround,
  rest: number,
): Layer[] =>
  rest === 0
    ? []
    : [
        layers.texts(
          [
            {
              x: x.value(-margins.left),
              y: y.value(plot.height + 12),
              text: locale.t('charts.ranking.rest', { count: rest }),
            },
          ],
          { color: colours.ink2 },
        ),
      ];
