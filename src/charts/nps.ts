import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { layersOver, picture } from './layers.ts';
import { periodAxis } from './period-axis.ts';
import { codeIn, emptySeries, numberIn, rowsOf } from './read.ts';
import { linear, ticksAround } from './scale.ts';
import { heightFrom } from './sizes.ts';
import { textWidth } from './text-width.ts';
import { colours, cutLine, labelSize } from './theme.ts';

const optionsSchema = z
  .strictObject({ height: heightFrom(96).default(227).describe('Height in CSS pixels') })
  .prefault({});

const series = 'kpi.nps.history';

interface Survey {
  /** Its row of the series. */
  readonly of: number;
  readonly period: string;
  readonly nps: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Net promoter score by quarter with its confidence interval, and the target. */
export const nps: Chart<z.infer<typeof optionsSchema>> = {
  name: 'nps',
  options: optionsSchema,
  draw(input, { height }) {
    const surveys = rowsOf(input, series).flatMap((row, of): Survey[] => {
      const value = numberIn(row, 'nps');
      return value === undefined
        ? []
        : [
            {
              of,
              period: codeIn(row, 'period'),
              nps: value,
              low: numberIn(row, 'low'),
              high: numberIn(row, 'high'),
            },
          ];
    });
    const last = surveys.at(-1);
    if (last === undefined) return emptySeries(input, series, 'no-surveys');
    const target = input.analysis.figures.get('kpi.nps.target')?.value;
    const plan = typeof target === 'number' ? target : undefined;
    return {
      series,
      alternative: alternative(input, surveys, last),
      spec: drawing(input, surveys, plan, height),
    };
  },
};

const whole = ({ locale }: ChartInput, value: number): string => locale.number(value, { precision: 0 });

const drawing = (input: ChartInput, surveys: readonly Survey[], plan: number | undefined, height: number) => {
  const { locale } = input;
  const planText = plan === undefined ? '' : `${locale.t('charts.scenarios.PL')} ${whole(input, plan)}`;
  const lastText = whole(input, surveys.at(-1)?.nps ?? 0);
  const right = Math.max(textWidth(planText, labelSize), textWidth(lastText, labelSize, 600)) + 8;
  const margins = { top: 22, right, bottom: 30, left: 28 };
  const plot = {
    width: input.width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
  const values = surveys.flatMap(({ nps: value, low, high }) => [value, low ?? value, high ?? value]);
  // A tick needs the height of its number.
  const most = Math.max(2, Math.min(5, Math.floor(plot.height / (1.5 * labelSize))));
  const marks = ticksAround(Math.min(0, ...values, plan ?? 0), Math.max(...values, plan ?? 0, 10), most);
  const domain: [number, number] = [
    Math.min(...values, 0, ...marks),
    Math.max(...values, plan ?? 0, ...marks),
  ];
  const x = linear([0, surveys.length], [0, plot.width]);
  const y = linear(domain, [plot.height, 0]);
  const layers = layersOver(x, y);
  const dots = surveys.map(({ of, nps: value }, index) => ({ x: index + 0.5, y: value, size: 34, of }));
  const intervals = surveys.map(({ low, high }, index) =>
    low === undefined || high === undefined ? [] : [{ x: index + 0.5, x2: index + 0.5, y: low, y2: high }],
  );
  const end = surveys.length;
  return picture(plot, margins, [
    layers.texts(
      [{ x: x.value(-margins.left), y: y.value(8 - margins.top), text: locale.t('charts.nps.unit') }],
      {
        weight: 500,
      },
    ),
    layers.texts(
      marks.map(mark => ({ x: 0, y: mark, text: whole(input, mark) })),
      { align: 'right', baseline: 'middle', dx: -6, color: colours.ink2 },
    ),
    layers.segments([{ x: 0, x2: end, y: 0, y2: 0 }]),
    ...(plan === undefined
      ? []
      : [
          layers.segments([{ x: 0, x2: end, y: plan, y2: plan }], cutLine),
          layers.texts([{ x: end, y: plan, text: planText }], {
            baseline: 'middle',
            dx: 4,
            color: colours.ink2,
          }),
        ]),
    layers.segments(intervals.slice(0, -1).flat(), { color: colours.py, strokeWidth: 1.25 }),
    layers.segments(intervals.slice(-1).flat(), { color: colours.ink, strokeWidth: 1.25 }),
    layers.discs(dots.slice(0, -1), { fill: colours.py, stroke: colours.paper, strokeWidth: 1 }),
    layers.discs(dots.slice(-1), { fill: colours.ink, stroke: colours.paper, strokeWidth: 1 }),
    layers.texts(
      surveys.slice(0, -1).map(({ nps: value }, index) => ({
        x: index + 0.5,
        y: value,
        text: whole(input, value),
      })),
      { baseline: 'middle', dx: 6, color: colours.ink2 },
    ),
    layers.texts([lastLabel(surveys, lastText, plan, y)], { baseline: 'middle', dx: 6, weight: 600 }),
    ...periodAxis(
      input.locale,
      surveys.map(({ period }) => period),
      { layers, pitch: x.at(1), below: y.value(plot.height + 13) },
    ),
  ]);
};

/** The value of the last quarter beside its dot, moved off the label of the plan where they would touch. */
const lastLabel = (
  surveys: readonly Survey[],
  text: string,
  plan: number | undefined,
  y: { at(value: number): number; value(pixel: number): number },
) => {
  const value = surveys.at(-1)?.nps ?? 0;
  const distance = plan === undefined ? Number.POSITIVE_INFINITY : y.at(value) - y.at(plan);
  const shift = Math.abs(distance) >= 11 ? 0 : (distance >= 0 ? 11 : -11) - distance;
  return { x: surveys.length - 0.5, y: y.value(y.at(value) + shift), text };
};

const alternative = (input: ChartInput, surveys: readonly Survey[], last: Survey): string => {
  const { locale } = input;
  const first = surveys[0] ?? last;
  const ends = locale.t('charts.nps.alternative', {
    first: locale.period(first.period),
    firstValue: whole(input, first.nps),
    last: locale.period(last.period),
    lastValue: whole(input, last.nps),
  });
  if (last.low === undefined || last.high === undefined) return ends;
  const interval = locale.t('charts.nps.interval', {
    low: whole(input, last.low),
    high: whole(input, last.high),
  });
  return `${ends} ${interval}`;
};
