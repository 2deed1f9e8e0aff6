import { z } from 'zod';
import { printedDifference, roundToTotal } from '../locale/rounding.ts';
import type { Row } from '../model/series.ts';
import type { Chart, ChartInput } from './chart.ts';
import { picture } from './layers.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { restLine, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { ellipsize } from './text-width.ts';
import { colours, labelSize } from './theme.ts';
import { type VarianceColumn, varianceLayers } from './variance-columns.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(12).default(17).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(10).describe('Most accounts shown, the largest change first'),
  })
  .prefault({});

const series = 'portfolio.movements.scores';
const causes = ['scoreChange', 'inputsEffect', 'weightsEffect', 'coverageEffect'] as const;

interface Change {
  readonly account: string;
  readonly effects: readonly (number | undefined)[];
}

/**
 * How much each score changed since the last quarter, and how much of that is due to the points, to the weights and to
 * criteria that were rated in one of the two quarters only; the three add up to the change. The criterion that weighs most is named.
 */
export const scoreChanges: Chart<z.infer<typeof optionsSchema>> = {
  name: 'score-changes',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, names, analysis } = input;
    const precision = (analysis.scope.workspace.program.scoring?.scale.max ?? 10) > 10 ? 1 : 2;
    const all = rowsOf(input, series)
      .map((row, of) => ({ of, account: codeIn(row, 'account'), effects: effectsOf(row, precision) }))
      .filter(({ effects: [change] }) => change !== undefined && Math.abs(change) >= visible)
      .sort((a, b) => Math.abs(b.effects[0] ?? 0) - Math.abs(a.effects[0] ?? 0));
    if (all.length === 0) return nothingToDraw;
    const shown = all.slice(0, limit);
    const text = (value: number): string =>
      Math.abs(value) < visible ? '' : locale.number(value, { precision, signed: true, place: 'table' });
    // A cause that moved nobody would take the room of those that did.
    const present = [...causes.entries()].filter(
      ([index]) => index === 0 || shown.some(({ effects }) => Math.abs(effects[index] ?? 0) >= visible),
    );
    const criteria = shown.map(change =>
      ellipsize(mainCriterion(input, change), input.width * criterionShare, labelSize),
    );
    const ground = rowGround({
      width: input.width,
      names: shown.map(({ of, account }) => ({ text: names.shortAccount(account), of })),
      widest: 0.28,
      pitch,
      top: 32,
      bottom: shown.length < all.length ? 15 : 1,
      right: roomFor([...criteria, locale.t('charts.score-changes.criterion')]),
      domain: [0, 1],
    });
    const { layers, x, y, plot } = ground;
    const beside = x.value(plot.width + 8);
    return {
      series,
      alternative: alternative(input, all, text),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, locale.t('charts.score-changes.unit')),
        ...ground.names,
        ...varianceLayers(
          ground,
          present.map(
            ([index, cause]): VarianceColumn => ({
              title: locale.t(`charts.score-changes.${cause}`),
              values: shown.map(({ effects }) => effects[index]),
              form: 'bar',
              width: 1,
              scale: 'points',
              text,
            }),
          ),
          locale.t('interface.notAvailable'),
        ),
        layers.texts(
          [
            { x: beside, y: y.value(-9), text: locale.t('charts.score-changes.criterion') },
            ...criteria.map((criterion, row) => ({ x: beside, y: row + 0.5, text: criterion })),
          ],
          { baseline: 'middle', color: colours.ink2 },
        ),
        ...restLine(ground, locale, all.length - shown.length),
      ]),
    };
  },
};

/** Part of the width that names of criteria may take. */
const criterionShare = 0.25;

/** Points below which a change is noise of the arithmetic. */
const visible = 0.005;

/** The change and its causes as tables print them: that of the printed scores, and causes that add up to it. */
const effectsOf = (row: Row, precision: number): readonly (number | undefined)[] => {
  const [before, after] = [numberIn(row, 'scorePrior'), numberIn(row, 'score')];
  const [change, ...parts] = causes.map(cause => numberIn(row, cause));
  if (before === undefined || after === undefined || change === undefined) return [change, ...parts];
  const total = printedDifference(before, after, precision);
  const rounded = roundToTotal(
    parts.map(part => part ?? null),
    precision,
    total,
  );
  return [total, ...rounded.map(part => part ?? undefined)];
};

/** The criterion whose points or weight moved the score most; none where what is rated at all moved it more. */
const mainCriterion = (
  input: ChartInput,
  { account, effects: [, points = 0, weights = 0, coverage = 0] }: Change,
): string => {
  if (Math.abs(coverage) > Math.max(Math.abs(points), Math.abs(weights))) return '–';
  const rows = rowsOf(input, `account.${account}.score-movement`).map(row => ({
    name: textIn(input, row, 'criterion'),
    effect: Math.abs((numberIn(row, 'inputsEffect') ?? 0) + (numberIn(row, 'weightsEffect') ?? 0)),
  }));
  const largest = rows.reduce((most, row) => (row.effect > most.effect ? row : most), {
    name: '',
    effect: 0,
  });
  return largest.effect >= visible ? largest.name : '';
};

const alternative = (
  { locale, names }: ChartInput,
  all: readonly Change[],
  text: (value: number) => string,
): string =>
  locale.t('charts.score-changes.alternative', {
    count: all.length,
    up: all.filter(({ effects: [change] }) => (change ?? 0) > 0).length,
    down: all.filter(({ effects: [change] }) => (change ?? 0) < 0).length,
    values: all
      .slice(0, 3)
      .map(({ account, effects: [change] }) => `${names.shortAccount(account)} ${text(change ?? 0)}`)
      .join('; '),
  });
