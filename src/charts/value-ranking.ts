import { z } from 'zod';
import { canvas } from './canvas.ts';
import type { Chart, ChartInput } from './chart.ts';
import { glyphKey } from './glyph-key.ts';
import { type Glyph, glyphLayers } from './glyphs.ts';
import type { Layer } from './layers.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { linear } from './scale.ts';
import { pitchFrom } from './sizes.ts';
import { ellipsize, textWidth } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

const optionsSchema = z
  .strictObject({
    limit: z.int().min(1).default(10).describe('Accounts to show by value; that of the document always'),
    near: z
      .int()
      .min(1)
      .optional()
      .describe('Only the account of the document and so many before and after it by value'),
    pitch: pitchFrom(14).default(16).describe('Height of a row in CSS pixels'),
  })
  .prefault({});

const series = 'portfolio.value-ranking';
const head = 30;

interface Ranked {
  /** Row of the series that it shows. */
  readonly of: number;
  readonly account: string;
  readonly byValue: number;
  readonly bySize: number;
}

/** Place of each account by the size of its orders and by the value of the relation: how far the one misleads. */
export const valueRanking: Chart<z.infer<typeof optionsSchema>> = {
  name: 'value-ranking',
  options: optionsSchema,
  draw(input, { limit, near, pitch }) {
    const all = rowsOf(input, series).flatMap((row, of): Ranked[] => {
      const [byValue, bySize] = [numberIn(row, 'valueRank'), numberIn(row, 'sizeRank')];
      return byValue === undefined || bySize === undefined
        ? []
        : [{ of, account: codeIn(row, 'account'), byValue, bySize }];
    });
    const own = all.findIndex(({ account }) => account === input.account);
    const isShown = (index: number): boolean =>
      near === undefined || own < 0 ? index < limit || index === own : Math.abs(index - own) <= near;
    const shown = all.filter((_, index) => isShown(index));
    if (shown.length === 0) return nothingToDraw;
    const rest = all.length - shown.length;
    const name = ({ account }: Ranked): string => input.names.shortAccount(account);
    const nameWidth = Math.min(
      input.width * 0.4,
      Math.ceil(Math.max(...shown.map(one => textWidth(name(one), labelSize, 600)))),
    );
    const worst = Math.max(...all.flatMap(({ byValue, bySize }) => [byValue, bySize]));
    const x = linear([1, Math.max(2, worst)], [nameWidth + 18, input.width - 12]);
    const y = (row: number): number => head + (row + 0.5) * pitch;
    const key = glyphKey(
      [
        { glyph: bySizeGlyph(false), text: input.locale.t('charts.value-ranking.bySize') },
        { glyph: byValueGlyph(false), text: input.locale.t('charts.value-ranking.byValue') },
      ],
      input.width,
    );
    const bottom = head + shown.length * pitch;
    const { layers, picture } = canvas(input.width, bottom + 4 + key.height + (rest > 0 ? 14 : 0));
    const isLook = ({ account }: Ranked): boolean => account === input.account;
    const texts = (look: boolean): Layer =>
      layers.texts(
        shown.flatMap((one, row) =>
          isLook(one) === look
            ? [{ x: 0, y: y(row), text: ellipsize(name(one), nameWidth + 1, labelSize, look ? 600 : 400) }]
            : [],
        ),
        { baseline: 'middle', weight: look ? 600 : 400, color: look ? colours.accent : colours.ink },
      );
    const steps = [1, ...[5, 10, 15, 20, 30, 40, 60, 80].filter(step => step < worst - 1), worst];
    return {
      series,
      alternative: alternative(input, all),
      spec: picture([
        layers.texts([{ x: 0, y: 9, text: input.locale.t('charts.value-ranking.unit') }], { weight: 500 }),
        layers.texts(
          [...new Set(steps)].map(step => ({ x: x.at(step), y: head - 5, text: String(step) })),
          { align: 'center', color: colours.ink2 },
        ),
        layers.segments([{ x: nameWidth + 12, y: head, x2: input.width, y2: head }]),
        ...[false, true].map(look =>
          layers.segments(
            shown.flatMap((one, row) =>
              isLook(one) === look
                ? [{ x: x.at(one.bySize), x2: x.at(one.byValue), y: y(row), y2: y(row) }]
                : [],
            ),
            { color: look ? colours.accent : colours.py, strokeWidth: 1.4 },
          ),
        ),
        ...glyphLayers(
          layers,
          shown.flatMap((one, row) => [
            { of: one.of, x: x.at(one.bySize), y: y(row), glyph: bySizeGlyph(isLook(one)) },
            { of: one.of, x: x.at(one.byValue), y: y(row), glyph: byValueGlyph(isLook(one)) },
          ]),
        ),
        texts(false),
        texts(true),
        ...key.layers(layers, bottom + 4),
        layers.texts(
          rest > 0
            ? [
                {
                  x: 0,
                  y: bottom + 11 + key.height,
                  text: input.locale.t('charts.ranking.rest', { count: rest }),
                },
              ]
            : [],
          { baseline: 'middle', color: colours.ink2 },
        ),
      ]),
    };
  },
};

const bySizeGlyph = (look: boolean): Glyph => ({
  shape: 'square',
  fill: 'hollow',
  color: look ? colours.accent : colours.ink,
});
const byValueGlyph = (look: boolean): Glyph => ({
  shape: 'circle',
  fill: 'solid',
  color: look ? colours.accent : colours.ink,
});

const alternative = (input: ChartInput, all: readonly Ranked[]): string => {
  const { locale, names } = input;
  const own = all.find(({ account }) => account === input.account);
  const place = ({ account, byValue, bySize }: Ranked): string =>
    locale.t('charts.value-ranking.place', { account: names.shortAccount(account), byValue, bySize });
  return locale.t('charts.value-ranking.alternative', {
    count: all.length,
    values: [...(own === undefined ? [] : [own]), ...all.filter(one => one !== own).slice(0, 5)]
      .map(place)
      .join('; '),
  });
};
