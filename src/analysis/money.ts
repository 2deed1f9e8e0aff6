import { Decimal } from 'decimal.js';

/** Exact decimal arithmetic for money. Forty digits, so that converted amounts never lose a minor unit. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });
export type Money = Decimal;

export const money = (amount: number | string): Money => new Exact(amount);
export const zero: Money = new Exact(0);
export const sum = (amounts: Iterable<Money>): Money => {
  let total = zero;
  for (const amount of amounts) total = total.plus(amount);
  return total;
};

/** Hundredths up to which a double and the decimal that it prints as are the same number: fifteen digits, twice over. */
const mostHundredths = 4e14;

/** A number in whole hundredths; NaN where it has smaller parts. With them doubles compute without error, and much faster. */
export const inHundredths = (value: number): number => {
  const hundredths = Math.round(value * 100);
  return hundredths / 100 === value && Math.abs(hundredths) <= mostHundredths ? hundredths : Number.NaN;
};

/** The exact sum of recorded amounts. */
export const sumOfRecorded = (amounts: readonly number[]): Money => {
  let total = 0;
  let size = 0;
  for (const amount of amounts) {
    const hundredths = inHundredths(amount);
    total += hundredths;
    size += Math.abs(hundredths);
  }
  return size <= mostHundredths ? money(total / 100) : sum(amounts.map(money));
};

/** Quotient of two amounts, or undefined where the denominator is not positive. */
export const ratio = (part: Money, whole: Money): number | undefined =>
  whole.greaterThan(0) ? part.dividedBy(whole).toNumber() : undefined;
