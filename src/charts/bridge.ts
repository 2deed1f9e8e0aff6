import { z } from 'zod';
import { yearOf } from '../model/period.ts';
import type { AmountLabels } from './amounts.ts';
import {
  bridgeAmounts,
  bridgeGround,
  bridgeSteps,
  type Step,
  bridgeSeries as series,
  stepText,
} from './bridge-ground.ts';
import { sharedGround } from './change-scale.ts';
import type { Chart } from './chart.ts';
import { type Layer, picture } from './layers.ts';
import { lossPerUnit } from './loss-ground.ts';
import { nothingToDraw } from './read.ts';
import { barHalf, baseline, lineBelow, type RowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { colours } from './theme.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(16).default(28).describe('Height of a row in CSS pixels') })
  .prefault({});

/**
 * From last year's revenue to this year's, step by step. Only what changed is drawn, from zero: beside the two totals the
 * steps would be slivers, and an axis that is cut draws the totals wrong. Its scale is that of the losses where it can be.
 */
export const bridge: Chart<z.infer<typeof optionsSchema>> = {
  name: 'bridge',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale } = input;
    const steps = bridgeSteps(input);
    if (steps.length === 0) return nothingToDraw;
    const amounts = bridgeAmounts(input, steps);
    const { ground, notes } = sharedGround(
      (bottom, perUnit) => bridgeGround(input, steps, { pitch, bottom }, perUnit),
      lossPerUnit(input),
      times => locale.t('charts.bridge.scale', { times }),
    );
    const { plot, margins } = ground;
    const unit = locale.t('charts.bridge.unit', {
      year: String(yearOf(input.analysis.scope.period) - 1),
      unit: amounts.unitInline,
    });
    return {
      series,
      alternative: locale.t('charts.bridge.alternative', {
        unit: amounts.unit,
        values: steps.map(step => `${step.name} ${stepText(amounts, step)}`).join('; '),
      }),
      spec: picture(plot, margins, [
        unitTitle(ground, unit),
        ...ground.names,
        ...barLayers(ground, steps),
        baseline(ground),
        ...labelLayers(ground, amounts, steps),
        lineBelow(ground, notes),
      ]),
    };
  },
};

const barLayers = ({ layers }: RowGround, steps: readonly Step[]): Layer[] => {
  const bars = (isDrawn: (amount: number) => boolean) =>
    steps.flatMap(({ kind, amount, from, to }, row) =>
      (kind === 'change' || kind === 'sum') && isDrawn(amount)
        ? [{ x: from, x2: to, y: row + 0.5 - barHalf, y2: row + 0.5 + barHalf }]
        : [],
    );
  return [
    layers.rectangles(
      bars(amount => amount >= 0),
      { fill: colours.good },
    ),
    layers.rectangles(
      bars(amount => amount < 0),
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

const labelLayers = ({ layers }: RowGround, amounts: AmountLabels, steps: readonly Step[]): Layer[] =>
  [true, false].map(strong =>
    layers.texts(
      steps.flatMap((step, row) =>
        (step.kind !== 'change') === strong
          ? [{ x: Math.max(step.from, step.to), y: row + 0.5, text: stepText(amounts, step) }]
          : [],
      ),
      { baseline: 'middle', dx: 6, weight: strong ? 600 : 400 },
    ),
  );
