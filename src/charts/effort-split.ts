import { z } from 'zod';
import { roundToTotal } from '../locale/rounding.ts';
import { type Purpose, purposes } from '../model/person.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { type Layer, picture, type Span } from './layers.ts';
import { moreRows } from './more-rows.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, termIn } from './read.ts';
import { barHalf, baseline, type RowGround, roomFor, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize, parts } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(22).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(20).describe('Most people shown, in their order'),
  })
  .prefault({});

const series = 'programme.effort';

interface Split {
  readonly name: string;
  readonly shares: ReadonlyMap<Purpose, number>;
  /** What the shares are of: hours or contacts; empty where neither is recorded. */
  readonly source: string;
}

interface Part extends Span {
  readonly purpose: Purpose;
  /** As it is printed: the parts of a person add up to 100 %. */
  readonly printed: number;
}

/** How the effort of each key account manager splits between keeping, developing and advising customers. */
export const effortSplit: Chart<z.infer<typeof optionsSchema>> = {
  name: 'effort-split',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale } = input;
    const all = rowsOf(input, series).map(
      (row): Split => ({
        name: input.names.person(codeIn(row, 'employee')),
        shares: new Map(
          purposes.flatMap(purpose => {
            const share = numberIn(row, purpose);
            return share === undefined ? [] : [[purpose, share] as const];
          }),
        ),
        source: codeIn(row, 'effortSource') === '' ? '' : termIn(input, series, row, 'effortSource'),
      }),
    );
    if (all.every(({ shares }) => shares.size === 0)) return nothingToDraw;
    const shown = all.slice(0, limit);
    const rest = moreRows(locale, all.length - shown.length);
    const sourceOf = ({ shares, source }: Split): string =>
      shares.size === 0 ? locale.t('charts.effort-split.unknown') : source;
    const key = keyOf(input);
    const ground = rowGround({
      width: input.width,
      names: shown.map(({ name }, of) => ({ text: name, of })),
      pitch,
      top: keyRoom(key, input.width),
      bottom: rest.room,
      right: roomFor(shown.map(sourceOf)),
      domain: [0, 1],
    });
    const { layers, x, y, plot, margins } = ground;
    const shares = shown.flatMap(partsOf);
    return {
      series,
      alternative: locale.t('charts.effort-split.alternative', {
        values: shown
          .map(
            one =>
              `${one.name}: ${one.shares.size === 0 ? sourceOf(one) : locale.list([...printedShares(one)].map(([purpose, share]) => `${locale.term('purpose', purpose)} ${percent(input, share)}`))}`,
          )
          .join('; '),
      }),
      spec: picture(plot, margins, [
        ...keyLine(ground, key, input.width),
        ...ground.names,
        ...partLayers(ground, shares),
        ...shareLayers(input, ground, shares),
        baseline(ground),
        layers.texts(
          shown.map((one, row) => ({ x: one.shares.size === 0 ? 0 : 1, y: row + 0.5, text: sourceOf(one) })),
          { baseline: 'middle', dx: 6, color: colours.ink2 },
        ),
        ...rest.layers(layers, { x: x.value(-margins.left), y: y.value(plot.height + 12) }),
      ]),
    };
  },
};

const percent = ({ locale }: ChartInput, share: number): string =>
  locale.measure(share, 'share', { precision: 0 });

const keyOf = ({ locale }: ChartInput): Key => ({
  title: locale.t('charts.effort-split.unit'),
  items: [
    { symbol: 'solid', text: locale.term('purpose', 'retain') },
    { symbol: 'light', text: locale.term('purpose', 'develop') },
    { symbol: 'pale', text: locale.term('purpose', 'advise') },
  ],
});

/** The shares in whole percent, rounded together. */
const printedShares = ({ shares }: Split): ReadonlyMap<Purpose, number> => {
  const printed = roundToTotal([...shares.values()], 2);
  return new Map([...shares.keys()].map((purpose, index) => [purpose, printed[index] ?? 0]));
};

const partsOf = (split: Split, row: number): Part[] => {
  const { shares } = split;
  const printed = printedShares(split);
  let from = 0;
  return purposes.flatMap(purpose => {
    const share = shares.get(purpose) ?? 0;
    const start = from;
    from += share;
    return share <= 0
      ? []
      : [
          {
            purpose,
            printed: printed.get(purpose) ?? share,
            of: row,
            x: start,
            x2: from,
            y: row + 0.5 - barHalf,
            y2: row + 0.5 + barHalf,
          },
        ];
  });
};

const spans = (all: readonly Part[], purpose: Purpose): Span[] =>
  all
    .filter(part => part.purpose === purpose)
    .map(({ of, x, x2, y, y2 }) => ({ ...(of === undefined ? {} : { of }), x, x2, y, y2 }));

const styles = {
  retain: parts.first,
  develop: parts.second,
  advise: parts.third,
} as const satisfies Readonly<Record<Purpose, unknown>>;

const partLayers = ({ layers }: RowGround, all: readonly Part[]): Layer[] =>
  purposes.map(purpose => layers.rectangles(spans(all, purpose), styles[purpose]));

/** The shares inside their parts, where they fit. */
const shareLayers = (input: ChartInput, { layers, x }: RowGround, all: readonly Part[]): Layer[] => {
  const labels = all.flatMap(part => {
    const text = percent(input, part.printed);
    const fits = textWidth(text, labelSize, 500) + 6 <= x.at(part.x2) - x.at(part.x);
    return fits ? [{ part, text }] : [];
  });
  return [true, false].map(onInk =>
    layers.texts(
      labels.flatMap(({ part: { purpose, x: from, x2, y, y2 }, text }) =>
        (purpose === 'retain') === onInk ? [{ x: (from + x2) / 2, y: (y + y2) / 2, text }] : [],
      ),
      { align: 'center', baseline: 'middle', weight: 500, color: onInk ? colours.paper : colours.ink },
    ),
  );
};
