import { z } from 'zod';
import { amountLabels } from './amounts.ts';
import type { Chart } from './chart.ts';
import { picture } from './layers.ts';
import { codeIn, currencyIn, emptySeries, numberIn, rowsOf } from './read.ts';
import { roomFor, rowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { colours } from './theme.ts';
import { varianceLayers } from './variance-columns.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(12).default(17).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(10).describe('Most accounts shown, the largest deviation first'),
  })
  .prefault({});

const series = 'portfolio.forecast';

/** What each account was forecast to buy, what it bought, and how far that is off: absolute as bars, relative as pins. */
export const forecast: Chart<z.infer<typeof optionsSchema>> = {
  name: 'forecast',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, names } = input;
    const all = rowsOf(input, series).flatMap((row, of) => {
      const [expected, actual, error] = ['forecast', 'actual', 'forecastError'].map(column =>
        numberIn(row, column),
      );
      if (expected === undefined || actual === undefined || error === undefined) return [];
      return [
        {
          of,
          name: names.shortAccount(codeIn(row, 'account')),
          expected,
          actual,
          error,
          ratio: numberIn(row, 'forecastErrorRatio'),
        },
      ];
    });
    if (all.length === 0) return emptySeries(input, series, 'not-recorded');
    const sorted = [...all].sort((a, b) => Math.abs(b.error) - Math.abs(a.error));
    const shown = sorted.slice(0, limit);
    const sumOf = (name: string, some: typeof all) => {
      const sum = (of: (one: (typeof all)[number]) => number): number =>
        some.reduce((total, one) => total + of(one), 0);
      const expected = sum(one => one.expected);
      const error = sum(one => one.error);
      const ratio = expected > 0 ? error / expected : undefined;
      return { name, expected, actual: sum(one => one.actual), error, ratio };
    };
    const hidden = sorted.slice(limit);
    // The rows add up to the total, so those that are not shown one by one have a row of their own above it.
    const rest =
      hidden.length === 0 ? [] : [sumOf(locale.t('charts.ranking.rest', { count: hidden.length }), hidden)];
    const total = sumOf(locale.t('charts.forecast.total', { count: all.length }), all);
    const rows = [...shown, ...rest, total];
    const amounts = amountLabels(
      locale,
      shown.map(({ actual }) => actual),
      currencyIn(input, series, 'actual'),
    );
    const errors = amountLabels(
      locale,
      rows.map(({ error }) => error),
      currencyIn(input, series, 'actual'),
    );
    const percent = (ratio: number): string =>
      locale.number(ratio * 100, { precision: 1, signed: true, place: 'table' });
    const column = roomFor(
      [...rows.map(({ actual }) => amounts.text(actual)), locale.t('charts.scenarios.FC')],
      600,
    );
    const ground = rowGround({
      width: input.width,
      names: [
        ...shown.map(({ of, name }) => ({ text: name, of })),
        ...rest.map(({ name }) => ({ text: name })),
        { text: total.name, strong: true },
      ],
      pitch,
      top: 32,
      bottom: 1,
      right: 1,
      beside: 2 * column + 10,
      domain: [0, 1],
    });
    const { layers, x, y } = ground;
    const beside = (which: 'expected' | 'actual') => ({
      at: x.value(-12 - (which === 'expected' ? column : 0)),
      title: locale.t(`charts.scenarios.${which === 'expected' ? 'FC' : 'AC'}`),
    });
    return {
      series,
      alternative: locale.t('charts.forecast.alternative', {
        count: all.length,
        unit: errors.unit,
        total: errors.text(total.error, true),
        ratio: total.ratio === undefined ? locale.t('interface.notAvailable') : percent(total.ratio),
        values: shown
          .slice(0, 3)
          .map(({ name, error }) => `${name} ${errors.text(error, true)}`)
          .join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, amounts.unit),
        ...ground.names,
        ...(['expected', 'actual'] as const).map(which =>
          layers.texts(
            [
              { x: beside(which).at, y: y.value(-9), text: beside(which).title },
              ...rows.map((one, row) => ({
                x: beside(which).at,
                y: row + 0.5,
                text: amounts.text(one[which]),
              })),
            ],
            {
              align: 'right',
              baseline: 'middle',
              color: which === 'actual' ? colours.ink : colours.ink2,
              weight: which === 'actual' ? 600 : 400,
            },
          ),
        ),
        ...varianceLayers(
          ground,
          [
            {
              title: locale.t('charts.forecast.absolute', { unit: errors.unitInline }),
              values: rows.map(({ error }) => error),
              form: 'bar',
              width: 3,
              scale: 'amount',
              text: value => errors.text(value, true),
            },
            {
              title: locale.t('charts.forecast.relative'),
              values: rows.map(({ ratio }) => ratio),
              form: 'pin',
              width: 2,
              scale: 'ratio',
              text: percent,
            },
          ],
          locale.t('interface.notAvailable'),
        ),
      ]),
    };
  },
};
