import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { moreRows } from './more-rows.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { barHalf, baseline, type RowGround, roomFor, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { colours, cutLine, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(22).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(20).describe('Most people shown; the heaviest loads stay'),
  })
  .prefault({});

const series = 'programme.resources.load';

interface Load {
  /** Its row in the series. */
  readonly of: number;
  readonly name: string;
  /** Hours needed ÷ capacity. */
  readonly load: number | undefined;
  readonly hours: number | undefined;
  readonly capacity: number | undefined;
  /** Whether hours of some account are not recorded, so that the load is a minimum. */
  readonly partial: boolean;
  /** "above" or "below" the declared band, "within" it, or empty. */
  readonly verdict: string;
}

/** Hours that accounts need of each key account manager as a share of the hours there are, against full capacity. */
export const load: Chart<z.infer<typeof optionsSchema>> = {
  name: 'load',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const all = loadsOf(input);
    const known = all.flatMap(one => one.load ?? []);
    if (known.length === 0) return nothingToDraw;
    const shown = heaviest(all, limit);
    const { locale } = input;
    const key = keyOf(input, shown);
    const full = locale.measure(1, 'share', { precision: 0 });
    const ground = rowGround({
      width: input.width,
      names: shown.map(one => ({ text: one.name, strong: isOutside(one), of: one.of })),
      pitch,
      top: keyRoom(key, input.width) + 12,
      bottom: moreRows(locale, all.length - shown.length).room,
      right: roomFor(
        shown.map(one => labelOf(input, one)),
        600,
      ),
      domain: [0, Math.max(1, ...known)],
    });
    const { layers, x, y, plot, margins } = ground;
    return {
      series,
      alternative: locale.t('charts.load.alternative', {
        count: all.length,
        values: shown.map(one => `${one.name} ${labelOf(input, one)}`).join('; '),
      }),
      spec: picture(plot, margins, [
        ...keyLine(ground, key, input.width),
        ...ground.names,
        ...barLayers(ground, shown),
        baseline(ground),
        layers.segments([{ x: 1, x2: 1, y: 0, y2: shown.length }], { ...cutLine, color: colours.ink }),
        layers.texts([{ x: 1, y: y.value(-4), text: full }], { align: 'center', color: colours.ink2 }),
        ...[true, false].map(strong =>
          layers.texts(
            shown.flatMap((one, row) =>
              isOutside(one) === strong
                ? [{ x: Math.max(1, one.load ?? 0), y: row + 0.5, text: labelOf(input, one) }]
                : [],
            ),
            {
              baseline: 'middle',
              dx: 6,
              weight: strong ? 600 : 400,
              color: strong ? colours.ink : colours.ink2,
            },
          ),
        ),
        ...moreRows(locale, all.length - shown.length).layers(layers, {
          x: x.value(-margins.left),
          y: y.value(plot.height + 12),
        }),
      ]),
    };
  },
};

const loadsOf = (input: ChartInput): Load[] =>
  rowsOf(input, series).map((row, of) => ({
    of,
    name: input.names.person(codeIn(row, 'employee')),
    load: numberIn(row, 'load'),
    hours: numberIn(row, 'hoursNeeded'),
    capacity: numberIn(row, 'capacity'),
    partial: (numberIn(row, 'n') ?? 0) < (numberIn(row, 'of') ?? 0),
    verdict: codeIn(row, 'loadVerdict'),
  }));

const isOutside = ({ verdict }: Load): boolean => verdict !== '' && verdict !== 'within';

/** The heaviest loads, in the order that they had. */
const heaviest = (all: readonly Load[], limit: number): readonly Load[] => {
  const kept = new Set([...all].sort((a, b) => (b.load ?? -1) - (a.load ?? -1)).slice(0, limit));
  return all.filter(one => kept.has(one));
};

const keyOf = ({ locale }: ChartInput, shown: readonly Load[]): Key => ({
  title: locale.t('charts.load.unit'),
  items: [
    { symbol: 'solid', text: locale.t('charts.load.needed') },
    ...(shown.some(({ load: share }) => (share ?? 0) > 1)
      ? [{ symbol: 'alarm' as const, text: locale.t('charts.load.beyond') }]
      : []),
  ],
});

const labelOf = (
  { locale }: ChartInput,
  { load: share, hours, capacity, partial, verdict }: Load,
): string => {
  if (share === undefined) return locale.t('interface.notAvailable');
  const whole = (value: number | undefined): string =>
    value === undefined
      ? locale.t('interface.notAvailable')
      : locale.number(value, { precision: 0, place: 'text' });
  return locale.t('charts.load.label', {
    share: `${partial ? '≥\u00a0' : ''}${locale.measure(share, 'share', { precision: 0 })}`,
    hours: whole(hours),
    capacity: whole(capacity),
    verdict: verdict === '' || verdict === 'within' ? '' : locale.term('load', verdict),
    outside: verdict === '' || verdict === 'within' ? 'no' : 'yes',
  });
};

const barLayers = ({ layers }: RowGround, shown: readonly Load[]): Layer[] => {
  const bar = (row: number, from: number, to: number, half = barHalf): Span => ({
    x: from,
    x2: to,
    y: row + 0.5 - half,
    y2: row + 0.5 + half,
  });
  const within = shown.flatMap(({ of, load: share }, row) =>
    share === undefined || share <= 0 ? [] : [{ ...bar(row, 0, Math.min(1, share)), of }],
  );
  // What lies beyond the line of full capacity is thinner, so that it differs in grey print, too.
  const beyond = shown.flatMap(({ load: share }, row) =>
    share === undefined || share <= 1 ? [] : [bar(row, 1, share, barHalf / 2)],
  );
  return [
    layers.rectangles(within, scenario.AC),
    ...(beyond.length === 0 ? [] : [layers.rectangles(beyond, { fill: colours.bad })]),
  ];
};
