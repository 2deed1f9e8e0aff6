import { money as exact } from '../money.ts';

export interface Weighted {
  readonly weight: number;
  readonly points: number;
}

/**
 * Σ wᵢ·sᵢ / Σ wᵢ in decimal arithmetic, so that a mean of exactly 5.5 lies on a cut of 5.5 and two equal scores tie.
 * Undefined where the weights add up to nothing.
 */
export const weightedMean = (parts: readonly Weighted[]): number | undefined => {
  let total = exact(0);
  let weights = exact(0);
  for (const { weight, points } of parts) {
    total = total.plus(exact(weight).times(points));
    weights = weights.plus(weight);
  }
  return weights.greaterThan(0) ? total.dividedBy(weights).toNumber() : undefined;
};

/** a − b without binary noise: 5.9 − 5.5 is 0.4. */
export const difference = (a: number, b: number): number => exact(a).minus(b).toNumber();
