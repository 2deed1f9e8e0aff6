import { hypergeometric } from '../statistics/hypergeometric.ts';
import { minimise } from '../statistics/minimise.ts';

/**
 * The shifted beta-geometric model of renewals: each customer cancels at every renewal with the same probability of its
 * own, and these probabilities are spread over the customers as Beta(α, β). Fader & Hardie (2007), "How to project
 * customer retention", Journal of Interactive Marketing 21(1).
 */
export interface RenewalParameters {
  readonly alpha: number;
  readonly beta: number;
}

/** What became of the customers that came to their n-th renewal; the first entry is the first renewal. */
export interface RenewalOutcome {
  readonly renewed: number;
  readonly lost: number;
}

export interface RenewalFit extends RenewalParameters {
  readonly logLikelihood: number;
  /** Whether the search ended inside its bounds; on a bound the customers hardly differ, or differ without limit. */
  readonly inside: boolean;
}

/** Parameters are sought between e⁻⁹ and e⁹: beyond, nothing that is shown changes any more. */
const bound = 9;

/** Probability of renewing at the n-th renewal of those that come to it: (β+n−1)/(α+β+n−1). */
export const retentionRate = ({ alpha, beta }: RenewalParameters, n: number): number =>
  (beta + n - 1) / (alpha + beta + n - 1);

/** Share of a cohort that has renewed n times; 1 for n = 0. */
export const survival = (parameters: RenewalParameters, n: number): number => {
  let share = 1;
  for (let renewal = 1; renewal <= n; renewal += 1) share *= retentionRate(parameters, renewal);
  return share;
};

/**
 * Σ over renewals of renewed·ln rₙ + lost·ln(1 − rₙ). For a cohort watched from its start it is the likelihood of the paper;
 * since it is built of the renewals that were seen, customers whose first renewals lie before the record, and those whose
 * next one is still to come, count with what is known of them.
 */
export const renewalLogLikelihood = (
  parameters: RenewalParameters,
  outcomes: readonly RenewalOutcome[],
): number =>
  outcomes.reduce((total, { renewed, lost }, index) => {
    const denominator = parameters.alpha + parameters.beta + index;
    return (
      total +
      (renewed > 0 ? renewed * Math.log((parameters.beta + index) / denominator) : 0) +
      (lost > 0 ? lost * Math.log(parameters.alpha / denominator) : 0)
    );
  }, 0);

/** Outcomes of a cohort from its survivors, the number at the start first: 1000, 869, 743, … */
export const outcomesOfCohort = ([start = 0, ...survivors]: readonly number[]): RenewalOutcome[] =>
  survivors.map((renewed, index) => ({
    renewed,
    lost: (index === 0 ? start : (survivors[index - 1] ?? 0)) - renewed,
  }));

/**
 * Maximum likelihood in ln α and ln β.
 * @returns undefined where nobody renewed or nobody was lost: then no finite parameters are best
 */
export const fitRenewals = (outcomes: readonly RenewalOutcome[]): RenewalFit | undefined => {
  if (!outcomes.some(({ renewed }) => renewed > 0) || !outcomes.some(({ lost }) => lost > 0))
    return undefined;
  const { point, value } = minimise(
    logs =>
      logs.some(log => Math.abs(log) > bound)
        ? Number.POSITIVE_INFINITY
        : -renewalLogLikelihood(parametersOf(logs), outcomes),
    [
      [0, 0],
      [-0.7, 1.4],
      [1, 3],
      [3, 5],
    ],
  );
  return {
    ...parametersOf(point),
    logLikelihood: -value,
    inside: point.every(log => Math.abs(log) < bound - 0.1),
  };
};

const parametersOf = ([alpha = 0, beta = 0]: readonly number[]): RenewalParameters => ({
  alpha: Math.exp(alpha),
  beta: Math.exp(beta),
});

/**
 * Renewals still to be expected of a customer that has renewed n times, within the next `horizon` of them:
 * Σ S(n+k)/S(n) for k = 1 … horizon. Without horizon it is (β+n)/(α−1), the mean of (1−θ)/θ under Beta(α, β+n), and
 * infinite where α ≤ 1: some customers then all but never cancel.
 */
export const expectedRenewals = (
  parameters: RenewalParameters,
  n: number,
  horizon = Number.POSITIVE_INFINITY,
): number => {
  const { alpha, beta } = parameters;
  if (horizon === Number.POSITIVE_INFINITY)
    return alpha > 1 ? (beta + n) / (alpha - 1) : Number.POSITIVE_INFINITY;
  let share = 1;
  let total = 0;
  for (let k = 1; k <= horizon; k += 1) {
    share *= retentionRate(parameters, n + k);
    total += share;
  }
  return total;
};

/**
 * The same, each renewal discounted from its day: Σ S(n+k)/S(n) · (1+d)^−(k−1), the discounted expected residual lifetime
 * just before renewal n+1 (Fader & Hardie 2010, "Customer-base valuation in a contractual setting", Marketing Science
 * 29(1)): (β+n)/(α+β+n) · ₂F₁(1, β+n+1; α+β+n+1; 1/(1+d)). Finite for every d above 0.
 * @param discount rate a term between renewals
 */
export const discountedRenewals = ({ alpha, beta }: RenewalParameters, n: number, discount: number): number =>
  ((beta + n) / (alpha + beta + n)) *
  hypergeometric(1, beta + n + 1, alpha + beta + n + 1, 1 / (1 + discount));
