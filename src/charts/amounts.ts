import type { Locale } from '../locale/locale.ts';

/** How one chart prints amounts: one unit and one precision for all, at most three significant digits. */
export interface AmountLabels {
  /** The unit in words, for the title of the axis: "Millones de euros". */
  readonly unit: string;
  /** The same after a name: "millones de euros". */
  readonly unitInline: string;
  /** Digits alone, in that unit. */
  text(amount: number, signed?: boolean): string;
  /** Digits with a precision of their own, for amounts of different size that don't stand in a column. */
  significant(amount: number): string;
  /** How round amounts print, such as those of an axis: with no more decimals than they need. */
  round(amounts: readonly number[]): (amount: number) => string;
}

const units = [
  { from: 1e6, key: 'millions' },
  { from: 1e3, key: 'thousands' },
  { from: 1, key: 'units' },
] as const;

export const amountUnits = units.map(({ key }) => key);
export type AmountUnit = (typeof units)[number]['key'];

/**
 * @param amounts every amount that will be printed, in the currency's main unit
 * @param wanted the unit of what stands beside the chart; the largest that leaves a digit before the decimals when absent
 */
export const amountLabels = (
  locale: Locale,
  amounts: readonly number[],
  currency: string,
  wanted?: AmountUnit,
): AmountLabels => {
  const largest = Math.max(0, ...amounts.map(Math.abs));
  const { from, key } =
    units.find(unit => (wanted === undefined ? largest >= unit.from : unit.key === wanted)) ?? units[2];
  const most = decimals(largest / from);
  // Decimals that are all zero say nothing, and part the chart from the table that has none.
  const precision = amounts.every(amount => isWhole(amount / from)) ? 0 : most;
  return {
    unit: locale.t(`charts.units.${key}`, { currency }),
    unitInline: locale.t(`charts.unitsInline.${key}`, { currency }),
    text: (amount, signed = false) => locale.number(amount / from, { precision, signed, place: 'table' }),
    significant: amount =>
      locale.number(amount / from, { precision: decimals(Math.abs(amount) / from), place: 'table' }),
    round: ticks => {
      const needed = [0, 1, 2].find(places => ticks.every(tick => isWhole((tick / from) * 10 ** places)));
      return amount => locale.number(amount / from, { precision: needed ?? most, place: 'table' });
    },
  };
};

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;

/** Decimals that leave the largest value three significant digits. */
const decimals = (largest: number): number => {
  if (largest >= 100) return 0;
  return largest >= 10 ? 1 : 2;
};
