import { z } from 'zod';
import type { Row } from '../model/series.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Layer, picture } from './layers.ts';
import { codeIn, currencyIn, flagIn, nothingToDraw, numberIn, rowsOf, termIn, textIn } from './read.ts';
import { barHalf, baseline, lineBelow, type RowGround, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { fromZero } from './scale.ts';
import { pitchFrom } from './sizes.ts';
import { colours, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    offer: z.string().optional().describe('Id of the offer; the one with most money in it when absent'),
    pitch: pitchFrom(14).default(18).describe('Height of a row in CSS pixels'),
  })
  .prefault({});

type Kind = 'reference' | 'level' | 'change' | 'price' | 'surplus';

/** One rung of the ladder; from and to are money per unit above the next best alternative, or above zero where it is unknown. */
interface Rung {
  readonly name: string;
  readonly kind: Kind;
  readonly amount: number;
  readonly from: number;
  readonly to: number;
  /** Its row of the series. */
  readonly of: number;
}

/**
 * Economic value of an offer: next best alternative, what ours adds and takes, the value that comes of it, price, surplus.
 * Drawn from the alternative on, since beside the whole price the differences would be slivers.
 */
export const valuePrice: Chart<z.infer<typeof optionsSchema>> = {
  name: 'value-price',
  options: optionsSchema,
  draw(input, { offer, pitch }) {
    if (input.account === undefined) return nothingToDraw;
    const series = `account.${input.account}.value-price.build`;
    const chosen = chosenOffer(rowsOf(input, `account.${input.account}.value-price.offers`), offer);
    const rungs = rungsOf(
      input,
      series,
      rowsOf(input, series)
        .map((row, of) => ({ row, of }))
        .filter(({ row }) => codeIn(row, 'offerId') === codeIn(chosen ?? {}, 'offerId')),
    );
    if (chosen === undefined || rungs.length === 0) return nothingToDraw;
    const text = textOf(input, rungs);
    const unit = input.locale.t('charts.value-price.unit', {
      offer: textIn(input, chosen, 'offer'),
      currency: currencyIn(input, series, 'levelUnit'),
      unit: textIn(input, chosen, 'perUnit'),
    });
    const ground = rowGround({
      width: input.width,
      names: rungs.map(({ name, kind, of }) => ({ text: name, strong: kind !== 'change', of })),
      pitch,
      widest: 0.52,
      top: 18,
      bottom: isCompared(rungs) ? 15 : 1,
      right: roomFor(rungs.map(text), 600),
      domain: fromZero(rungs.flatMap(({ from, to }) => [from, to])),
    });
    return {
      series,
      alternative: input.locale.t('charts.value-price.alternative', {
        account: input.names.account(input.account),
        unit,
        values: rungs.map(rung => `${rung.name} ${text(rung)}`).join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, unit),
        ...ground.names,
        ...barLayers(ground, rungs),
        ...(isCompared(rungs) ? [comparedNote(input, ground)] : []),
        baseline(ground),
        ...labelLayers(ground, rungs, text),
      ]),
    };
  },
};

/** The offer asked for, or the one with most money in it: price times quantity, the first where nobody knows. */
const chosenOffer = (offers: readonly Row[], wanted: string | undefined): Row | undefined => {
  if (wanted !== undefined) return offers.find(row => codeIn(row, 'offerId') === wanted);
  const money = (row: Row): number => (numberIn(row, 'priceUnit') ?? 0) * (numberIn(row, 'quantity') ?? 1);
  return [...offers].sort((a, b) => money(b) - money(a))[0];
};

/** A difference that nobody priced has no rung; the levels are computed without it. */
const rungsOf = (
  input: ChartInput,
  series: string,
  rows: readonly { readonly row: Row; readonly of: number }[],
): Rung[] => {
  const levelOf = (step: string): number | undefined =>
    rows.flatMap(({ row }) =>
      codeIn(row, 'valueStep') === step ? (numberIn(row, 'levelUnit') ?? []) : [],
    )[0];
  const base = levelOf('reference') ?? 0;
  const price = levelOf('price');
  let reached = 0;
  return rows.flatMap(({ row, of }): Rung[] => {
    const step = codeIn(row, 'valueStep');
    const name = termIn(input, series, row, 'valueStep');
    const level = numberIn(row, 'levelUnit');
    if (step === 'surplus') return surplusRung({ name, of }, price, level, base);
    if (step === 'reference') return levelRung({ name, of }, 'reference', level, base);
    if (flagIn(row, 'isResult'))
      return levelRung({ name, of }, step === 'price' ? 'price' : 'level', level, base);
    const change = numberIn(row, 'differenceUnit');
    if (change === undefined) return [];
    const from = reached;
    reached += change;
    const component = textIn(input, row, 'component');
    return [
      { name: component === '' ? name : component, kind: 'change', amount: change, from, to: reached, of },
    ];
  });
};

