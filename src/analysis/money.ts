import { Decimal } from 'decimal.js';

/** Exact decimal arithmetic. Forty digits, so that converted amounts never lose a minor unit. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });

/** Hundredths up to which a double and the decimal that it prints as are the same number: fifteen digits, twice over. */
const mostHundredths = 4e14;
/** Whole numbers up to here are doubles without error. */
const mostWhole = Number.MAX_SAFE_INTEGER;

/** A number in whole hundredths; NaN where it has smaller parts. With them doubles compute without error, and much faster. */
export const inHundredths = (value: number): number => {
  const hundredths = Math.round(value * 100);
  return hundredths / 100 === value && Math.abs(hundredths) <= mostHundredths ? hundredths : Number.NaN;
};

/**
 * An exact amount. Most are whole hundredths and are kept as a double, in a fraction of the time and the memory of a decimal;
 * what is finer or larger than that, is a decimal.
 */
export class Money {
  /** NaN where the amount is a decimal. */
  readonly #hundredths: number;
  readonly #decimal: Decimal | undefined;

  private constructor(hundredths: number, decimal: Decimal | undefined) {
    // There is no negative zero.
    this.#hundredths = hundredths + 0;
    this.#decimal = decimal;
  }

  static of(amount: number): Money {
    const hundredths = inHundredths(amount);
    return Number.isNaN(hundredths) ? Money.#exact(new Exact(amount)) : new Money(hundredths, undefined);
  }

  /** @param hundredths whole, and few enough for a double */
  static ofHundredths(hundredths: number): Money {
    return Math.abs(hundredths) <= mostHundredths
      ? new Money(hundredths, undefined)
      : Money.#exact(new Exact(hundredths).dividedBy(100));
  }

  static #exact(decimal: Decimal): Money {
    return new Money(Number.NaN, decimal);
  }

  static #from(amount: Money | number): Money {
    return typeof amount === 'number' ? Money.of(amount) : amount;
  }

  get #exactly(): Decimal {
    return this.#decimal ?? new Exact(this.#hundredths / 100);
  }

  plus(other: Money | number): Money {
    const added = Money.#from(other);
    const sum = this.#hundredths + added.#hundredths;
    return Math.abs(sum) <= mostHundredths
      ? new Money(sum, undefined)
      : Money.#exact(this.#exactly.plus(added.#exactly));
  }

  minus(other: Money | number): Money {
    return this.plus(Money.#from(other).negated());
  }

  times(other: Money | number): Money {
    const factor = Money.#from(other);
    const product = this.#hundredths * factor.#hundredths;
    return Math.abs(product) <= mostWhole && product % 100 === 0
      ? Money.ofHundredths(product / 100)
      : Money.#exact(this.#exactly.times(factor.#exactly));
  }

  squared(): Money {
    return this.times(this);
  }

  /** To forty digits. */
  dividedBy(other: Money | number): Money {
    return Money.#exact(this.#exactly.dividedBy(Money.#from(other).#exactly));
  }

  negated(): Money {
    return this.#decimal === undefined
      ? new Money(-this.#hundredths, undefined)
      : Money.#exact(this.#decimal.negated());
  }

  abs(): Money {
    return this.isNegative() ? this.negated() : this;
  }

  /** Negative where this one is less, 0 where they are equal, positive where it is more. */
  comparedTo(other: Money | number): number {
    const held = typeof other === 'number' ? inHundredths(other) : other.#hundredths;
    const apart = this.#hundredths - held;
    return Number.isNaN(apart) ? this.#exactly.comparedTo(Money.#from(other).#exactly) : apart;
  }

  equals(other: Money | number): boolean {
    return this.comparedTo(other) === 0;
  }

  greaterThan(other: Money | number): boolean {
    return this.comparedTo(other) > 0;
  }

  greaterThanOrEqualTo(other: Money | number): boolean {
    return this.comparedTo(other) >= 0;
  }

  lessThan(other: Money | number): boolean {
    return this.comparedTo(other) < 0;
  }

  isZero(): boolean {
    return this.comparedTo(0) === 0;
  }

  isNegative(): boolean {
    return this.comparedTo(0) < 0;
  }

  /** The quotient as the double nearest to it. */
  over(whole: Money): number {
    const [part, all] = [this.#hundredths, whole.#hundredths];
    // Of whole numbers that doubles hold, the quotient is the double nearest to it, as that of the decimals would be.
    if (!Number.isNaN(part + all)) return part / all;
    return this.#exactly.dividedBy(whole.#exactly).toNumber();
  }

  /** The double nearest to it. */
  toNumber(): number {
    return this.#decimal === undefined ? this.#hundredths / 100 : this.#decimal.toNumber() + 0;
  }

  /** All its digits. */
  toString(): string {
    return this.#exactly.toString();
  }
}

export const money = (amount: number): Money => Money.of(amount);
export const zero: Money = money(0);
export const sum = (amounts: Iterable<Money>): Money => {
  let total = zero;
  for (const amount of amounts) total = total.plus(amount);
  return total;
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
    const whole = Money.ofHundredths(this.#hundredths);
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
  whole.greaterThan(0) ? part.over(whole) : undefined;
