import { z } from 'zod';
import { amountLabels } from './amounts.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { moreRows } from './more-rows.ts';
import { currencyIn, flagIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { barHalf, type RowGround, roomFor, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(17).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(24).describe('Most cases shown, schemes and their cases in their order'),
  })
  .prefault({});

interface Case {
  readonly name: string;
  /** The scheme as things are, before any case. */
  readonly base: boolean;
  readonly inForce: boolean;
  readonly pay: number | undefined;
  /** Against the same scheme as things are. */
  readonly change: number | undefined;
}

/** What each incentive scheme would pay, as things are and in each declared case, with the difference that the case makes. */
export const incentives: Chart<z.infer<typeof optionsSchema>> = {
  name: 'incentives',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, kam } = input;
    const series = kam === undefined ? 'programme.incentives' : `kam.${kam}.incentives`;
    const all = casesOf(input, series);
    const known = all.flatMap(({ pay }) => pay ?? []);
    if (known.length === 0) return nothingToDraw;
    const cases = all.slice(0, limit);
    const rest = moreRows(locale, all.length - cases.length);
    const amounts = amountLabels(locale, known, currencyIn(input, series, 'pay'));
    const pay = (value: number | undefined): string =>
      value === undefined ? locale.t('interface.notAvailable') : amounts.text(value);
    const change = (value: number | undefined): string =>
      value === undefined ? '' : amounts.text(value, true);
    const key: Key = {
      title: amounts.unit,
      items: [
        { symbol: 'solid', text: locale.t('charts.incentives.inForce') },
        { symbol: 'outline', text: locale.t('charts.incentives.proposed') },
      ],
    };
    // Pay and differences have one scale: the plot holds the most that is paid, room for its label, and the differences.
    const most = Math.max(0, ...known);
    const changes = cases.flatMap(one => one.change ?? []);
    const [down, up] = [Math.min(0, ...changes), Math.max(0, ...changes)];
    const labels =
      roomFor(
        cases.map(one => pay(one.pay)),
        600,
      ) + roomFor(cases.map(one => change(one.change)));
    const changeRoom = roomFor(cases.map(one => change(one.change)));
    const ground = rowGround({
      width: input.width,
      names: cases.map(({ name, base }, of) => ({ text: name, strong: base, of })),
      pitch,
      top: keyRoom(key, input.width) + 12,
      bottom: rest.room,
      right: changeRoom + labels,
      domain: [0, most + up - down || 1],
    });
    const { layers, x, y, plot, margins } = ground;
    // Middle axis of the differences, in pixels of the plot.
    const zero = x.at(most - down) + labels;
    const title = locale.t('charts.incentives.change');
    const middle = Math.min(zero, plot.width + margins.right - textWidth(title, labelSize) / 2);
    return {
      series,
      alternative: locale.t('charts.incentives.alternative', {
        unit: amounts.unit,
        values: cases
          .map(
            one => `${one.name} ${pay(one.pay)}${one.change === undefined ? '' : ` (${change(one.change)})`}`,
          )
          .join('; '),
      }),
      spec: picture(plot, margins, [
        ...keyLine(ground, key, input.width),
        layers.texts([{ x: x.value(middle), y: y.value(-4), text: title }], {
          align: 'center',
          color: colours.ink2,
        }),
        ...ground.names,
        ...payLayers(ground, cases),
        layers.segments([0, x.value(zero)].map(at => ({ x: at, x2: at, y: 0, y2: cases.length }))),
        ...[true, false].map(base =>
          layers.texts(
            cases.flatMap((one, row) =>
              one.base === base ? [{ x: Math.max(0, one.pay ?? 0), y: row + 0.5, text: pay(one.pay) }] : [],
            ),
            { baseline: 'middle', dx: 5, weight: base ? 600 : 400 },
          ),
        ),
        ...changeLayers(ground, cases, zero, change),
        ...rest.layers(layers, { x: x.value(-margins.left), y: y.value(plot.height + 12) }),
      ]),
    };
  },
};

const casesOf = (input: ChartInput, series: string): Case[] =>
  rowsOf(input, series).map(row => {
    const name = textIn(input, row, 'case');
    return {
      name: name === '' ? textIn(input, row, 'incentiveScheme') : name,
      base: name === '',
      inForce: flagIn(row, 'inForce'),
      pay: numberIn(row, 'pay'),
      change: numberIn(row, 'payChange'),
    };
  });

const bar = (row: number, from: number, to: number): Span => ({
  x: from,
  x2: to,
  y: row + 0.5 - barHalf,
  y2: row + 0.5 + barHalf,
  of: row,
});

/** The pay of each case, a hairline between schemes. */
const payLayers = ({ layers, x, plot, margins }: RowGround, cases: readonly Case[]): Layer[] => {
  const bars = (inForce: boolean): Span[] =>
    cases.flatMap((one, row) =>
      one.inForce === inForce && one.pay !== undefined && one.pay > 0 ? [bar(row, 0, one.pay)] : [],
    );
  const between = cases.flatMap(({ base }, row) =>
    base && row > 0
      ? [{ x: x.value(-margins.left), x2: x.value(plot.width + margins.right), y: row, y2: row }]
      : [],
  );
  return [
    ...(between.length === 0 ? [] : [layers.segments(between, { color: colours.rule })]),
    layers.rectangles(bars(true), scenario.AC),
    layers.rectangles(bars(false), scenario.PL),
  ];
};

/** The difference that each case makes, from an axis of its own, thinner than the pay. */
const changeLayers = (
  { layers, x }: RowGround,
  cases: readonly Case[],
  zero: number,
  text: (change: number | undefined) => string,
): Layer[] => {
  const at = (change: number): number => x.value(zero + x.at(change) - x.at(0));
  const thin = 0.2;
  const known = cases.flatMap(({ change }, row) => (change === undefined ? [] : [{ change, row }]));
  const labelled = (rises: boolean) =>
    known
      .filter(({ change }) => change > 0 === rises)
      .map(({ change, row }) => ({ x: at(change), y: row + 0.5, text: text(change) }));
  return [
    layers.rectangles(
      known
        .filter(({ change }) => change !== 0)
        .map(({ change, row }) => ({ x: at(0), x2: at(change), y: row + 0.5 - thin, y2: row + 0.5 + thin })),
      { fill: colours.ink3 },
    ),
    layers.texts(labelled(true), { baseline: 'middle', dx: 5 }),
    layers.texts(labelled(false), { baseline: 'middle', dx: -5, align: 'right' }),
  ];
};
