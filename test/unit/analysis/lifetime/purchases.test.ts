import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  expectedLifetime,
  expectedPurchases,
  type PurchaseParameters,
  type PurchaseRecord,
  probabilityAlive,
  probabilityAliveAfter,
} from '../../../../src/analysis/lifetime/bg-nbd.ts';
import {
  fitPurchases,
  type PurchaseRecords,
  purchaseLogLikelihood,
} from '../../../../src/analysis/lifetime/bg-nbd-fit.ts';
import { type Random, randomOf } from '../../../../src/analysis/statistics/random.ts';

/** The fit to the CDNOW customers of Fader, Hardie & Lee (2005), in weeks, and the customer of their worked example. */
const cdnow: PurchaseParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const customer: PurchaseRecord = { repeats: 2, recency: 30.43, age: 38.86 };

const parameters = fc.record({
  r: fc.double({ min: 0.1, max: 5, noNaN: true }),
  alpha: fc.double({ min: 0.5, max: 30, noNaN: true }),
  a: fc.double({ min: 0.1, max: 4, noNaN: true }),
  b: fc.double({ min: 0.5, max: 20, noNaN: true }),
});
const record = fc
  .record({
    repeats: fc.integer({ min: 0, max: 40 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    age: fc.double({ min: 0.1, max: 150, noNaN: true }),
  })
  .map(({ repeats, part, age }) => ({ repeats, recency: repeats === 0 ? 0 : part * age, age }));

describe('BG/NBD, Fader, Hardie & Lee (2005)', () => {
  it('gives the published probability of being alive', () => {
    expect(probabilityAlive(cdnow, customer)).toBeCloseTo(0.7266, 4);
  });

  it('gives the published purchases of the next 39 weeks', () => {
    expect(expectedPurchases(cdnow, customer, 39)).toBeCloseTo(1.226, 3);
  });

  it('holds everyone alive who never came back, since nobody leaves before', () => {
    expect(probabilityAlive(cdnow, { repeats: 0, recency: 0, age: 200 })).toBe(1);
    expect(probabilityAlive(cdnow, { repeats: 0, recency: 0, age: 0 })).toBe(1);
  });

  it('believes in a customer the less the longer it has been silent', () => {
    fc.assert(
      fc.property(parameters, record, fc.double({ min: 0.1, max: 50, noNaN: true }), (fit, one, more) => {
        fc.pre(one.repeats > 0);
        const alive = probabilityAlive(fit, one);
        expect(alive).toBeGreaterThan(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(probabilityAlive(fit, { ...one, age: one.age + more })).toBeLessThanOrEqual(alive);
      }),
    );
  });

  it('expects as many purchases as its rate and its survival give, which is another way to the same number', () => {
    // E[∫λ·e^(−λps) ds] over λ ~ Gamma(r+x, α+T) and p ~ Beta(a, b+x), integrated over time and p by the midpoint rule.
    const integrated = (fit: PurchaseParameters, one: PurchaseRecord, time: number): number => {
      const [shape, scale] = [fit.r + one.repeats, fit.alpha + one.age];
      const steps = 2000;
      let [mass, sum] = [0, 0];
      for (let i = 0; i < steps; i += 1) {
        const p = (i + 0.5) / steps;
        const density = p ** (fit.a - 1) * (1 - p) ** (fit.b + one.repeats - 1);
        // ∫₀ᵗ shape·scale^shape/(scale+ps)^(shape+1) ds = (1 − (scale/(scale+pt))^shape)/p
        mass += density;
        sum += (density * (1 - (scale / (scale + p * time)) ** shape)) / p;
      }
      return probabilityAlive(fit, one) * (sum / mass);
    };
    const fit = { r: 1.4, alpha: 6, a: 2.3, b: 7 };
    for (const one of [customer, { repeats: 0, recency: 0, age: 12 }, { repeats: 9, recency: 50, age: 52 }])
      expect(expectedPurchases(fit, one, 39) / integrated(fit, one, 39)).toBeCloseTo(1, 4);
  });

  it('has no jump at a = 1, where its formula divides by nothing', () => {
    const near = (a: number): number => expectedPurchases({ ...cdnow, a }, customer, 39);
    expect(near(1) / near(1.0001)).toBeCloseTo(1, 3);
    expect(near(1) / near(0.9999)).toBeCloseTo(1, 3);
  });

  it('expects nothing of no time, and more of more', () => {
    expect(expectedPurchases(cdnow, customer, 0)).toBe(0);
    fc.assert(
      fc.property(parameters, record, (fit, one) => {
        const [short, long] = [expectedPurchases(fit, one, 10), expectedPurchases(fit, one, 50)];
        expect(short).toBeGreaterThan(0);
        expect(long).toBeGreaterThan(short);
      }),
    );
  });
});

describe('lifetime to come', () => {
  it('begins with the probability of being alive and never exceeds the horizon', () => {
    fc.assert(
      fc.property(parameters, record, (fit, one) => {
        expect(probabilityAliveAfter(fit, one, 0)).toBeCloseTo(probabilityAlive(fit, one), 9);
        const years = expectedLifetime(fit, one, 520).plain;
        expect(years).toBeLessThanOrEqual(520 * probabilityAlive(fit, one) * (1 + 1e-6));
        expect(years).toBeGreaterThanOrEqual(520 * probabilityAliveAfter(fit, one, 520) * (1 - 1e-6));
        expect(expectedLifetime(fit, one, 520, 0.002).discounted).toBeLessThan(years);
      }),
    );
  });

  it('is the integral of survival, to a thousandth of a per cent', () => {
    for (const one of [
      customer,
      { repeats: 90, recency: 103, age: 104 },
      { repeats: 0, recency: 0, age: 0 },
    ]) {
      const steps = 20_000;
      let sum = 0;
      for (let i = 0; i < steps; i += 1)
        sum += probabilityAliveAfter(cdnow, one, (520 * (i + 0.5)) / steps) * (520 / steps);
      expect(expectedLifetime(cdnow, one, 520).plain / sum).toBeCloseTo(1, 4);
    }
  });
});

const gamma = (random: Random, shape: number, rate: number): number => {
  // Marsaglia & Tsang (2000) for shape ≥ 1, boosted below.
  if (shape < 1) return gamma(random, shape + 1, rate) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v))
      return (d * v) / rate;
  }
};

