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

/** The exact sum of recorded amounts: while they are whole hundredths, doubles add them without error, and much faster. */
export const sumOfRecorded = (amounts: readonly number[]): Money => {
  let hundredths = 0;
  for (const amount of amounts) {
    const own = Math.round(amount * 100);
    hundredths += own;
    if (own / 100 !== amount || Math.abs(hundredths) > mostHundredths) return sum(amounts.map(money));
  }
  return money(hundredths / 100);
};

/** Quotient of two amounts, or undefined where the denominator is not positive. */
export const ratio = (part: Money, whole: Money): number | undefined =>
  whole.greaterThan(0) ? part.dividedBy(whole).toNumber() : undefined;
