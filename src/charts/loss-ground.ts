import { type AmountLabels, amountLabels } from './amounts.ts';
import { perUnitOf } from './change-scale.ts';
import type { ChartInput } from './chart.ts';
import { codeIn, currencyIn, numberIn, rowsOf } from './read.ts';
import { type RowGround, roomFor, rowGround } from './row-ground.ts';

export const lossSeries = 'portfolio.loss';

/** The loss of one key account. */
export interface Loss {
  /** Its row of the series. */
  readonly of: number;
  readonly account: string;
  /** Revenue that would go, and that of everybody else. */
  readonly revenue: number;
  readonly after: number;
  readonly drop: number | undefined;
}

/** The largest losses first. */
export const lossesOf = (input: ChartInput): Loss[] =>
  rowsOf(input, lossSeries)
    .flatMap((row, of): Loss[] => {
      const [revenue, after] = [numberIn(row, 'revenue'), numberIn(row, 'revenueAfter')];
      return revenue === undefined || after === undefined
        ? []
        : [{ of, account: codeIn(row, 'account'), revenue, after, drop: numberIn(row, 'revenueDrop') }];
    })
    .sort((a, b) => a.after - b.after);

/** How the picture prints its amounts: of one size with the whole, so that what goes and what remains add up. */
export const lossAmounts = (input: ChartInput, { revenue, after }: Loss): AmountLabels =>
  amountLabels(input.locale, [revenue + after], currencyIn(input, lossSeries, 'revenue'));

export const lossText = ({ locale }: ChartInput, amounts: AmountLabels, { revenue, drop }: Loss): string =>
  drop === undefined
    ? amounts.text(revenue)
    : `${amounts.text(revenue)} (${locale.measure(-drop, 'share', { precision: 1, signed: true })})`;

/** Title of the column of what remains. */
export const remainsTitle = (
  { locale }: ChartInput,
  amounts: AmountLabels,
  { revenue, after }: Loss,
): string => locale.t('charts.loss.remains', { total: amounts.text(revenue + after) });

/**
 * The rows of the losses that are shown. Its scale is that of all losses, however few are shown: the bridge beside it draws
 * on it, and knows only all.
 * @param perUnit pixels of a unit of money; what the room allows when absent
 */
export const lossGround = (
  input: ChartInput,
  losses: readonly [Loss, ...Loss[]],
  { pitch, bottom }: { readonly pitch: number; readonly bottom: number },
  perUnit?: number,
): RowGround => {
  const [worst] = losses;
  const all = lossesOf(input);
  const amounts = lossAmounts(input, worst);
  const ground = (end: number): RowGround =>
    rowGround({
      width: input.width,
      names: losses.map(({ of, account }) => ({ text: input.names.shortAccount(account), of })),
      alike: all.map(({ account }) => input.names.shortAccount(account)),
      pitch,
      top: 18,
      bottom,
      right:
        roomFor(all.map(loss => lossText(input, amounts, loss))) +
        roomFor([remainsTitle(input, amounts, worst)], 600),
      domain: [0, end],
    });
  const most = Math.max(...all.map(({ revenue }) => revenue)) || 1;
  return perUnit === undefined ? ground(most) : ground(ground(most).plot.width / perUnit);
};

/** Pixels of a unit where the picture takes all its room; undefined where there is nothing to lose. */
export const lossPerUnit = (input: ChartInput): number | undefined => {
  const [worst, ...others] = lossesOf(input);
  return worst === undefined
    ? undefined
    : perUnitOf(lossGround(input, [worst, ...others], { pitch: 20, bottom: 1 }));
};
