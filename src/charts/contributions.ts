import { z } from 'zod';
import type { Row } from '../model/series.ts';
import type { Chart, ChartInput } from './chart.ts';
import { foldCriteria, type Scored } from './contributions-fold.ts';
import { columnLayers, scoreLayers } from './contributions-layers.ts';
import { picture, type Span } from './layers.ts';
import { type Ranked, rankedOf, remarkRoom, scoreNumber } from './ranked.ts';
import { valueRoom } from './ranking-layers.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { restLine, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(12).default(16).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(20).describe('Most accounts shown, best first'),
  })
  .prefault({});

const series = 'portfolio.contributions';

/**
 * What each criterion adds to the score of each account, and the score with its possible interval, the threshold of the
 * key set and whom it would admit or not. A column for each criterion rather than one stacked bar: every bar starts at its
 * own zero, so the parts compare between accounts, and no shade needs a legend.
 */
export const contributions: Chart<z.infer<typeof optionsSchema>> = {
  name: 'contributions',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, names, analysis } = input;
    const rows = rowsOf(input, series);
    const criteria = [...new Set(rows.map(row => textIn(input, row, 'criterion')))];
    const all = scoredOf(input, rows, criteria);
    if (all.length === 0) return nothingToDraw;
    const number = scoreNumber(input);
    const best = all.slice(0, limit);
    const ranked = best.map(({ ranked: one }) => one);
    const room: Omit<Parameters<typeof rowGround>[0], 'domain'> = {
      width: input.width,
      names: best.map(({ account, ranked: { key } }) => ({
        text: names.shortAccount(account),
        strong: key,
      })),
      pitch,
      top: 30,
      bottom: best.length < all.length ? 15 : 1,
      right: valueRoom(ranked, number) + remarkRoom(input, ranked),
    };
    const most = Math.floor(
      rowGround({ ...room, domain: [0, 1] }).plot.width / (1 + scoreColumns) / leastColumn,
    );
    const { titles, scored: shown } = foldCriteria(input, criteria, best, Math.max(2, most));
    const ground = rowGround({ ...room, domain: [0, titles.length * (1 + scoreColumns)] });
    const threshold = analysis.scope.workspace.program.scoring?.keySet.threshold;
    return {
      series,
      alternative: locale.t('charts.contributions.alternative', {
        count: all.length,
        criteria: locale.list(titles),
        values: shown
          .slice(0, 3)
          .map(({ account, ranked: { score } }) => `${names.shortAccount(account)} ${number(score ?? 0)}`)
          .join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        ...ground.names,
        ...scoreLayers(input, ground, ranked, { threshold, rest: 0, number, from: titles.length }),
        ...columnLayers(input, ground, shown, titles),
        ground.layers.places(shown.flatMap(placesOf)),
        ...restLine(ground, locale, all.length - shown.length),
      ]),
    };
  },
};

/** Width of the column of scores, in widths of all criteria. */
const scoreColumns = 0.4;

/** A column has room for a number with two decimals and the bar before it, in pixels. */
const leastColumn = 42;

/** Accounts in the order of the points table, or by the sum of their known parts where they are not in it. */
const scoredOf = (input: ChartInput, rows: readonly Row[], titles: readonly string[]): Scored[] => {
  const ranked = new Map(rankedOf(input).map((one, index) => [one.account, { ...one, index }]));
  const parts = new Map(
    rows.map((row, of) => [
      `${codeIn(row, 'account')}\n${textIn(input, row, 'criterion')}`,
      { of, points: numberIn(row, 'contribution') },
    ]),
  );
  return [...new Set(rows.map(row => codeIn(row, 'account')))]
    .map(account => {
      const own = titles.map(title => parts.get(`${account}\n${title}`));
      const total = own.reduce<number>((sum, part) => sum + (part?.points ?? 0), 0);
      const known = ranked.get(account);
      return {
        account,
        parts: own.map(part => part?.points),
        rows: own.map(part => part?.of),
        whole: own.every(part => part?.points !== undefined),
        total,
        ranked: known ?? unranked(account, total),
        index: known?.index ?? ranked.size,
      };
    })
    .filter(({ parts: own }) => own.some(part => part !== undefined))
    .sort((a, b) => a.index - b.index || b.total - a.total);
};

/** The cells of an account, each of which is a row of the series. */
const placesOf = ({ rows }: Scored, row: number): Span[] =>
  rows.flatMap((of, column) =>
    of === undefined ? [] : [{ x: column, x2: column + 1, y: row, y2: row + 1, of }],
  );

const unranked = (account: string, total: number): Ranked => ({
  account,
  name: account,
  score: total,
  low: undefined,
  high: undefined,
  prior: undefined,
  inKeySet: false,
  perhaps: false,
  key: false,
});
