import { minimise } from '../statistics/minimise.ts';
import type { PurchaseParameters } from './bg-nbd.ts';

/** Customers as parallel arrays; equal ones may stand once, with how many they are. */
export interface PurchaseRecords {
  /** Purchases after the first one: x. */
  readonly repeats: ArrayLike<number>;
  /** Time of the last purchase, counted from the first: tₓ. */
  readonly recency: ArrayLike<number>;
  /** Time until which each was watched: T. */
  readonly age: ArrayLike<number>;
  /** How many customers each entry stands for; 1 where absent. */
  readonly customers?: ArrayLike<number>;
}

export interface PurchaseFit extends PurchaseParameters {
  readonly logLikelihood: number;
  /** Whether the search ended inside its bounds; on a bound customers hardly differ in a rate, or nobody leaves. */
  readonly inside: boolean;
}

/** Parameters are sought between e⁻⁹ and e⁹: beyond, nothing that is shown changes any more. */
const bound = 9;

/**
 * Log-likelihood of all customers: for each ln Γ(r+x)/Γ(r) + r ln α + ln B(a, b+x)/B(a, b) + ln[(α+T)^−(r+x) +
 * a/(b+x−1) · (α+tₓ)^−(r+x)], the last term only for x > 0. The quotients of gamma functions are products of x factors,
 * summed once for all customers, and the sum of powers is taken in logarithms, so that nothing overflows.
 */
export const purchaseLogLikelihood = (parameters: PurchaseParameters, records: PurchaseRecords): number =>
  logLikelihoodOf(parameters, prepared(records));

/** Customers share days and counts: what depends on one of them alone is worked out once for each. */
interface Prepared {
  readonly records: PurchaseRecords;
  readonly most: number;
  readonly ages: Distinct;
  readonly recencies: Distinct;
}

interface Distinct {
  readonly values: readonly number[];
  /** Which of the values each customer has. */
  readonly which: Int32Array;
}

const prepared = (records: PurchaseRecords): Prepared => ({
  records,
  most: greatest(records.repeats),
  ages: distinct(records.age),
  recencies: distinct(records.recency),
});

const distinct = (all: ArrayLike<number>): Distinct => {
  const places = new Map<number, number>();
  const which = Int32Array.from(all, value => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  return { values: [...places.keys()], which };
};

const logLikelihoodOf = (
  { r, alpha, a, b }: PurchaseParameters,
  { records: { repeats, customers }, most, ages, recencies }: Prepared,
): number => {
  const shared = sharedTerms({ r, alpha, a, b }, most);
  const logAge = Float64Array.from(ages.values, value => Math.log(alpha + value));
  const logRecency = Float64Array.from(recencies.values, value => Math.log(alpha + value));
  const logLeft = Float64Array.from({ length: most + 1 }, (_, x) => Math.log(a / (b + x - 1)));
  let total = 0;
  for (let index = 0; index < repeats.length; index += 1) {
    const x = repeats[index] ?? 0;
    const stayed = -(r + x) * (logAge[ages.which[index] ?? 0] ?? 0);
    const left = (logLeft[x] ?? 0) - (r + x) * (logRecency[recencies.which[index] ?? 0] ?? 0);
    const rest = x === 0 ? stayed : logOfSum(stayed, left);
    total += (customers?.[index] ?? 1) * ((shared[x] ?? 0) + rest);
  }
  return total;
};

/** r ln α + Σ ln(r+i) + Σ ln (b+i)/(a+b+i) for i under x, by x. */
const sharedTerms = ({ r, alpha, a, b }: PurchaseParameters, most: number): Float64Array => {
  const terms = new Float64Array(most + 1);
  let sum = r * Math.log(alpha);
  terms[0] = sum;
  for (let i = 0; i < most; i += 1) {
    sum += Math.log(((r + i) * (b + i)) / (a + b + i));
    terms[i + 1] = sum;
  }
  return terms;
};

const logOfSum = (left: number, right: number): number =>
  Math.max(left, right) + Math.log1p(Math.exp(-Math.abs(left - right)));

const greatest = (values: ArrayLike<number>): number => {
  let most = 0;
  for (let index = 0; index < values.length; index += 1) most = Math.max(most, values[index] ?? 0);
  return most;
};

/**
 * Maximum likelihood in the logarithms of the four parameters, from several starting points that fit the rate of the data.
 * @returns undefined where nobody bought twice: then nothing can be said about a rate
 */
export const fitPurchases = (records: PurchaseRecords): PurchaseFit | undefined => {
  const rate = purchaseRate(records);
  if (rate === undefined) return undefined;
  const known = prepared(records);
  const { point, value } = minimise(
    logs =>
      logs.some(log => Math.abs(log) > bound)
        ? Number.POSITIVE_INFINITY
        : -logLikelihoodOf(parametersOf(logs), known),
    startsOf(rate),
  );
  return {
    ...parametersOf(point),
    logLikelihood: -value,
    inside: point.every(log => Math.abs(log) < bound - 0.1),
  };
};

/** Repeat purchases in a unit of time. */
const purchaseRate = ({ repeats, age, customers }: PurchaseRecords): number | undefined => {
  let purchases = 0;
  let time = 0;
  for (let index = 0; index < repeats.length; index += 1) {
    purchases += (repeats[index] ?? 0) * (customers?.[index] ?? 1);
    time += (age[index] ?? 0) * (customers?.[index] ?? 1);
  }
  return purchases > 0 && time > 0 ? purchases / time : undefined;
};

/** Customers much and little alike in their rates, leaving soon and late. */
const startsOf = (rate: number): number[][] =>
  [
    { r: 0.25, a: 0.8, b: 2.5 },
    { r: 1, a: 1, b: 10 },
    { r: 5, a: 0.5, b: 30 },
    { r: 2, a: 5, b: 50 },
  ].map(({ r, a, b }) => [Math.log(r), within(Math.log(r / rate)), Math.log(a), Math.log(b)]);

const within = (log: number): number => Math.max(1 - bound, Math.min(bound - 1, log));

const parametersOf = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): PurchaseParameters => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
});
