import { z } from 'zod';
import type { Chart } from './chart.ts';
import { gapText, type LevelRow, levelDots } from './level-dots.ts';
import { emptySeries, nothingToDraw, numberIn, rowsOf, termIn } from './read.ts';
import { pitchFrom } from './sizes.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(14).default(17).describe('Height of a row in CSS pixels') })
  .prefault({});

/** Levels of the skills of one key account manager against those that their role requires. */
export const skills: Chart<z.infer<typeof optionsSchema>> = {
  name: 'skills',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale, kam } = input;
    if (kam === undefined) return nothingToDraw;
    const series = `kam.${kam}.skills`;
    const text = (key: string): string => locale.t(`charts.skills.${key}`);
    const rows = rowsOf(input, series).map((row): LevelRow => {
      const actual = numberIn(row, 'actualLevel');
      return {
        name: termIn(input, series, row, 'skill'),
        actual,
        needed: numberIn(row, 'requiredLevel'),
        strong: false,
        tag: actual === undefined ? text('unassessed') : '',
      };
    });
    if (rows.length === 0) return emptySeries(input, series, 'not-recorded');
    const short = rows.filter(({ actual, needed }) => (actual ?? 5) < (needed ?? 0));
    return {
      series,
      alternative: locale.t('charts.skills.alternative', {
        name: input.names.person(kam),
        count: rows.length,
        short: short.length,
        values: locale.list(short.map(row => `${row.name} (${gapText(input, row)})`)),
        unassessed: rows.filter(({ actual }) => actual === undefined).length,
      }),
      spec: levelDots(input, {
        rows,
        pitch,
        gapTitle: text('gap'),
        key: {
          title: text('unit'),
          items: [
            { symbol: 'disc', text: text('actual') },
            { symbol: 'ring', text: text('required') },
          ],
        },
      }),
    };
  },
};