const levelRung = (
  row: Pick<Rung, 'name' | 'of'>,
  kind: 'reference' | 'level' | 'price',
  amount: number | undefined,
  base: number,
): Rung[] => (amount === undefined ? [] : [{ ...row, kind, amount, from: 0, to: amount - base }]);

/** From the price to the value, which is where it ends. */
const surplusRung = (
  row: Pick<Rung, 'name' | 'of'>,
  price: number | undefined,
  amount: number | undefined,
  base: number,
): Rung[] =>
  amount === undefined || price === undefined
    ? []
    : [{ ...row, kind: 'surplus', amount, from: price - base, to: price - base + amount }];

/** One precision for all: two decimals where the rungs are small, none where they are large. */
const textOf = ({ locale }: ChartInput, rungs: readonly Rung[]): ((rung: Rung) => string) => {
  const largest = Math.max(...rungs.map(({ amount }) => Math.abs(amount)));
  const smallest = Math.min(...rungs.map(({ amount }) => Math.abs(amount) || largest));
  const precision = smallest >= 10 ? 0 : largest >= 100 ? 1 : 2;
  return ({ kind, amount }) =>
    locale.number(amount, { precision, signed: kind === 'change' || kind === 'surplus', place: 'table' });
};

const barLayers = ({ layers }: RowGround, rungs: readonly Rung[]): Layer[] => {
  const bars = (chosen: (rung: Rung) => boolean) =>
    rungs.flatMap((rung, row) =>
      chosen(rung)
        ? [
            {
              x: rung.from,
              x2: rung.to,
              y: row + 0.5 - barHalf,
              y2: row + 0.5 + barHalf,
              of: rung.of,
            },
          ]
        : [],
    );
  const isGain = ({ kind, amount }: Rung): boolean =>
    (kind === 'change' || kind === 'surplus') && amount >= 0;
  const isLoss = ({ kind, amount }: Rung): boolean => (kind === 'change' || kind === 'surplus') && amount < 0;
  return [
    layers.rectangles(
      bars(({ kind }) => kind === 'level'),
      scenario.PY,
    ),
    layers.rectangles(
      bars(({ kind }) => kind === 'price'),
      scenario.AC,
    ),
    layers.rectangles(bars(isGain), { fill: colours.good }),
    layers.rectangles(bars(isLoss), { fill: colours.bad }),
    layers.segments(
      rungs
        .slice(0, -1)
        .flatMap(({ kind, to }, row) =>
          rungs[row + 1]?.kind === 'price' || kind === 'surplus'
            ? []
            : [{ x: to, x2: to, y: row + 0.5 - barHalf, y2: row + 1.5 + barHalf }],
        ),
      { color: colours.ink3, strokeWidth: 0.6 },
    ),
  ];
};

const labelLayers = ({ layers }: RowGround, rungs: readonly Rung[], text: (rung: Rung) => string): Layer[] =>
  [true, false].map(strong =>
    layers.texts(
      rungs.flatMap((rung, row) =>
        (rung.kind !== 'change') === strong ? [{ x: labelAt(rung), y: row + 0.5, text: text(rung) }] : [],
      ),
      { baseline: 'middle', dx: 6, weight: strong ? 600 : 400 },
    ),
  );

/** Behind the end of the bar; one that ends left of the axis keeps its label clear of the line. */
const labelAt = ({ from, to }: Rung): number => Math.max(0, from, to);

/** Whether the rungs are drawn from the next best alternative on. */
const isCompared = (rungs: readonly Rung[]): boolean => rungs.some(({ kind }) => kind === 'reference');

const comparedNote = ({ locale }: ChartInput, ground: RowGround): Layer =>
  lineBelow(ground, [locale.t('charts.value-price.compared')]);
