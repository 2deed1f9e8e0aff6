import { z } from 'zod';
import { amountLabels } from './amounts.ts';
import type { Chart, ChartInput } from './chart.ts';
import { picture } from './layers.ts';
import { currencyIn, nothingToDraw, numberIn, rowsOf, termIn, textIn } from './read.ts';
import { baseline, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { fromZero } from './scale.ts';
import { pitchFrom } from './sizes.ts';
import { colours, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    scheme: z.string().optional().describe('Segmentation scheme; the first one of the workspace by default'),
    pitch: pitchFrom(20).default(32).describe('Height of a row in CSS pixels'),
  })
  .prefault({});

/** Revenue by segment, actual and previous year, with the change. */
export const segments: Chart<z.infer<typeof optionsSchema>> = {
  name: 'segments',
  options: optionsSchema,
  draw(input, { scheme, pitch }) {
    const { locale } = input;
    const series = `portfolio.segments.${scheme ?? firstScheme(input)}`;
    const items = rowsOf(input, series).map(row => ({
      name: textIn(input, row, 'segment') || termIn(input, series, row, 'match'),
      revenue: numberIn(row, 'revenue'),
      prior: numberIn(row, 'prior'),
      change: numberIn(row, 'changeRatio'),
    }));
    const values = items.flatMap(({ revenue, prior }) => [revenue ?? [], prior ?? []].flat());
    if (values.length === 0) return nothingToDraw;
    const amounts = amountLabels(locale, values, currencyIn(input, series, 'revenue'));
    const change = (ratio: number | undefined): string =>
      ratio === undefined ? '' : ` (${locale.measure(ratio, 'share', { precision: 1, signed: true })})`;
    // The first row that has both bars says which is which.
    const legend = items.findIndex(({ revenue, prior }) => revenue !== undefined && prior !== undefined);
    const named = (amount: number, row: number, kind: 'AC' | 'PY'): string =>
      row === legend
        ? `${amounts.text(amount)} ${locale.t(`charts.scenarios.${kind}`)}`
        : amounts.text(amount);
    const actual = ({ revenue, change: ratio }: (typeof items)[number], row: number): string =>
      revenue === undefined
        ? locale.t('interface.notAvailable')
        : `${named(revenue, row, 'AC')}${change(ratio)}`;
    const ground = rowGround({
      width: input.width,
      names: items.map(({ name }, of) => ({ text: name, of })),
      pitch,
      top: 18,
      bottom: 1,
      right: Math.max(
        roomFor(items.map(actual), 500),
        roomFor(items.map(({ prior }, row) => (prior === undefined ? '' : named(prior, row, 'PY')))),
      ),
      domain: fromZero(values),
    });
    const { layers } = ground;
    return {
      series,
      alternative: locale.t('charts.segments.alternative', {
        unit: amounts.unit,
        values: items.map(item => `${item.name} ${actual(item, -1)}`).join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, amounts.unit),
        ...ground.names,
        layers.rectangles(
          items.flatMap(({ prior }, row) =>
            prior === undefined ? [] : [{ x: 0, x2: prior, y: row + 0.58, y2: row + 0.84 }],
          ),
          scenario.PY,
        ),
        layers.rectangles(
          items.flatMap(({ revenue }, row) =>
            revenue === undefined ? [] : [{ x: 0, x2: revenue, y: row + 0.16, y2: row + 0.54 }],
          ),
          scenario.AC,
        ),
        baseline(ground),
        layers.texts(
          items.map((item, row) => ({
            x: Math.max(0, item.revenue ?? 0),
            y: row + (item.revenue === undefined && item.prior === undefined ? 0.5 : 0.35),
            text: actual(item, row),
          })),
          { baseline: 'middle', dx: 5, weight: 500 },
        ),
        layers.texts(
          items.flatMap(({ prior }, row) =>
            prior === undefined
              ? []
              : [{ x: Math.max(0, prior), y: row + 0.72, text: named(prior, row, 'PY') }],
          ),
          { baseline: 'middle', dx: 5, color: colours.ink3 },
        ),
      ]),
    };
  },
};

const firstScheme = ({ analysis }: ChartInput): string =>
  analysis.scope.workspace.program.segments?.schemes[0]?.id ?? '';
