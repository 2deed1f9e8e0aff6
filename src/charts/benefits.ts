import { z } from 'zod';
import { type AmountLabels, amountLabels } from './amounts.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Layer, picture } from './layers.ts';
import { codeIn, currencyIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { barHalf, baseline, type RowGround, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(22).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(6).describe('Gains to show of either side, the largest first'),
  })
  .prefault({});

const widestNames = 0.48;

const sides = ['customer', 'supplier'] as const;
type Side = (typeof sides)[number];

/** What one side gained, all quarters together. */
interface Gain {
  readonly side: Side;
  readonly name: string;
  /** Undefined where nobody put a figure to it. */
  readonly amount: number | undefined;
  readonly isTotal: boolean;
  /** Its row of the series, where it was had once; one that came back stands in several. */
  readonly of?: number;
}

/** What the customer gains, to the left, against what we gain, to the right: in all, then gain by gain. */
export const benefits: Chart<z.infer<typeof optionsSchema>> = {
  name: 'benefits',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    if (input.account === undefined) return nothingToDraw;
    const series = `account.${input.account}.benefits`;
    const bySide = sides.map(side => gainsOf(input, series, side));
    if (bySide.every(gains => gains.length === 0)) return nothingToDraw;
    const totals = sides.map((side, index) => totalOf(input, side, bySide[index] ?? []));
    const rows = sides.flatMap((side, index): Gain[] =>
      withTotal(totals[index], withRest(input, side, bySide[index] ?? [], limit)),
    );
    const amounts = amountLabels(
      input.locale,
      totals.map(({ amount }) => amount ?? 0),
      currencyIn(input, series, 'amount'),
    );
    const text = ({ amount }: Gain): string =>
      amount === undefined ? input.locale.t('charts.benefits.noAmount') : amounts.text(amount);
    const [theirs, ours] = totals.map(({ amount }) => amount ?? 0);
    const room = roomFor(rows.map(text), 600);
    const ground = groundOf(input, rows, { theirs: theirs ?? 0, ours: ours ?? 0, pitch, room });
    return {
      series,
      alternative: alternative(input, rows, amounts, text),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, amounts.unit),
        ...ground.names,
        ...barLayers(ground, rows),
        baseline(ground),
        ...labelLayers(ground, rows, text),
      ]),
    };
  },
};

/** Gains of the same name are one gain that came back each quarter. */
const gainsOf = (input: ChartInput, series: string, side: Side): Gain[] => {
  const gains = new Map<string, Gain>();
  for (const [of, row] of rowsOf(input, series).entries()) {
    if (codeIn(row, 'gainer') !== side) continue;
    const name = textIn(input, row, 'gain');
    const amount = numberIn(row, 'amount');
    const known = gains.get(name);
    gains.set(
      name,
      known === undefined
        ? { side, name, amount, isTotal: false, of }
        : { side, name, amount: together(known.amount, amount), isTotal: false },
    );
  }
  return [...gains.values()].sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1));
};

const together = (known: number | undefined, amount: number | undefined): number | undefined =>
  amount === undefined ? known : (known ?? 0) + amount;

const sumOf = (gains: readonly Gain[]): number | undefined => {
  const known = gains.flatMap(({ amount }) => amount ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, amount) => sum + amount, 0);
};

const totalOf = ({ locale }: ChartInput, side: Side, gains: readonly Gain[]): Gain => ({
  side,
  name: locale.term('gainer', side),
  amount: sumOf(gains),
  isTotal: true,
});

/** A single gain is the total of its side: it is drawn once, under both names. */
const withTotal = (total: Gain | undefined, gains: readonly Gain[]): Gain[] => {
  const [only, ...others] = gains;
  if (total === undefined) return [...gains];
  if (only === undefined || others.length > 0) return [total, ...gains];
  return [{ ...total, ...only, name: `${total.name}: ${only.name}`, isTotal: true }];
};

const withRest = ({ locale }: ChartInput, side: Side, gains: readonly Gain[], limit: number): Gain[] => {
  if (gains.length <= limit) return [...gains];
  const rest = gains.slice(limit);
  return [
    ...gains.slice(0, limit),
    {
      side,
      name: locale.t('charts.benefits.more', { count: rest.length }),
      amount: sumOf(rest),
      isTotal: false,
    },
  ];
};

interface Sizes {
  readonly theirs: number;
  readonly ours: number;
  readonly pitch: number;
  readonly room: number;
}

/** Height of a row in a picture in which a name goes on in a second line. */
const pitchOfTwo = 27;

/** The same scale to both sides, with room for the labels beyond the bars of either. */
const groundOf = (
  input: ChartInput,
  rows: readonly Gain[],
  { theirs, ours, pitch, room }: Sizes,
): RowGround => {
  const span = theirs + ours || 1;
  const free = Math.max(60, input.width * (1 - widestNames) - 8 - room * 2);
  const labels = (room / free) * span;
  const isWrapped = rows.some(
    ({ name, isTotal }) => textWidth(name, labelSize, isTotal ? 600 : 400) > input.width * widestNames,
  );
  return rowGround({
    width: input.width,
    names: rows.map(({ name, isTotal, of }) => ({
      text: name,
      strong: isTotal,
      ...(of === undefined ? {} : { of }),
    })),
    pitch: isWrapped ? Math.max(pitch, pitchOfTwo) : pitch,
    widest: widestNames,
    wrapped: true,
    top: 18,
    bottom: 1,
    right: room,
    domain: [-theirs - labels, ours || span * 0.05],
  });
};

const signed = ({ side, amount = 0 }: Gain): number => (side === 'customer' ? -amount : amount);

const barLayers = ({ layers }: RowGround, rows: readonly Gain[]): Layer[] =>
  [true, false].map(isTotal =>
    layers.rectangles(
      rows.flatMap((gain, row) =>
        gain.isTotal === isTotal && gain.amount !== undefined
          ? [
              {
                x: 0,
                x2: signed(gain),
                y: row + 0.5 - barHalf,
                y2: row + 0.5 + barHalf,
                ...(gain.of === undefined ? {} : { of: gain.of }),
              },
            ]
          : [],
      ),
      isTotal ? scenario.AC : scenario.PY,
    ),
  );

const labelLayers = ({ layers }: RowGround, rows: readonly Gain[], text: (gain: Gain) => string): Layer[] =>
  sides.flatMap(side =>
    [true, false].map(isTotal =>
      layers.texts(
        rows.flatMap((gain, row) =>
          gain.side === side && gain.isTotal === isTotal
            ? [{ x: signed(gain), y: row + 0.5, text: text(gain) }]
            : [],
        ),
        {
          align: side === 'customer' ? 'right' : 'left',
          baseline: 'middle',
          dx: side === 'customer' ? -6 : 6,
          weight: isTotal ? 600 : 400,
          color: isTotal ? colours.ink : colours.ink2,
        },
      ),
    ),
  );

const alternative = (
  { locale, names, account = '' }: ChartInput,
  rows: readonly Gain[],
  amounts: AmountLabels,
  text: (gain: Gain) => string,
): string => {
  const listed = (side: Side): string =>
    rows
      .filter(gain => gain.side === side)
      .map(gain => `${gain.name} ${text(gain)}`)
      .join('; ');
  return locale.t('charts.benefits.alternative', {
    account: names.account(account),
    unit: amounts.unit,
    theirs: listed('customer'),
    ours: listed('supplier'),
  });
};
