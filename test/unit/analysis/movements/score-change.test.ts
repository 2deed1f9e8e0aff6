import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScoreChange } from '../../../../src/analysis/movements/score-change.ts';
import { hasMoved, scoreChangesBetween } from '../../../../src/analysis/movements/score-changes.ts';
import { scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const [before, after] = ['2026-Q2', '2026-Q3'];

/** Points per quarter of one account under two criteria; `null` is not rated. */
const changeOf = (
  points: { readonly a: readonly (number | null)[]; readonly b: readonly (number | null)[] },
  weights: { readonly a: readonly number[]; readonly b: readonly number[] } = { a: [1, 1], b: [1, 1] },
): ScoreChange | undefined => {
  const ratings = [before, after].map((quarter, index) => [
    quarter,
    Object.fromEntries(
      (['a', 'b'] as const).flatMap(id => {
        const value = points[id][index];
        return value === null || value === undefined ? [] : [[id, value]];
      }),
    ),
  ]);
  const input: WorkspaceInput = {
    accounts: { one: { ratings: Object.fromEntries(ratings) } },
    scoring: {
      criteria: (['a', 'b'] as const).map(id => ({
        id,
        name: id,
        weight: weights[id][0] ?? 1,
        weights: { [after]: weights[id][1] ?? 1 },
      })),
    },
  };
  return scoreChangesBetween(scopeOf(input, before), scopeOf(input, after))[0];
};

const plain = (change: ScoreChange | undefined) => ({
  change: change?.change.toNumber(),
  inputs: change?.inputs.toNumber(),
  weights: change?.weights.toNumber(),
  coverage: change?.coverage.toNumber(),
});

test('new points alone are an effect of points', () => {
  expect(plain(changeOf({ a: [4, 6], b: [5, 5] }))).toEqual({
    change: 1,
    inputs: 1,
    weights: 0,
    coverage: 0,
  });
});

test('new weights alone are an effect of weights', () => {
  expect(plain(changeOf({ a: [4, 4], b: [8, 8] }, { a: [1, 1], b: [1, 3] }))).toEqual({
    change: 1,
    inputs: 0,
    weights: 1,
    coverage: 0,
  });
});

test('both at once share the rest alike', () => {
  // 4·½ + 8·½ = 6 → 6·¼ + 8·¾ = 7.5: points 2·(½+¼)/2 = .75; weights 5·(−¼) + 8·¼ = .75
  expect(plain(changeOf({ a: [4, 6], b: [8, 8] }, { a: [1, 1], b: [1, 3] }))).toEqual({
    change: 1.5,
    inputs: 0.75,
    weights: 0.75,
    coverage: 0,
  });
});

test('a criterion rated for the first time is neither better points nor other weights', () => {
  expect(plain(changeOf({ a: [4, 4], b: [null, 10] }))).toEqual({
    change: 3,
    inputs: 0,
    weights: 0,
    coverage: 3,
  });
});

test('nothing new is no movement, and no earlier score no change', () => {
  const still = changeOf({ a: [4, 4], b: [7, 7] });
  expect(still === undefined || hasMoved(still)).toBe(false);
  expect(changeOf({ a: [null, 4], b: [null, 7] })).toBeUndefined();
});

const point = fc.integer({ min: 10, max: 100 }).map(tenths => tenths / 10);
const weight = fc.integer({ min: 1, max: 50 });

test('the parts add up to the change, and swapping the quarters turns every sign', () => {
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 4, maxLength: 4 }),
      fc.array(weight, { minLength: 4, maxLength: 4 }),
      (p, w) => {
        const there = changeOf(
          { a: [p[0] ?? 1, p[1] ?? 1], b: [p[2] ?? 1, p[3] ?? 1] },
          { a: [w[0] ?? 1, w[1] ?? 1], b: [w[2] ?? 1, w[3] ?? 1] },
        );
        const back = changeOf(
          { a: [p[1] ?? 1, p[0] ?? 1], b: [p[3] ?? 1, p[2] ?? 1] },
          { a: [w[1] ?? 1, w[0] ?? 1], b: [w[3] ?? 1, w[2] ?? 1] },
        );
        if (there === undefined || back === undefined) throw new Error('both quarters are rated');
        const parts = there.criteria.reduce(
          (sum, part) => sum.plus(part.inputs).plus(part.weights),
          there.coverage,
        );
        expect(parts.minus(there.change).abs().toNumber()).toBeLessThan(1e-30);
        expect(there.inputs.plus(back.inputs).abs().toNumber()).toBeLessThan(1e-30);
        expect(there.weights.plus(back.weights).abs().toNumber()).toBeLessThan(1e-30);
      },
    ),
  );
});
