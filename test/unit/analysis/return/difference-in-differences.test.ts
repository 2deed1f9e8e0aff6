import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Comparison,
  differenceInDifferences,
} from '../../../../src/analysis/programme/return/difference-in-differences.ts';
import type { Change } from '../../../../src/analysis/programme/return/panel.ts';
import { meanEstimate, welchInterval } from '../../../../src/analysis/statistics/difference.ts';
import { randomOf } from '../../../../src/analysis/statistics/random.ts';

const rise = (by: number, before = 1): Change => ({ before, after: before + by });
const controls = (...rises: readonly number[]): ReadonlyMap<string, Change> =>
  new Map(rises.map((by, index) => [`control-${index}`, rise(by)]));
const comparison = (id: string, by: number, others: ReadonlyMap<string, Change>): Comparison => ({
  id,
  treated: rise(by),
  controls: others,
});

describe('difference in differences', () => {
  it('is Welch’s comparison of two means where everybody was designated at once', () => {
    const [key, other] = [
      [0.3, 0.1, 0.25, 0.4],
      [0.05, -0.1, 0.1, 0, 0.2],
    ];
    const others = controls(...other);
    const found = differenceInDifferences(
      key.map((by, index) => comparison(`k${index}`, by, others)),
      0.95,
    );
    const welch = welchInterval(meanEstimate(key), meanEstimate(other), 0.95);
    expect(found?.effect).toBeCloseTo(0.2625 - 0.05, 12);
    expect(found?.interval?.low).toBeCloseTo(welch?.low ?? Number.NaN, 12);
    expect(found?.interval?.high).toBeCloseTo(welch?.high ?? Number.NaN, 12);
    expect(found).toMatchObject({ treatedCount: 4, controlCount: 5 });
  });

  it('holds each account against its own quarters: a wave that lifts all is not an effect', () => {
    // Both gain 0.1 over the others; the second was designated before a good year for everyone.
    const found = differenceInDifferences(
      [comparison('a', 0.1, controls(0, 0, 0)), comparison('b', 0.6, controls(0.5, 0.5, 0.5))],
      0.95,
    );
    expect(found?.effect).toBeCloseTo(0.1, 12);
    expect(found?.interval?.low).toBeCloseTo(0.1, 12);
    expect(found?.interval?.high).toBeCloseTo(0.1, 12);
  });

  it('is what the four levels say: after less before, of key less that of the others', () => {
    const found = differenceInDifferences(
      [comparison('a', 0.2, controls(0.1, 0)), comparison('b', -0.1, controls(0.3, 0.1, 0.2))],
      0.95,
    );
    const {
      treated,
      controls: others,
      effect,
    } = found ?? { treated: rise(0), controls: rise(0), effect: Number.NaN };
    expect(treated.after - treated.before - (others.after - others.before)).toBeCloseTo(effect, 12);
  });

  it('has no interval with one account, and no value with nobody to compare with', () => {
    expect(differenceInDifferences([comparison('a', 0.2, controls(0, 0.1))], 0.95)?.interval).toBeUndefined();
    expect(
      differenceInDifferences(
        [comparison('a', 0.2, controls(0.1)), comparison('b', 0.2, controls(0.1))],
        0.95,
      )?.interval,
    ).toBeUndefined();
    expect(differenceInDifferences([comparison('a', 0.2, controls())], 0.95)).toBeUndefined();
    expect(differenceInDifferences([], 0.95)).toBeUndefined();
  });

  it.each([
    ['a true effect of ten points', 0.1],
    ['no effect', 0],
  ])('contains %s about as often as it claims', (_, effect) => {
    const panels = 400;
    const random = randomOf(`coverage ${effect}`);
    const noise = (): number => (random.uniform() + random.uniform() + random.uniform() - 1.5) * 0.2;
    let contained = 0;
    for (let panel = 0; panel < panels; panel++) {
      // Three waves of designation, each with its own season; controls that are noisy as accounts, not as quarters.
      const own = Array.from({ length: 12 }, noise);
      const comparisons = [0.05, -0.1, 0.2].flatMap((season, wave) => {
        const others = controls(...own.map(account => season + account + noise() / 4));
        return [0, 1, 2].map(index => comparison(`k${wave}${index}`, season + effect + noise(), others));
      });
      const interval = differenceInDifferences(comparisons, 0.9)?.interval;
      if (interval && interval.low <= effect && effect <= interval.high) contained += 1;
    }
    // 90 % of 400 has a standard error of 1.5 points.
    expect(contained / panels).toBeGreaterThan(0.85);
    expect(contained / panels).toBeLessThan(0.96);
  });

  it('moves with the effect and does not depend on the order', () => {
    const change = fc.integer({ min: -100, max: 100 }).map(value => value / 100);
    const list = fc.array(fc.tuple(change, fc.array(change, { minLength: 2, maxLength: 6 })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(list, change, (rows, shift) => {
        const of = (by: number): Comparison[] =>
          rows.map(([own, others], index) => comparison(`k${index}`, own + by, controls(...others)));
        const [found, shifted, reversed] = [of(0), of(shift), of(0).reverse()].map(comparisons =>
          differenceInDifferences(comparisons, 0.95),
        );
        expect((shifted?.effect ?? 0) - (found?.effect ?? 0)).toBeCloseTo(shift, 9);
        expect((shifted?.interval?.low ?? 0) - (found?.interval?.low ?? 0)).toBeCloseTo(shift, 6);
        expect(reversed?.effect).toBeCloseTo(found?.effect ?? Number.NaN, 9);
        expect(reversed?.interval?.high).toBeCloseTo(found?.interval?.high ?? Number.NaN, 6);
      }),
    );
  });
});
