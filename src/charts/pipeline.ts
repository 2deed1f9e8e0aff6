import { z } from 'zod';
import { type AmountLabels, amountLabels } from './amounts.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Layer, picture } from './layers.ts';
import { currencyIn, emptySeries, numberIn, rowsOf, termIn } from './read.ts';
import { barHalf, baseline, type RowGround, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { colours, parts } from './theme.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(14).default(20).describe('Height of a row in CSS pixels') })
  .prefault({});

const series = 'portfolio.pipeline';

interface Stage {
  readonly name: string;
  readonly count: number;
  /** Undefined where none of its opportunities says what it is worth. */
  readonly value: number | undefined;
  readonly weighted: number | undefined;
}

/** Open opportunities by kind and stage: the value as an outlined bar, value times probability as a solid one inside it. */
export const pipeline: Chart<z.infer<typeof optionsSchema>> = {
  name: 'pipeline',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale } = input;
    const stages = rowsOf(input, series).map((row, of) => ({
      of,
      name: locale.t('charts.pipeline.stage', {
        kind: termIn(input, series, row, 'kind'),
        stage: lowered(termIn(input, series, row, 'stage')),
      }),
      count: numberIn(row, 'opportunities') ?? 0,
      value: numberIn(row, 'value'),
      weighted: numberIn(row, 'weighted'),
    }));
    const values = stages.flatMap(({ value }) => value ?? []);
    if (values.length === 0) return emptySeries(input, series, 'not-recorded');
    const rows = [...stages, totalOf(stages, locale.t('charts.pipeline.total'))];
    const amounts = amountLabels(
      locale,
      rows.flatMap(({ value }) => value ?? []),
      currencyIn(input, series, 'value'),
    );
    const text = textOf(input, amounts);
    const ground = rowGround({
      width: input.width,
      names: [
        ...stages.map(({ of, name }) => ({ text: name, of })),
        { text: locale.t('charts.pipeline.total'), strong: true },
      ],
      pitch,
      top: 18,
      bottom: 1,
      right: roomFor(rows.map(text), 600),
      domain: [0, Math.max(1, ...rows.flatMap(({ value }) => value ?? []))],
    });
    return {
      series,
      alternative: locale.t('charts.pipeline.alternative', {
        unit: amounts.unit,
        values: rows.map(row => `${row.name} ${text(row)}`).join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, locale.t('charts.pipeline.unit', { unit: amounts.unit })),
        ...ground.names,
        ...barLayers(ground, rows),
        baseline(ground),
        ground.layers.segments([{ x: 0, x2: ground.x.domain[1], y: stages.length, y2: stages.length }], {
          color: colours.rule,
        }),
        ...[false, true].map(strong =>
          ground.layers.texts(
            rows.flatMap((stage, row) =>
              (row === stages.length) === strong
                ? [{ x: stage.value ?? 0, y: row + 0.5, text: text(stage) }]
                : [],
            ),
            { baseline: 'middle', dx: 6, weight: strong ? 600 : 400 },
          ),
        ),
      ]),
    };
  },
};

/** The word as it stands inside a phrase. */
const lowered = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1);

const totalOf = (stages: readonly Stage[], name: string): Stage => {
  const sum = (of: (stage: Stage) => number | undefined): number =>
    stages.reduce((total, stage) => total + (of(stage) ?? 0), 0);
  return {
    name,
    count: sum(stage => stage.count),
    value: sum(stage => stage.value),
    weighted: sum(stage => stage.weighted),
  };
};

const textOf =
  ({ locale }: ChartInput, amounts: AmountLabels) =>
  ({ value, weighted, count }: Stage): string =>
    value === undefined
      ? locale.t('charts.pipeline.unvalued', { count })
      : locale.t('charts.pipeline.value', {
          weighted: amounts.significant(weighted ?? 0),
          value: amounts.significant(value),
          count,
        });

/** Half the height of the solid bar: the whole must stay visible around it. */
const innerHalf = 0.18;

const barLayers = ({ layers }: RowGround, rows: readonly Stage[]): Layer[] => {
  const bars = (half: number, of: (stage: Stage) => number | undefined) =>
    rows.flatMap((stage, row) => {
      const end = of(stage);
      return end === undefined || end <= 0
        ? []
        : [{ x: 0, x2: end, y: row + 0.5 - half, y2: row + 0.5 + half }];
    });
  return [
    layers.rectangles(
      bars(barHalf, ({ value }) => value),
      parts.third,
    ),
    layers.rectangles(
      bars(innerHalf, ({ weighted }) => weighted),
      parts.first,
    ),
  ];
};
