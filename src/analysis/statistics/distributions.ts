import jstat from 'jstat';

/**
 * Quantile of the standard normal distribution: twelve digits up to 10⁻⁶ from either end, eight up to 10⁻⁹, fewer beyond.
 * @param probability between 0 and 1, both excluded
 * @throws RangeError outside, where jstat would answer with a number that means nothing
 */
export const normalQuantile = (probability: number): number =>
  jstat.normal.inv(checked(probability, isProbability, 'a probability between 0 and 1'), 0, 1);

/**
 * Quantile of Student's t distribution, to about seven digits.
 * @param probability between 0 and 1, both excluded
 * @param degreesOfFreedom above 0, not necessarily whole (Welch)
 * @throws RangeError outside
 */
export const studentQuantile = (probability: number, degreesOfFreedom: number): number =>
  jstat.studentt.inv(
    checked(probability, isProbability, 'a probability between 0 and 1'),
    checked(degreesOfFreedom, isPositive, 'degrees of freedom above 0'),
  );

/**
 * ln Γ(x), with an error of about 2·10⁻¹⁰ times Γ (Lanczos).
 * @param x above 0
 * @throws RangeError outside
 */
export const logGamma = (x: number): number => jstat.gammaln(checked(x, isPositive, 'a number above 0'));

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b).
 * @param a above 0
 * @param b above 0
 * @throws RangeError outside
 */
export const logBeta = (a: number, b: number): number =>
  jstat.betaln(checked(a, isPositive, 'a number above 0'), checked(b, isPositive, 'a number above 0'));

const isProbability = (value: number): boolean => value > 0 && value < 1;
const isPositive = (value: number): boolean => value > 0 && Number.isFinite(value);

const checked = (value: number, holds: (value: number) => boolean, what: string): number => {
  if (!holds(value)) throw new RangeError(`Expected ${what}, not ${value}`);
  return value;
};
