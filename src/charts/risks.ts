import { z } from 'zod';
import { type AmountLabels, amountLabels, amountUnits } from './amounts.ts';
import { canvas } from './canvas.ts';
import type { Chart, ChartInput } from './chart.ts';
import { contourLabels, contoursOf } from './exposure-contours.ts';
import { glyphKey, type KeyEntry } from './glyph-key.ts';
import { type Glyph, glyphLayers } from './glyphs.ts';
import type { Layer, Layers, Point, Span } from './layers.ts';
import { labelPoints, markRadius, spread } from './point-labels.ts';
import { codeIn, currencyIn, nothingToDraw, numberIn, rowsOf, termIn, textIn } from './read.ts';
import { linear, type Scale, ticksAround } from './scale.ts';
import { heightFrom } from './sizes.ts';
import { ellipsize, textWidth, twoLines } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

const optionsSchema = z
  .strictObject({
    height: heightFrom(120).default(230).describe('Height in CSS pixels, without its key'),
    limit: z.int().min(1).default(12).describe('Risks to name, the largest exposures first'),
    unit: z
      .enum(amountUnits)
      .optional()
      .describe('Unit of the impacts, that of a table beside it; by their size when absent'),
  })
  .prefault({});

interface Risk {
  /** Row of the series that it shows. */
  readonly of: number;
  readonly name: string;
  readonly account: string;
  readonly control: string;
  readonly controlName: string;
  readonly probability: number;
  readonly impact: number;
}

const top = 16;
const below = 28;

/** Risks by probability and impact, over lines of equal exposure; the largest exposures carry their names. */
export const risks: Chart<z.infer<typeof optionsSchema>> = {
  name: 'risks',
  options: optionsSchema,
  draw(input, { height, limit, unit }) {
    const series = input.account === undefined ? 'portfolio.risks' : `account.${input.account}.risks`;
    const all = risksOf(input, series);
    if (all.length === 0) return nothingToDraw;
    const amounts = amountLabels(
      input.locale,
      all.map(({ impact }) => impact),
      currencyIn(input, series, 'impact'),
      unit,
    );
    const highest = Math.max(...all.map(({ impact }) => impact)) || 1;
    const marksUp = ticksAround(0, highest, 5);
    const limitUp = marksUp.at(-1) ?? highest;
    const onAxis = amounts.round(marksUp);
    const left = Math.ceil(Math.max(...marksUp.map(value => textWidth(onAxis(value), labelSize)))) + 6;
    const plot: Plot = {
      left,
      right: input.width - 1,
      bottom: height - below,
      across: linear([0, 1], [left, input.width - 1]),
      up: linear([0, limitUp], [height - below, top]),
    };
    const key = glyphKey(keyOf(all), input.width);
    const unplaced = rowsOf(input, series).length - all.length;
    const marks = marksOf(all, plot);
    const contours = contoursOf(plot, highest);
    const numbers = contourLabels(contours, plot, amounts, exposure =>
      input.locale.t('charts.risks.contour', { exposure }),
    );
    const labelledIn = (room: number | undefined) =>
      labelPoints(
        marks.slice(0, limit).map(({ risk, ...at }) => ({ ...at, ...labelOf(input, risk, room) })),
        {
          circles: marks.map(({ x, y }) => ({ x, y, radius: markRadius })),
          segments: contours.flatMap(({ points }) => spansOf(points)),
          boxes: numbers.map(({ box }) => box),
          bounds: { x: left + 3, y: top + 1, width: plot.right - left - 4, height: plot.bottom - top - 3 },
        },
      );
    let labelled = labelledIn(widest);
    for (const room of [narrow, shortest, nameOnly]) {
      if (labelled.unlabelled === 0) break;
      const shorter = labelledIn(room);
      if (shorter.unlabelled < labelled.unlabelled) labelled = shorter;
    }
    const unnamed = labelled.unlabelled + Math.max(0, marks.length - limit);
    const notes = notesOf(input, { unnamed, unplaced });
    const { layers, picture } = canvas(input.width, height + key.height + notes.length * noteHeight);
    return {
      series,
      alternative: alternative(input, all, amounts),
      spec: picture([
        ...contours.map(({ points }) =>
          layers.line(points, { color: colours.py, strokeWidth: 0.75, strokeDash: [2, 2] }),
        ),
        layers.rectangles(
          numbers.map(({ box }) => ({ x: box.x, y: box.y, x2: box.x + box.width, y2: box.y + box.height })),
          { fill: colours.paper },
        ),
        layers.texts(
          numbers.map(({ label }) => label),
          { align: 'right', baseline: 'middle', color: colours.ink3 },
        ),
        ...axisLayers(input, layers, plot, amounts, marksUp),
        ...glyphLayers(
          layers,
          marks.map(({ x, y, risk }) => ({ x, y, of: risk.of, glyph: glyphOf(risk.control) })),
        ),
        ...labelled.layersOn(layers),
        ...key.layers(layers, height),
        layers.texts(
          notes.map((text, line) => ({
            x: 0,
            y: height + key.height + 7 + line * noteHeight,
            text,
          })),
          { baseline: 'middle', color: colours.ink2 },
        ),
      ]),
    };
  },
};

const noteHeight = 14;

