import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PointsTable, pointsTable } from '../../../../src/analysis/portfolio/points-table.ts';
import { gridOf } from '../../../../src/analysis/robustness/grid.ts';
import type { KeySetChange } from '../../../../src/analysis/robustness/key-set-change.ts';
import { weightIntervals } from '../../../../src/analysis/robustness/weight-intervals.ts';
import { scopeOf } from '../portfolio/fixture.ts';
import { type Points, ratedWorkspace } from './fixture.ts';

type Weights = readonly number[];
type KeySet = { readonly places?: number; readonly threshold?: number };

const tableOf = (points: Points, weights: Weights, keySet: KeySet): PointsTable => {
  const found = scopeOf(ratedWorkspace(points, weights, { keySet })).of(pointsTable);
  if (found === undefined) throw new Error('No points table');
  return found;
};

/** Whom the points table admits. */
const admitted = (points: Points, weights: Weights, keySet: KeySet): readonly string[] =>
  tableOf(points, weights, keySet)
    .rows.flatMap(row => (row.inKeySet === true ? [row.customer.id] : []))
    .sort();

interface NamedChange {
  readonly share: number;
  readonly enters: string | undefined;
  readonly leaves: string | undefined;
}

interface NamedInterval {
  readonly criterion: string;
  readonly stated: number;
  readonly low: NamedChange | undefined;
  readonly high: NamedChange | undefined;
}

const intervalsOf = (points: Points, weights: Weights, keySet: KeySet): readonly NamedInterval[] => {
  const grid = gridOf(tableOf(points, weights, keySet));
  const nameOf = (row: number | undefined): string | undefined =>
    row === undefined ? undefined : grid.rows[row]?.customer.id;
  const named = (change: KeySetChange | undefined): NamedChange | undefined =>
    change && { share: change.share, enters: nameOf(change.enters), leaves: nameOf(change.leaves) };
  return weightIntervals(grid, keySet).map(({ criterion, stated, low, high }) => ({
    criterion: criterion.id,
    stated,
    low: named(low),
    high: named(high),
  }));
};

const interval = (intervals: readonly NamedInterval[], id: string): NamedInterval => {
  const found = intervals.find(({ criterion }) => criterion === id);
  if (found === undefined) throw new Error(`No interval of ${id}`);
  return found;
};

/**
 * The weights with a share of all of them on c0, to the billionth, and the others in proportion. They are whole numbers, whose
 * proportions no rounding touches: who ties at every share ties in the points table, too.
 */
const movedTo = (share: number, [, ...others]: Weights): Weights => {
  const own = Math.round(share * 1e9);
  const rest = others.reduce((sum, weight) => sum + weight, 0);
  return [own * rest, ...others.map(weight => (1e9 - own) * weight)];
};
/** What is far enough from an end for the billionth, and near enough for nothing else to happen. */
const step = 1e-7;
/** Nearer to no weight, or all of it, scores may differ by less than a double can hold. */
const edge = 1e-3;

const expectChange = (
  { enters, leaves }: NamedChange,
  now: readonly string[],
  then: readonly string[],
): void => {
  expect(then).not.toEqual(now);
  if (enters !== undefined) expect([now.includes(enters), then.includes(enters)]).toEqual([false, true]);
  if (leaves !== undefined) expect([now.includes(leaves), then.includes(leaves)]).toEqual([true, false]);
  expect(enters ?? leaves).toBeDefined();
};

