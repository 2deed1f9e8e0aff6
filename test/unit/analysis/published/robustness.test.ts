import { describe, expect, it } from 'vitest';
import { type Points, ratedWorkspace, robustnessOf, shareOfRank } from '../robustness/fixture.ts';

const samples = 40_000;
const close = (found: number, exact: number): void =>
  expect(Math.abs(found - exact)).toBeLessThanOrEqual(4 * Math.sqrt((exact * (1 - exact)) / samples) + 1e-12);

/**
 * Three accounts with all the points of one criterion each, and one with the same points everywhere. Under weights that are
 * uniform on the simplex the three score the weights themselves, the spacings of a line cut twice at random, of which one
 * exceeds x with (1−x)², and two together with (1−2x)² for x up to ½.
 */
const corners = (everywhere: number): Points => ({
  a: [10, 0, 0],
  b: [0, 10, 0],
  c: [0, 0, 10],
  even: [everywhere, everywhere, everywhere],
});
const drawn = (points: Points) =>
  robustnessOf(ratedWorkspace(points, [1, 1, 1], { robustness: { samples } }));
const ranksOf = (found: ReturnType<typeof drawn>, account: string): number[] =>
  [1, 2, 3, 4].map(rank => shareOfRank(found, account, rank));

describe('SMAA-2 over three criteria, by the volumes of parts of a triangle', () => {
  it('five everywhere: first where no weight exceeds one half, a quarter of all, and never below second', () => {
    const found = drawn(corners(5));
    for (const [index, exact] of [1 / 4, 3 / 4, 0, 0].entries())
      close(ranksOf(found, 'even')[index] ?? Number.NaN, exact);
    // A corner is first where it exceeds one half, second where it leads the others below it, then in the order of weights.
    for (const account of ['a', 'b', 'c'])
      for (const [index, exact] of [1 / 4, 1 / 12, 1 / 3, 1 / 3].entries())
        close(ranksOf(found, account)[index] ?? Number.NaN, exact);
  });

  it('four everywhere: 1 in 25 first, 21 in 25 second, 3 in 25 third', () => {
    const found = drawn(corners(4));
    for (const [index, exact] of [0.04, 0.84, 0.12, 0].entries())
      close(ranksOf(found, 'even')[index] ?? Number.NaN, exact);
  });

  it('a third everywhere and less: never first, since one weight always exceeds it', () => {
    expect(shareOfRank(drawn(corners(3.33)), 'even', 1)).toBe(0);
  });

  it('has its central weights in the middle of where an account leads: 11/18, 7/36 and 7/36', () => {
    // The mean of the greatest of three spacings is (1 + 1/2 + 1/3) ÷ 3.
    const found = drawn({ a: [10, 0, 0], b: [0, 10, 0], c: [0, 0, 10] });
    const { leading, ranks, firstWeights } = found.any;
    for (const [row] of found.grid.rows.entries()) {
      const first = ranks[row * leading] ?? 0;
      const central = [0, 1, 2].map(column => (firstWeights[row * 3 + column] ?? 0) / first);
      for (const [column, weight] of central.entries())
        expect(weight).toBeCloseTo(column === row ? 11 / 18 : 7 / 36, 2);
    }
  });
});
