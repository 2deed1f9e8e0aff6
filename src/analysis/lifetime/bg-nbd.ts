import { hypergeometric } from '../statistics/hypergeometric.ts';

/**
 * The BG/NBD model of customers who come and go without notice. While alive a customer buys at random with a rate that is
 * spread over the customers as Gamma(r, α); after each purchase it leaves with a probability that is spread as Beta(a, b).
 * Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science 24(2). Time in any one unit.
 */
export interface PurchaseParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** A customer as the model sees it, counted from its first purchase. */
export interface PurchaseRecord {
  /** Purchases after the first one: x. */
  readonly repeats: number;
  /** Time of the last purchase: tₓ, 0 without repeats. */
  readonly recency: number;
  /** Time until which it was watched: T, at least the recency. */
  readonly age: number;
}

/**
 * Probability that the customer has not left yet. Without repeats it is 1: the model lets a customer leave only after a
 * repeat purchase.
 */
export const probabilityAlive = (
  { r, alpha, a, b }: PurchaseParameters,
  { repeats, recency, age }: PurchaseRecord,
): number => {
  if (repeats === 0) return 1;
  const odds = Math.log(a / (b + repeats - 1)) + (r + repeats) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + Math.exp(odds));
};

/** Distance from 1 within which a is moved: the formula divides by a − 1, and its limit lies within 10⁻⁶. */
const nearOne = 1e-6;

/**
 * Purchases to be expected in the next `time`, whether or not the customer has left:
 * (a+b+x−1)/(a−1) · [1 − ((α+T)/(α+T+t))^(r+x) · ₂F₁(r+x, b+x; a+b+x−1; t/(α+T+t))] · P(alive). By Euler's transformation
 * the product in brackets is ((α+T)/(α+T+t))^(a−1) · ₂F₁(a+b−1−r, a−1; a+b+x−1; t/(α+T+t)), which neither overflows nor
 * vanishes where x is large.
 */
export const expectedPurchases = (
  parameters: PurchaseParameters,
  record: PurchaseRecord,
  time: number,
): number => {
  if (time <= 0) return 0;
  const { r, alpha, b } = parameters;
  const a = Math.abs(parameters.a - 1) < nearOne ? 1 + nearOne : parameters.a;
  const { repeats, age } = record;
  const c = awayFromZero(a + b + repeats - 1);
  const grown = alpha + age + time;
  const missed = ((alpha + age) / grown) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, c, time / grown);
  return (c / (a - 1)) * (1 - missed) * probabilityAlive({ ...parameters, a }, record);
};

/** The formula has a limit where a + b + x = 1, which lies as near. */
const awayFromZero = (c: number): number => (Math.abs(c) < nearOne ? nearOne : c);

/**
 * Probability of still being alive after a further `time`. Purchases that end the relation come at the rate λp, so an alive
 * customer outlives t with probability e^(−λpt); over the posterior λ ~ Gamma(r+x, α+T) and p ~ Beta(a, b+x), which are
 * independent for a customer that is alive, the mean is ₂F₁(r+x, a; a+b+x; −t/(α+T)). Follows from the model; the paper
 * does not print it.
 */
export const probabilityAliveAfter = (
  parameters: PurchaseParameters,
  record: PurchaseRecord,
  time: number,
): number => {
  const { r, alpha, a, b } = parameters;
  const { repeats: x, age } = record;
  return probabilityAlive(parameters, record) * hypergeometric(r + x, a, a + b + x, -time / (alpha + age));
};

/** Even number of panels of Simpson's rule; with 32 the error stays under a thousandth of a per cent. */
const panels = 32;

/** Time to come, as it is and with each moment discounted to now. */
export interface ExpectedTime {
  readonly plain: number;
  readonly discounted: number;
}

/**
 * Time that the customer may be expected to stay within the next `horizon`: the integral of the probability of being alive,
 * by Simpson's rule in ln(1 + t/(α+T)), in which the curve is gentle however long the horizon is.
 * @param discount continuous rate a unit of time: a moment counts with e^(−discount·t)
 */
export const expectedLifetime = (
  parameters: PurchaseParameters,
  record: PurchaseRecord,
  horizon: number,
  discount = 0,
): ExpectedTime => {
  const scale = parameters.alpha + record.age;
  const width = Math.log1p(horizon / scale) / panels;
  let [plain, discounted] = [0, 0];
  for (let panel = 0; panel <= panels; panel += 1) {
    const grown = Math.exp(panel * width);
    const time = scale * (grown - 1);
    const weight = panel === 0 || panel === panels ? 1 : panel % 2 === 1 ? 4 : 2;
    const part = weight * grown * probabilityAliveAfter(parameters, record, time);
    plain += part;
    discounted += part * Math.exp(-discount * time);
  }
  const unit = (scale * width) / 3;
  return { plain: Math.min(horizon, unit * plain), discounted: Math.min(horizon, unit * discounted) };
};
