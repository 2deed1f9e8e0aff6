import type { Random } from '../statistics/random.ts';

/** Fills the array with the next weighting: not negative, adding up to one. */
export type Weightings = (weights: Float64Array) => void;

/** Uniform over all weightings: exponential numbers, divided by their sum, are uniform on the simplex. */
export const anyWeightings =
  (random: Random): Weightings =>
  weights => {
    let total = 0;
    for (let index = 0; index < weights.length; index++) {
      const drawn = random.exponential();
      weights[index] = drawn;
      total += drawn;
    }
    for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] ?? 0) / total;
  };

/**
 * Uniform over the weightings in which each weight is within ±`within` of its stated one, by rejection: all weights but
 * one are drawn uniformly from their ranges and the last one is what is left of 1; where that lies in its own range, the
 * weighting counts. The map from the free weights to the whole weighting is affine, so that what is accepted is exactly
 * uniform. The weight with the widest range is the one left over, which keeps acceptance at about one in √(2·criteria).
 * @param stated shares of the weights, adding up to one
 * @param within above 0, at most 1
 */
export const nearWeightings = (random: Random, stated: Float64Array, within: number): Weightings => {
  const left = widest(stated);
  const centre = stated[left] ?? 0;
  const tolerance = centre * within + 1e-12;
  return weights => {
    do {
      let rest = 1;
      for (let index = 0; index < stated.length; index++) {
        if (index === left) continue;
        const drawn = (stated[index] ?? 0) * (1 + within * (2 * random.uniform() - 1));
        weights[index] = drawn;
        rest -= drawn;
      }
      weights[left] = Math.max(0, rest);
    } while (Math.abs((weights[left] ?? 0) - centre) > tolerance);
  };
};

const widest = (stated: Float64Array): number =>
  stated.reduce((best, weight, index) => (weight > (stated[best] ?? 0) ? index : best), 0);
