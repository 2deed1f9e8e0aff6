import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Points, ratedWorkspace, robustnessOf, shareAdmitted, shareOfRank } from './fixture.ts';

/** Four standard errors of a proportion: a seeded draw stays within them or something is wrong. */
const error = (share: number, samples: number): number =>
  4 * Math.sqrt(Math.max(0, share * (1 - share)) / samples);

/**
 * Exact first-rank acceptability with two criteria: scores are straight lines in the weight of the first one, which is
 * uniform on 0–1, and first ranks change only where two lines cross.
 */
const exactFirst = (points: Readonly<Record<string, readonly [number, number]>>): Record<string, number> => {
  const lines = Object.entries(points);
  const crossings = lines.flatMap(([, [a0, a1]]) =>
    lines.map(([, [b0, b1]]) => (b1 - a1) / (a0 - a1 - b0 + b1)).filter(x => x > 0 && x < 1),
  );
  const ends = [...new Set([0, ...crossings, 1])].sort((a, b) => a - b);
  const first: Record<string, number> = Object.fromEntries(lines.map(([id]) => [id, 0]));
  for (const [index, end] of ends.slice(1).entries()) {
    const start = ends[index] ?? 0;
    const middle = (start + end) / 2;
    const scores = lines.map(([id, [a, b]]) => ({ id, score: a * middle + b * (1 - middle) }));
    const best = scores.reduce((x, y) => (y.score > x.score ? y : x));
    first[best.id] = (first[best.id] ?? 0) + end - start;
  }
  return first;
};

