import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Robustness } from '../../../../src/analysis/robustness/robustness.ts';
import type { WeightInterval } from '../../../../src/analysis/robustness/weight-intervals.ts';
import { type Points, ratedWorkspace, robustnessOf } from './fixture.ts';

const few = { robustness: { samples: 100 } };
const nameOf = ({ grid }: Robustness, row: number | undefined): string | undefined =>
  row === undefined ? undefined : grid.rows[row]?.customer.id;
const interval = ({ intervals }: Robustness, criterion: string): WeightInterval => {
  const found = intervals.find(one => one.criterion.id === criterion);
  if (found === undefined) throw new Error(`No interval of ${criterion}`);
  return found;
};

describe('weight intervals worked by hand', () => {
  it('end where the last one inside is overtaken', () => {
    // With share x on c0: a = 10x, b = 10(1 − x), c = 6. One place: c holds it from .4 to .6.
    const found = robustnessOf(
      ratedWorkspace({ a: [10, 0], b: [0, 10], c: [6, 6] }, [1, 1], { ...few, keySet: { places: 1 } }),
    );
    const { stated, low, high } = interval(found, 'c0');
    expect(stated).toBe(0.5);
    expect(low?.share).toBeCloseTo(0.4, 12);
    expect([nameOf(found, low?.enters), nameOf(found, low?.leaves)]).toEqual(['b', 'c']);
    expect(high?.share).toBeCloseTo(0.6, 12);
    expect([nameOf(found, high?.enters), nameOf(found, high?.leaves)]).toEqual(['a', 'c']);
  });

  it('end where someone reaches the threshold or falls below it', () => {
    // a = 8x + 4(1 − x) falls below 5 at x = .25, c = 4x + 8(1 − x) at x = .75.
    const found = robustnessOf(
      ratedWorkspace({ a: [8, 4], c: [4, 8] }, [1, 1], { ...few, keySet: { threshold: 5 } }),
    );
    const { low, high } = interval(found, 'c0');
    expect(low?.share).toBeCloseTo(0.25, 12);
    expect(nameOf(found, low?.leaves)).toBe('a');
    expect(high?.share).toBeCloseTo(0.75, 12);
    expect(nameOf(found, high?.leaves)).toBe('c');
  });

  it('are unlimited where no weight changes anything', () => {
    const found = robustnessOf(
      ratedWorkspace({ a: [8, 9], b: [2, 3] }, [1, 1], { ...few, keySet: { threshold: 5 } }),
    );
    expect(found.intervals.every(({ low, high }) => low === undefined && high === undefined)).toBe(true);
  });

  it('do not exist without a key set, or with one criterion', () => {
    expect(robustnessOf(ratedWorkspace({ a: [8, 9] }, [1, 1], few)).intervals).toEqual([]);
    const single = ratedWorkspace({ a: [8, 9] }, [1, 0], { ...few, keySet: { places: 1 } });
    expect(robustnessOf(single).intervals).toEqual([]);
  });
});

describe('properties of weight intervals', () => {
  const point = fc.option(
    fc.integer({ min: 0, max: 20 }).map(half => half / 2),
    { nil: null, freq: 6 },
  );
  const tables = fc
    .array(fc.tuple(point, point, point), { minLength: 2, maxLength: 9 })
    .map((rows): Points => Object.fromEntries(rows.map((row, index) => [`a${index}`, row])));
  const weights = fc.tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
  );
  const keySets = fc.oneof(
    fc.record({ places: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ threshold: fc.integer({ min: 2, max: 8 }) }),
    fc.record({ places: fc.integer({ min: 1, max: 4 }), threshold: fc.integer({ min: 2, max: 8 }) }),
  );

  /** Who the points table admits with share x on c0 and the others in proportion. */
  const keySetAt = (
    points: Points,
    [, second, third]: readonly number[],
    keySet: object,
    x: number,
  ): string[] => {
    const rest = (second ?? 0) + (third ?? 0);
    const moved = [x, ((1 - x) * (second ?? 0)) / rest, ((1 - x) * (third ?? 0)) / rest];
    const { grid } = robustnessOf(ratedWorkspace(points, moved, { ...few, keySet }));
    return grid.rows.flatMap(row => (row.inKeySet === true ? [row.customer.id] : [])).sort();
  };

  it('the key set is the same all the way, and another one just beyond: by the points table itself', () => {
    fc.assert(
      fc.property(
        tables,
        weights,
        keySets,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (points, weighed, keySet, at) => {
          fc.pre(Object.values(points).some(row => row.some(value => value !== null)));
          const found = robustnessOf(ratedWorkspace(points, weighed, { ...few, keySet }));
          const { stated, low, high } = interval(found, 'c0');
          const [first, last] = [low?.share ?? 0, high?.share ?? 1];
          const now = found.grid.rows.flatMap(row => (row.inKeySet === true ? [row.customer.id] : [])).sort();
          // A tie at the stated weights is decided by more than points; it is another test's.
          fc.pre(last - first > 1e-6 && stated - first > 1e-7 && last - stated > 1e-7);
          const inside = first + (last - first) * at;
          fc.pre(inside - first > 1e-7 && last - inside > 1e-7);
          expect(keySetAt(points, weighed, keySet, inside)).toEqual(now);
          const beyond = 1e-6;
          if (low !== undefined && first > 2 * beyond)
            expect(keySetAt(points, weighed, keySet, first - beyond)).not.toEqual(now);
          if (high !== undefined && last < 1 - 2 * beyond)
            expect(keySetAt(points, weighed, keySet, last + beyond)).not.toEqual(now);
        },
      ),
      { numRuns: 150 },
    );
  });
});
