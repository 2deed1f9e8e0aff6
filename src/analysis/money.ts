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

/** Adds up amounts exactly: in doubles for as long as these count whole hundredths without error, what is left as decimals. */
export class ExactSum {
  #hundredths = 0;
  #size = 0;
  #rest = zero;

  add(amount: number): void {
    const hundredths = inHundredths(amount);
    const size = this.#size + Math.abs(hundredths);
    if (size <= mostHundredths) {
      this.#hundredths += hundredths;
      this.#size = size;
    } else this.addMoney(money(amount));
  }

  addMoney(amount: Money): void {
    this.#rest = this.#rest.plus(amount);
  }

  get total(): Money {
    const whole = money(this.#hundredths / 100);
    return this.#rest === zero ? whole : whole.plus(this.#rest);
  }
}

/** The exact sum of recorded amounts. */
export const sumOfRecorded = (amounts: readonly number[]): Money => {
  const sum = new ExactSum();
  for (const amount of amounts) sum.add(amount);
  return sum.total;
};

/** Sum of the known amounts; undefined where none is known. */
export const sumOfMoney = (amounts: readonly (Money | undefined)[]): Money | undefined => {
  const known = amounts.filter(amount => amount !== undefined);
  return known.length === 0 ? undefined : sum(known);
};

/** Quotient of two amounts, or undefined where the denominator is not positive. */
export const ratio = (part: Money, whole: Money): number | undefined =>
  whole.greaterThan(0) ? part.dividedBy(whole).toNumber() : undefined;