describe('first-rank acceptability', () => {
  const points = { a: [10, 0], b: [0, 10], c: [6, 6] } as const;
  const found = robustnessOf(ratedWorkspace(points, [1, 1], { robustness: { samples: 40_000 } }));

  it('is .4, .4 and .2 for (1,0), (0,1) and (.6,.6)', () => {
    expect(shareOfRank(found, 'a', 1)).toBeCloseTo(0.4, 2);
    expect(shareOfRank(found, 'b', 1)).toBeCloseTo(0.4, 2);
    expect(shareOfRank(found, 'c', 1)).toBeCloseTo(0.2, 2);
    for (const [id, share] of Object.entries(exactFirst(points)))
      expect(Math.abs(shareOfRank(found, id, 1) - share)).toBeLessThan(error(share, 40_000));
  });

  it('near equal weights: c leads as long as both weigh 40 % to 60 %, which ±20 % never leaves', () => {
    const near = robustnessOf(ratedWorkspace(points, [1, 1], { robustness: { within: 0.2 } }));
    expect(shareOfRank(near, 'c', 1, 'near')).toBe(1);
    // ±40 % is 30 % to 70 %, of which 40 % to 60 % is half.
    const wider = robustnessOf(ratedWorkspace(points, [1, 1], { robustness: { within: 0.4 } }));
    expect(Math.abs(shareOfRank(wider, 'c', 1, 'near') - 0.5)).toBeLessThan(error(0.5, 10_000));
  });

  it('has its central weights where the account comes first: a from 60 % to 100 % of the first weight', () => {
    const row = found.grid.rows.findIndex(({ customer }) => customer.id === 'a');
    const first = (found.any.ranks[row * found.any.leading] ?? 0) as number;
    expect((found.any.firstWeights[row * 2] ?? 0) / first).toBeCloseTo(0.8, 2);
  });

  it('agrees with the exact computation for any two criteria', () => {
    const value = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(value, value), { minLength: 2, maxLength: 6, selector: String }),
        rows => {
          const table = Object.fromEntries(rows.map((row, index) => [`a${index}`, row] as const));
          const sampled = robustnessOf(ratedWorkspace(table, [3, 2], { robustness: { samples: 2000 } }));
          for (const [id, share] of Object.entries(exactFirst(table)))
            expect(Math.abs(shareOfRank(sampled, id, 1) - share)).toBeLessThanOrEqual(
              error(share, 2000) + 0.015,
            );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('weightings over three criteria', () => {
  it('are uniform on the simplex: each corner beyond one half is a quarter of it', () => {
    // Each account scores its own weight times ten, and 5 is half of all weight.
    const corners = { a: [10, 0, 0], b: [0, 10, 0], c: [0, 0, 10] };
    const found = robustnessOf(ratedWorkspace(corners, [1, 1, 1], { keySet: { threshold: 5 } }));
    for (const id of ['a', 'b', 'c'])
      expect(Math.abs(shareAdmitted(found, id) - 0.25)).toBeLessThan(error(0.25, 10_000));
  });

  it('within a range are uniform on its hexagon: a weight above its stated one by half the range is 5 of 24', () => {
    // Equal weights ±30 %: |d| ≤ .1 each, sum zero. The slice d₁ > .05 of the regular hexagon.
    const corners = { a: [10, 0, 0], b: [0, 10, 0], c: [0, 0, 10] };
    const found = robustnessOf(
      ratedWorkspace(corners, [1, 1, 1], {
        keySet: { threshold: 10 * (1 / 3 + 0.05) },
        robustness: { within: 0.3 },
      }),
    );
    for (const id of ['a', 'b', 'c'])
      expect(Math.abs(shareAdmitted(found, id, 'near') - 5 / 24)).toBeLessThan(error(5 / 24, 10_000));
  });
});

describe('missing ratings', () => {
  it('are drawn from the whole scale: one of two points missing wins as often as it should', () => {
    // All weight but a little on the second criterion: a scores 5, b something uniform on 0–10.
    const points: Points = { a: [5, 5], b: [5, null] };
    const found = robustnessOf(ratedWorkspace(points, [1, 1000]));
    expect(Math.abs(shareOfRank(found, 'b', 1, 'near') - 0.5)).toBeLessThan(error(0.5, 10_000));
  });

  it('may be left out instead, as the points table does', () => {
    const points: Points = { a: [5, 5], b: [6, null] };
    const found = robustnessOf(ratedWorkspace(points, [1, 1000], { robustness: { missing: 'as-scored' } }));
    expect(shareOfRank(found, 'b', 1)).toBe(1);
  });

  it('leave an account without any out of the experiment', () => {
    const found = robustnessOf(ratedWorkspace({ a: [5, 5], b: [null, null] }, [1, 1]));
    expect(found.grid.rows.map(({ customer }) => customer.id)).toEqual(['a']);
    expect(shareOfRank(found, 'a', 1)).toBe(1);
  });
});

describe('properties of acceptability', () => {
  const points = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  });
  const named = (rows: readonly (readonly number[])[]): Points =>
    Object.fromEntries(rows.map((row, index) => [`a${index}`, row]));
  const few = { robustness: { samples: 200 } };

  it('adds up to one by rank and by account, equal accounts included', () => {
    fc.assert(
      fc.property(points, rows => {
        const { any, near, grid } = robustnessOf(ratedWorkspace(named(rows), [5, 3, 2], few));
        const n = grid.rows.length;
        for (const { ranks, leading, samples } of [any, near]) {
          expect(leading).toBe(n);
          for (let one = 0; one < n; one++) {
            const places = Array.from({ length: n }, (_, other) => other);
            const count = (of: (other: number) => number) =>
              places.reduce((sum, other) => sum + (ranks[of(other)] ?? 0), 0);
            expect(count(rank => one * n + rank)).toBe(samples);
            expect(count(row => row * n + one)).toBe(samples);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never ranks an account above one that is nowhere worse and somewhere better', () => {
    fc.assert(
      fc.property(points, fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), (rows, less) => {
        fc.pre(less.some(by => by > 0));
        const [first = []] = rows;
        const below = first.map((value, index) => value - (less[index] ?? 0));
        fc.pre(below.every(value => value >= 0));
        const table = { ...named(rows), below };
        const { any, near, grid } = robustnessOf(
          ratedWorkspace(table, [5, 3, 2], { robustness: { samples: 200 }, nearTie: 10 }),
        );
        const place = (id: string) => grid.rows.findIndex(({ customer }) => customer.id === id);
        const [upper, lower] = [place('a0'), place('below')];
        for (const { best, worst } of [any, near]) {
          expect(best[lower] ?? 0).toBeGreaterThan(best[upper] ?? 0);
          expect(worst[upper] ?? 0).toBeLessThan(worst[lower] ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of accounts, nor on the unit of a derived criterion', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 8 }),
        orders => {
          const workspace = (factor: number, reverse: boolean) => {
            const accounts = orders.map(
              (value, index) =>
                [
                  `a${index}`,
                  {
                    history: { '2026-Q3': { revenue: value * factor } },
                    ratings: { '2026-Q3': { fit: 1 + ((value * 7) % 10) } },
                  },
                ] as const,
            );
            return {
              settings: { basis: 'quarter' as const },
              accounts: Object.fromEntries(reverse ? [...accounts].reverse() : accounts),
              scoring: {
                criteria: [
                  { id: 'fit', name: 'Fit', weight: 2 },
                  {
                    id: 'volume',
                    name: 'Volume',
                    weight: 1,
                    derive: { by: 'min-max' as const, measure: 'revenue' as const },
                  },
                ],
                keySet: { places: 2 },
                ...few,
              },
            };
          };
          const { any, near, intervals } = robustnessOf(workspace(1, false));
          for (const other of [robustnessOf(workspace(1, true)), robustnessOf(workspace(1024, false))]) {
            expect(other.any.ranks).toEqual(any.ranks);
            expect(other.near.admitted).toEqual(near.admitted);
            expect(other.intervals).toHaveLength(intervals.length);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
