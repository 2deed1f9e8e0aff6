import { z } from 'zod';
import { previous } from '../model/period.ts';
import type { Chart } from './chart.ts';
import { gapText, type LevelRow, levelDots, tagsFit } from './level-dots.ts';
import { flagIn, nothingToDraw, numberIn, rowsOf, termIn } from './read.ts';
import { pitchFrom } from './sizes.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(16).default(26).describe('Height of a row in CSS pixels') })
  .prefault({});

const series = 'programme.congruence.elements';

/** Maturity of the four elements of the programme against the level that its target cell needs, and the weakest link. */
export const congruence: Chart<z.infer<typeof optionsSchema>> = {
  name: 'congruence',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale, analysis } = input;
    const text = (key: string): string => locale.t(`charts.congruence.${key}`);
    const tag = tagsFit(input.width, text('weakest')) ? text('weakest') : '';
    const rows = rowsOf(input, series).map((row): LevelRow => {
      const strong = flagIn(row, 'weakest');
      return {
        name: termIn(input, series, row, 'element'),
        actual: numberIn(row, 'maturity'),
        needed: numberIn(row, 'neededLevel'),
        prior: numberIn(row, 'prior'),
        strong,
        tag: strong ? tag : '',
      };
    });
    if (rows.every(({ actual, needed }) => actual === undefined && needed === undefined))
      return nothingToDraw;
    const level = (value: number | undefined): string =>
      value === undefined ? locale.t('interface.notAvailable') : locale.number(value, { precision: 0 });
    const before = locale.period(previous(analysis.scope.period));
    return {
      series,
      alternative: locale.t('charts.congruence.alternative', {
        values: rows
          .map(row =>
            locale.t('charts.congruence.element', {
              name: row.name,
              actual: level(row.actual),
              needed: level(row.needed),
              gap: gapText(input, row),
              weakest: row.strong ? 'yes' : 'no',
            }),
          )
          .join('; '),
      }),
      spec: levelDots(input, {
        rows,
        pitch,
        gapTitle: text('gap'),
        key: {
          title: text('unit'),
          items: [
            { symbol: 'disc', text: text('actual') },
            ...(rows.some(({ needed }) => needed !== undefined)
              ? [{ symbol: 'ring' as const, text: text('needed') }]
              : []),
            ...(rows.some(({ prior }) => prior !== undefined)
              ? [{ symbol: 'tick' as const, text: before }]
              : []),
          ],
        },
      }),
    };
  },
};
