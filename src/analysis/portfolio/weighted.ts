import { money as exact, inHundredths, sum } from '../money.ts';

export interface Weighted {
  readonly weight: number;
  readonly points: number;
}

/** Thousands of whole numbers up to here add up to one that a double holds. */
const most = 1e12;

/**
 * Σ wᵢ·sᵢ / Σ wᵢ in decimal arithmetic, so that a mean of exactly 5.5 lies on a cut of 5.5 and two equal scores tie.
 * Undefined where the weights add up to nothing.
 */
export const weightedMean = (parts: readonly Weighted[]): number | undefined => {
  let products = 0;
  let weights = 0;
  const finer: Weighted[] = [];
  for (const part of parts) {
    const weight = inHundredths(part.weight);
    const product = weight * inHundredths(part.points);
    if (weight <= most && Math.abs(product) <= most) {
      products += product;
      weights += weight;
    } else finer.push(part);
  }
  // Of whole numbers that doubles hold, the quotient is the double nearest to it, as that of the decimals would be.
  if (finer.length === 0) return weights > 0 ? products / (weights * 100) : undefined;
  const total = sum(finer.map(({ weight, points }) => exact(weight).times(points))).plus(products / 10_000);
  const whole = sum(finer.map(({ weight }) => exact(weight))).plus(weights / 100);
  return whole.greaterThan(0) ? total.dividedBy(whole).toNumber() : undefined;
};

/** a − b without binary noise: 5.9 − 5.5 is 0.4. */
export const difference = (a: number, b: number): number => exact(a).minus(b).toNumber();
