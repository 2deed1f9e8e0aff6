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

/** Sum of the known amounts; undefined where none is known. */
export const sumOfMoney = (amounts: readonly (Money | undefined)[]): Money | undefined => {
  const known = amounts.filter(amount => amount !== undefined);
  return known.length === 0 ? undefined : sum(known);
};

/** Quotient of two amounts, or undefined where the denominator is not positive. */
export const ratio = (part: Money, whole: Money): number | undefined =>
  whole.greaterThan(0) ? part.dividedBy(whole).toNumber() : undefined;
