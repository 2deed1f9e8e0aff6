import { z } from 'zod';
import { yearOf } from '../model/period.ts';
import { type AmountLabels, amountLabels } from './amounts.ts';
import { axisStart, breakMarks } from './axis-break.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Layer, picture } from './layers.ts';
import { codeIn, currencyIn, nothingToDraw, numberIn, rowsOf, termIn } from './read.ts';
import { barHalf, baseline, type RowGround, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { colours, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({ pitch: z.number().min(16).default(28).describe('Height of a row in CSS pixels') })
  .prefault({});

const series = 'portfolio.bridge';

interface Step {
  /** Its row of the series. */
  readonly of: number;
  readonly name: string;
  readonly kind: 'prior' | 'current' | 'change';
  readonly amount: number;
  readonly from: number;
  readonly to: number;
}

/** From last year's revenue to this year's, step by step. The axis is cut, and says so, where the steps would be slivers. */
export const bridge: Chart<z.infer<typeof optionsSchema>> = {
  name: 'bridge',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale } = input;
    const steps = stepsOf(input);
    if (steps.length === 0) return nothingToDraw;
    const ends = steps.flatMap(({ kind, from, to }) => (kind === 'change' ? [from, to] : [to]));
    const amounts = amountLabels(locale, ends, currencyIn(input, series, 'amount'));
    const start = axisStart(ends);
    const ground = rowGround({
      width: input.width,
      names: steps.map(({ of, name, kind }) => ({ text: name, strong: kind !== 'change', of })),
      pitch,
      top: 18,
      bottom: start === 0 ? 1 : 15,
      right: roomFor(
        steps.map(step => label(amounts, step)),
        600,
      ),
      domain: [Math.min(start, ...(start === 0 ? ends : [])), Math.max(0, ...ends)],
    });
    return {
      series,
      alternative: locale.t('charts.bridge.alternative', {
        unit: amounts.unit,
        values: steps.map(step => `${step.name} ${label(amounts, step)}`).join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, amounts.unit),
        ...ground.names,
        ...barLayers(ground, steps, start),
        ...(start === 0 ? [] : cutLayers(input, ground, steps, amounts.text(start))),
        baseline(ground, start),
        ...[true, false].map(strong =>
          ground.layers.texts(
            steps.flatMap((step, row) =>
              (step.kind !== 'change') === strong
                ? [{ x: Math.max(step.from, step.to, start), y: row + 0.5, text: label(amounts, step) }]
                : [],
            ),
            { baseline: 'middle', dx: 6, weight: strong ? 600 : 400 },
          ),
        ),
      ]),
    };
  },
};

const stepsOf = (input: ChartInput): Step[] => {
  const year = yearOf(input.analysis.scope.period);
  return rowsOf(input, series).flatMap((row, of): Step[] => {
    const [amount, from, to] = ['amount', 'from', 'to'].map(column => numberIn(row, column));
    const code = codeIn(row, 'step');
    if (amount === undefined || to === undefined) return [];
    if (code === 'prior' || code === 'current') {
      const short = input.locale.t(`charts.scenarios.${code === 'prior' ? 'PY' : 'AC'}`);
      return [
        {
          of,
          name: `${code === 'prior' ? year - 1 : year} ${short}`,
          kind: code,
          amount,
          from: 0,
          to: amount,
        },
      ];
    }
    return [
      { of, name: termIn(input, series, row, 'step'), kind: 'change', amount, from: from ?? to - amount, to },
    ];
  });
};

const label = (amounts: AmountLabels, { kind, amount }: Step): string =>
  amounts.text(amount, kind === 'change');

const barLayers = ({ layers }: RowGround, steps: readonly Step[], start: number): Layer[] => {
  const bars = (chosen: (step: Step) => boolean) =>
    steps.flatMap((step, row) =>
      chosen(step)
        ? [{ x: Math.max(start, step.from), x2: step.to, y: row + 0.5 - barHalf, y2: row + 0.5 + barHalf }]
        : [],
    );
  return [
    layers.rectangles(
      bars(({ kind }) => kind === 'prior'),
      scenario.PY,
    ),
    layers.rectangles(
      bars(({ kind }) => kind === 'current'),
      scenario.AC,
    ),
    layers.rectangles(
      bars(({ kind, amount }) => kind === 'change' && amount >= 0),
      { fill: colours.good },
    ),
    layers.rectangles(
      bars(({ kind, amount }) => kind === 'change' && amount < 0),
      { fill: colours.bad },
    ),
    layers.segments(
      steps
        .slice(0, -1)
        .map(({ to }, row) => ({ x: to, x2: to, y: row + 0.5 - barHalf, y2: row + 1.5 + barHalf })),
      { color: colours.ink3, strokeWidth: 0.6 },
    ),
  ];
};

const cutLayers = (
  { locale }: ChartInput,
  ground: RowGround,
  steps: readonly Step[],
  value: string,
): Layer[] => {
  const { layers, x, y, plot } = ground;
  return [
    ...breakMarks(
      ground,
      steps.flatMap(({ kind }, row) => (kind === 'change' ? [] : [row])),
    ),
    layers.texts(
      [{ x: x.value(0), y: y.value(plot.height + 12), text: locale.t('charts.bridge.cut', { value }) }],
      {
        color: colours.ink2,
      },
    ),
  ];
};