describe('weight intervals worked by hand', () => {
  it('end where the last one inside is overtaken', () => {
    // With share x on c0: a = 10x, b = 10(1 − x), c = 6. One place: c holds it from .4 to .6.
    const points: Points = { a: [10, 0], b: [0, 10], c: [6, 6] };
    const { stated, low, high } = interval(intervalsOf(points, [1, 1], { places: 1 }), 'c0');
    expect(stated).toBe(0.5);
    expect(low).toEqual({ share: expect.closeTo(0.4, 12), enters: 'b', leaves: 'c' });
    expect(high).toEqual({ share: expect.closeTo(0.6, 12), enters: 'a', leaves: 'c' });
  });

  it('end where someone reaches the threshold or falls below it', () => {
    // a = 8x + 4(1 − x) falls below 5 at x = .25, c = 4x + 8(1 − x) at x = .75.
    const { low, high } = interval(intervalsOf({ a: [8, 4], c: [4, 8] }, [1, 1], { threshold: 5 }), 'c0');
    expect(low).toEqual({ share: expect.closeTo(0.25, 12), enters: undefined, leaves: 'a' });
    expect(high).toEqual({ share: expect.closeTo(0.75, 12), enters: undefined, leaves: 'c' });
  });

  it('are unlimited where no weight changes anything', () => {
    const found = intervalsOf({ a: [8, 9], b: [2, 3] }, [1, 1], { threshold: 5 });
    expect(found).toHaveLength(2);
    expect(found.every(({ low, high }) => low === undefined && high === undefined)).toBe(true);
  });

  it('do not exist without a key set, or with one criterion', () => {
    expect(intervalsOf({ a: [8, 9] }, [1, 1], {})).toEqual([]);
    expect(intervalsOf({ a: [8, 9] }, [1, 0], { places: 1 })).toEqual([]);
  });

  it('end at a tie that the slightest change undoes', () => {
    const { low, high } = interval(intervalsOf({ a: [8, 2], b: [2, 8] }, [1, 1], { places: 1 }), 'c0');
    expect(low).toEqual({ share: 0.5, enters: 'b', leaves: 'a' });
    expect(high).toBeUndefined();
  });

  it('go on where two scores only touch', () => {
    // Both have 5.5 at x = 2/7: a0 = (3.5x + 3(1 − x)) / (x + .4(1 − x)) is ahead of a1 = 2x + 6.9(1 − x) on either side.
    const points: Points = { a0: [3.5, 7.5, null], a1: [2, 3, 9.5], a2: [null, 6, null] };
    const keySet = { places: 2, threshold: 2 };
    expect(admitted(points, movedTo(0.3, [4, 6, 9]), keySet)).toEqual(['a0', 'a2']);
    expect(interval(intervalsOf(points, [4, 6, 9], keySet), 'c0').high).toBeUndefined();
  });

  it('name who is ahead afterwards where several meet', () => {
    // All three have 5.75 at x = 7/22 of c0.
    const points: Points = { a0: [8, null, 0.5], a1: [2, 9, 1.5], a2: [8, 4, 7.5] };
    const { high } = interval(intervalsOf(points, [1, 4, 1], { places: 1 }), 'c0');
    expect(high).toEqual({ share: expect.closeTo(7 / 22, 12), enters: 'a0', leaves: 'a1' });
  });

  it('name who goes where two come in at once and there is room for one', () => {
    // At x = 1/2 both c and d reach the 2 at which b stays, and only two of them have a place beside a.
    const points: Points = { a: [4, 2], b: [2, 2], c: [3, 1], d: [4, 0] };
    const { high } = interval(intervalsOf(points, [4, 6], { places: 3, threshold: 2 }), 'c0');
    expect(high).toEqual({ share: expect.closeTo(0.5, 12), enters: 'd', leaves: 'b' });
  });
});

describe('the ends of a weight interval', () => {
  it('still admit who falls below the threshold, and already who reaches it', () => {
    const points: Points = { a: [8, 4], b: [2, 6], c: [4, 8] };
    const { low } = interval(intervalsOf(points, [1, 1], { threshold: 5 }), 'c0');
    expect(low).toEqual({ share: expect.closeTo(0.25, 12), enters: 'b', leaves: 'a' });
    expect(admitted(points, movedTo(0.25, [1, 1]), { threshold: 5 })).toEqual(['a', 'b', 'c']);
  });

  it('are ties where one overtakes another, decided as in the points table', () => {
    const points: Points = { a: [10, 0], c: [6, 6], d: [0, 10] };
    const atEnds = [0.4, 0.6].map(share => admitted(points, movedTo(share, [1, 1]), { places: 1 }));
    expect(atEnds).toEqual([['c'], ['a']]);
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

  it('the key set is the same all the way, and another one just beyond: by the points table itself', () => {
    fc.assert(
      fc.property(
        tables,
        weights,
        keySets,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (points, weighed, keySet, at) => {
          fc.pre(Object.values(points).some(row => row.some(value => value !== null)));
          const { low, high } = interval(intervalsOf(points, weighed, keySet), 'c0');
          const now = admitted(points, weighed, keySet);
          const then = (share: number) => admitted(points, movedTo(share, weighed), keySet);
          const [first, last] = [(low?.share ?? edge) + step, (high?.share ?? 1 - edge) - step];
          for (const share of last > first ? [first, first + (last - first) * at, last] : [])
            expect(then(share)).toEqual(now);
          if (low !== undefined && low.share > edge) expectChange(low, now, then(low.share - step));
          if (high !== undefined && high.share < 1 - edge) expectChange(high, now, then(high.share + step));
        },
      ),
      { numRuns: 200 },
    );
  });
});
