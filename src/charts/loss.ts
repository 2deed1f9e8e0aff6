import { z } from 'zod';
import { bridgePerUnit } from './bridge-ground.ts';
import { sharedGround } from './change-scale.ts';
import type { Chart } from './chart.ts';
import { picture } from './layers.ts';
import {
  lossAmounts,
  lossesOf,
  lossGround,
  lossText,
  remainsTitle,
  lossSeries as series,
} from './loss-ground.ts';
import { emptySeries } from './read.ts';
import { barHalf, baseline, lineBelow, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(20).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(20).describe('Most accounts shown; the largest losses first'),
  })
  .prefault({});

/** What each key account brings and would take with it, and what of the revenue would remain. */
export const loss: Chart<z.infer<typeof optionsSchema>> = {
  name: 'loss',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, names } = input;
    const [worst, ...others] = lossesOf(input).slice(0, limit);
    if (worst === undefined) return emptySeries(input, series, 'no-key-accounts');
    const losses = [worst, ...others] as const;
    const amounts = lossAmounts(input, worst);
    const { ground, notes } = sharedGround(
      (bottom, perUnit) => lossGround(input, losses, { pitch, bottom }, perUnit),
      bridgePerUnit(input),
      times => locale.t('charts.loss.scale', { times }),
    );
    const { layers, x, y, plot, margins } = ground;
    const end = x.value(plot.width + margins.right);
    return {
      series,
      alternative: locale.t('charts.loss.alternative', {
        unit: amounts.unit,
        total: amounts.text(worst.revenue + worst.after),
        values: losses
          .map(one => `${names.shortAccount(one.account)} ${lossText(input, amounts, one)}`)
          .join('; '),
      }),
      spec: picture(plot, margins, [
        unitTitle(ground, locale.t('charts.loss.unit', { unit: amounts.unitInline })),
        ...ground.names,
        layers.rectangles(
          losses.map(({ revenue }, row) => ({
            x: 0,
            x2: revenue,
            y: row + 0.5 - barHalf,
            y2: row + 0.5 + barHalf,
          })),
          scenario.AC,
        ),
        baseline(ground),
        layers.texts(
          losses.map((one, row) => ({ x: one.revenue, y: row + 0.5, text: lossText(input, amounts, one) })),
          { baseline: 'middle', dx: 6 },
        ),
        layers.texts([{ x: end, y: y.value(-10), text: remainsTitle(input, amounts, worst) }], {
          align: 'right',
          weight: 500,
        }),
        layers.texts(
          losses.map(({ after }, row) => ({ x: end, y: row + 0.5, text: amounts.text(after) })),
          { align: 'right', baseline: 'middle', weight: 600 },
        ),
        lineBelow(ground, notes),
      ]),
    };
  },
};