const simulated = (fit: PurchaseParameters, size: number, age: number): PurchaseRecords => {
  const random = randomOf('bg/nbd recovery');
  const [repeats, recency]: [number[], number[]] = [[], []];
  for (let index = 0; index < size; index += 1) {
    const rate = gamma(random, fit.r, fit.alpha);
    const [left, right] = [gamma(random, fit.a, 1), gamma(random, fit.b, 1)];
    const leaves = left / (left + right);
    let [time, last, count] = [random.exponential() / rate, 0, 0];
    while (time < age) {
      [last, count] = [time, count + 1];
      if (random.uniform() < leaves) break;
      time += random.exponential() / rate;
    }
    repeats.push(count);
    recency.push(last);
  }
  return { repeats, recency, age: repeats.map(() => age) };
};

describe('fitting', () => {
  it('recovers the parameters of simulated customers, and is likelier than the truth', () => {
    const truth = { r: 0.8, alpha: 5, a: 0.9, b: 3 };
    const records = simulated(truth, 4000, 78);
    const fit = fitPurchases(records);
    expect(fit?.inside).toBe(true);
    expect(fit?.logLikelihood).toBeGreaterThanOrEqual(purchaseLogLikelihood(truth, records));
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      expect(Math.abs((fit?.[name] ?? 0) / truth[name] - 1)).toBeLessThan(0.25);
  });

  it('counts equal customers once with their number', () => {
    const apart = { repeats: [2, 2, 0, 5], recency: [30, 30, 0, 36], age: [39, 39, 39, 39] };
    const together = { repeats: [2, 0, 5], recency: [30, 0, 36], age: [39, 39, 39], customers: [2, 1, 1] };
    expect(purchaseLogLikelihood(cdnow, together)).toBeCloseTo(purchaseLogLikelihood(cdnow, apart), 9);
  });

  it('has the likelihood of the paper, term by term', () => {
    // x = 0: (α/(α+T))^r. x = 1: r α^r · [b/(a+b)·(α+T)^−(r+1) + a/(a+b)·(α+tₓ)^−(r+1)].
    const { r, alpha, a, b } = cdnow;
    const none = (alpha / (alpha + 39)) ** r;
    const once =
      r * alpha ** r * ((b / (a + b)) * (alpha + 39) ** -(r + 1) + (a / (a + b)) * (alpha + 10) ** -(r + 1));
    const records = { repeats: [0, 1], recency: [0, 10], age: [39, 39] };
    expect(purchaseLogLikelihood(cdnow, records)).toBeCloseTo(Math.log(none) + Math.log(once), 10);
  });

  it('stays finite for hundreds of purchases', () => {
    const records = { repeats: [900, 0], recency: [700, 0], age: [730, 0] };
    expect(Number.isFinite(purchaseLogLikelihood(cdnow, records))).toBe(true);
  });

  it('is refused where nobody bought twice or no time has passed', () => {
    expect(fitPurchases({ repeats: [0, 0], recency: [0, 0], age: [10, 20] })).toBeUndefined();
    expect(fitPurchases({ repeats: [], recency: [], age: [] })).toBeUndefined();
    expect(fitPurchases({ repeats: [0], recency: [0], age: [0] })).toBeUndefined();
  });
});

test.each([900, 3000])('a customer of %i purchases is expected to go on', repeats => {
  const often = { repeats, recency: 729, age: 730 };
  const year = expectedPurchases({ r: 2, alpha: 1, a: 0.1, b: 50 }, often, 52);
  expect(year).toBeGreaterThan((repeats / 730) * 52 * 0.9);
  expect(year).toBeLessThan((repeats / 730) * 52 * 1.05);
  expect(Number.isFinite(expectedLifetime(cdnow, often, 520).plain)).toBe(true);
});