/** What the picture does not show: names without room, and risks that lack a probability or an amount. */
const notesOf = (
  { locale }: ChartInput,
  { unnamed, unplaced }: { readonly unnamed: number; readonly unplaced: number },
): string[] => [
  ...(unnamed === 0 ? [] : [locale.t('charts.risks.more', { count: unnamed })]),
  ...(unplaced === 0 ? [] : [locale.t('charts.risks.unplaced', { count: unplaced })]),
];

const spansOf = (points: readonly Point[]): Span[] =>
  points
    .slice(1)
    .map(({ x, y }, index) => ({ x: points[index]?.x ?? x, y: points[index]?.y ?? y, x2: x, y2: y }));

/** Those with probability and impact, the largest exposure first. */
const risksOf = (input: ChartInput, series: string): Risk[] =>
  rowsOf(input, series)
    .flatMap((row, of): Risk[] => {
      const [probability, impact] = [numberIn(row, 'probability'), numberIn(row, 'impact')];
      if (probability === undefined || impact === undefined) return [];
      const control = codeIn(row, 'control');
      const controlName = termIn(input, series, row, 'control');
      return [
        {
          of,
          name: textIn(input, row, 'risk'),
          account: codeIn(row, 'account'),
          control,
          controlName,
          probability,
          impact,
        },
      ];
    })
    .sort((a, b) => b.probability * b.impact - a.probability * a.impact);

/** The places of the axes, in pixels. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly across: Scale;
  readonly up: Scale;
}

const marksOf = (all: readonly Risk[], { across, up }: Plot): (Point & { readonly risk: Risk })[] => {
  const points = all.map(({ probability, impact }) => ({ x: across.at(probability), y: up.at(impact) }));
  const moved = spread(points, 12, 6);
  return all.map((risk, index) => ({ x: 0, y: 0, ...moved[index], risk }));
};

const glyphOf = (control: string): Glyph =>
  control === 'in-hand'
    ? { shape: 'circle', fill: 'solid', color: colours.ink }
    : { shape: 'diamond', fill: 'hollow', color: colours.bad };

/** What tells the risks apart; nothing where all are in hand. */
const keyOf = (all: readonly Risk[]): KeyEntry[] => {
  const names = (isInHand: boolean): string =>
    [
      ...new Set(
        all.filter(({ control }) => (control === 'in-hand') === isInHand).map(one => one.controlName),
      ),
    ].join(', ');
  return [
    { glyph: glyphOf('in-hand'), text: names(true) },
    { glyph: glyphOf(''), text: names(false) },
  ].filter(({ text }, index, entries) => text !== '' && (index > 0 || entries[1]?.text !== ''));
};

/** Room for a name in pixels; less where more names find a place so. */
const widest = 215;
const narrow = 150;
const shortest = 105;
/** The account alone, where its risks cannot be told in a few words: what stands beside the picture says which they are. */
const nameOnly = undefined;

const labelOf = ({ names }: ChartInput, { account, name, control }: Risk, room: number | undefined) => {
  const alarming = control !== 'in-hand';
  if (account !== '')
    return {
      name: ellipsize(names.shortAccount(account), room ?? widest, labelSize, 600),
      detail: room === undefined ? '' : ellipsize(name, room, labelSize),
      alarming,
    };
  const [first = '', second] = twoLines(name, room ?? shortest, labelSize).split('\n');
  return { name: first, detail: second ?? '', alarming, plain: true };
};

const axisLayers = (
  { locale }: ChartInput,
  layers: Layers,
  { left, right, bottom, across, up }: Plot,
  amounts: AmountLabels,
  marksUp: readonly number[],
): Layer[] => {
  const share = (value: number): string => locale.measure(value, 'share', { precision: 0 });
  const onAxis = amounts.round(marksUp);
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const numbers = (values: readonly number[]) =>
    values.map(value => ({ x: across.at(value), y: bottom + 12, text: share(value) }));
  return [
    layers.segments([
      { x: left, y: top, x2: left, y2: bottom },
      { x: left, y: bottom, x2: right, y2: bottom },
    ]),
    layers.texts(
      marksUp.map(value => ({ x: left - 5, y: up.at(value), text: onAxis(value) })),
      { align: 'right', baseline: 'middle', color: colours.ink2 },
    ),
    // Right of the corner, where the number of the other axis ends.
    layers.texts(numbers(steps.slice(0, 1)), { color: colours.ink2 }),
    layers.texts(numbers(steps.slice(1, -1)), { align: 'center', color: colours.ink2 }),
    layers.texts(numbers(steps.slice(-1)), { align: 'right', color: colours.ink2 }),
    layers.texts([{ x: 0, y: 9, text: locale.t('charts.risks.impact', { unit: amounts.unitInline }) }], {
      weight: 500,
    }),
    layers.texts([{ x: right, y: bottom + 25, text: locale.t('charts.risks.probability') }], {
      align: 'right',
      weight: 500,
    }),
  ];
};

const alternative = (input: ChartInput, all: readonly Risk[], amounts: AmountLabels): string => {
  const { locale, names, account } = input;
  return locale.t('charts.risks.alternative', {
    count: all.length,
    hasAccount: account === undefined ? 'no' : 'yes',
    account: account === undefined ? '' : names.account(account),
    unit: amounts.unit,
    values: all
      .slice(0, 12)
      .map(risk =>
        locale.t('charts.risks.risk', {
          name: risk.account === '' ? risk.name : `${names.shortAccount(risk.account)}: ${risk.name}`,
          probability: locale.measure(risk.probability, 'share', { precision: 0 }),
          impact: amounts.text(risk.impact),
        }),
      )
      .join('; '),
  });
};
