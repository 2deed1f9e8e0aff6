import { z } from 'zod';
import type { Chart } from './chart.ts';
import { picture } from './layers.ts';
import { priorTicks } from './prior-tick.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, termIn } from './read.ts';
import { barHalf, baseline, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { colours, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(14).default(24).describe('Height of a row in CSS pixels') })
  .prefault({});

const series = 'programme.phase.fits';
const precision = 2;

/** How well each phase of the programme fits, 0 to 1; a light tick marks the quarter before. */
export const phaseFits: Chart<z.infer<typeof optionsSchema>> = {
  name: 'phase-fits',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale } = input;
    const fits = rowsOf(input, series).map(row => ({
      name: termIn(input, series, row, 'phase'),
      phase: codeIn(row, 'phase'),
      fit: numberIn(row, 'fit'),
      prior: numberIn(row, 'prior'),
    }));
    const known = fits.flatMap(({ fit }) => fit ?? []);
    if (known.length === 0) return nothingToDraw;
    const best = Math.max(...known);
    const number = (value: number): string => locale.number(value, { precision });
    const text = (value: number | undefined): string =>
      value === undefined ? locale.t('interface.notAvailable') : number(value);
    const ground = rowGround({
      width: input.width,
      names: fits.map(({ name, fit }, of) => ({ text: name, strong: fit === best, of })),
      pitch,
      top: 1,
      bottom: 1,
      right: 30,
      domain: [0, 1],
    });
    const { layers } = ground;
    return {
      series,
      alternative: locale.t('charts.phase-fits.alternative', {
        values: locale.list(fits.map(({ name, fit }) => `${name} ${text(fit)}`)),
      }),
      spec: picture(ground.plot, ground.margins, [
        ...ground.names,
        layers.rectangles(
          fits.flatMap(({ fit }, row) =>
            fit === undefined ? [] : [{ x: 0, x2: fit, y: row + 0.5 - barHalf, y2: row + 0.5 + barHalf }],
          ),
          scenario.AC,
        ),
        ...priorTicks(
          ground,
          fits.map(({ prior }) => prior),
        ),
        baseline(ground),
        ...[true, false].map(strong =>
          layers.texts(
            fits.flatMap(({ fit, prior }, row) =>
              (fit === best) === strong
                ? [{ x: Math.max(fit ?? 0, prior ?? 0), y: row + 0.5, text: text(fit) }]
                : [],
            ),
            {
              baseline: 'middle',
              dx: 6,
              weight: strong ? 600 : 400,
              color: strong ? colours.ink : colours.ink2,
            },
          ),
        ),
      ]),
    };
  },
};
