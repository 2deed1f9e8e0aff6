import { z } from 'zod';
import { amountLabels } from './amounts.ts';
import type { Chart } from './chart.ts';
import { type Layer, picture } from './layers.ts';
import { codeIn, currencyIn, emptySeries, numberIn, rowsOf } from './read.ts';
import { barHalf, baseline, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { colours, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: z.number().min(14).default(20).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(20).describe('Most accounts shown; the largest losses first'),
  })
  .prefault({});

const series = 'portfolio.loss';

/** What remains of revenue after the loss of each key account, and what goes. */
export const loss: Chart<z.infer<typeof optionsSchema>> = {
  name: 'loss',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, names } = input;
    const scenarios = rowsOf(input, series).flatMap((row, of) => {
      const [revenue, after] = [numberIn(row, 'revenue'), numberIn(row, 'revenueAfter')];
      if (revenue === undefined || after === undefined) return [];
      return [
        {
          of,
          account: codeIn(row, 'account'),
          after,
          total: after + revenue,
          drop: numberIn(row, 'revenueDrop'),
        },
      ];
    });
    const shown = [...scenarios].sort((a, b) => a.after - b.after).slice(0, limit);
    const [worst] = shown;
    if (worst === undefined) return emptySeries(input, series, 'no-key-accounts');
    const amounts = amountLabels(locale, [worst.total], currencyIn(input, series, 'revenue'));
    const text = ({ after, drop }: (typeof shown)[number]): string =>
      drop === undefined
        ? amounts.text(after)
        : `${amounts.text(after)} (${locale.measure(-drop, 'share', { precision: 1, signed: true })})`;
    const ground = rowGround({
      width: input.width,
      names: [
        { text: locale.t('charts.loss.today'), strong: true },
        ...shown.map(({ of, account }) => ({ text: names.shortAccount(account), of })),
      ],
      pitch,
      top: 18,
      bottom: 1,
      right: roomFor(shown.map(text)),
      domain: [0, worst.total],
    });
    const { layers } = ground;
    const bar = (row: number, x: number, x2: number) => ({
      x,
      x2,
      y: row + 0.5 - barHalf,
      y2: row + 0.5 + barHalf,
    });
    const at = (row: number, label: string, weight: 400 | 600): Layer =>
      layers.texts([{ x: worst.total, y: row + 0.5, text: label }], { baseline: 'middle', dx: 6, weight });
    return {
      series,
      alternative: locale.t('charts.loss.alternative', {
        unit: amounts.unit,
        total: amounts.text(worst.total),
        values: shown.map(one => `${names.shortAccount(one.account)} ${text(one)}`).join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, amounts.unit),
        ...ground.names,
        layers.rectangles([bar(0, 0, worst.total)], scenario.AC),
        layers.rectangles(
          shown.map(({ after }, index) => bar(index + 1, 0, after)),
          scenario.AC,
        ),
        layers.rectangles(
          shown.map(({ after, total }, index) => bar(index + 1, after, total)),
          {
            fill: colours.paper,
            stroke: colours.bad,
            strokeWidth: 1,
          },
        ),
        baseline(ground),
        at(0, amounts.text(worst.total), 600),
        ...shown.map((one, index) => at(index + 1, text(one), 400)),
      ]),
    };
  },
};
