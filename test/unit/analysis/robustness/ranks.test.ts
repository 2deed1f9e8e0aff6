import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankingOf } from '../../../../src/analysis/robustness/ranks.ts';

const ranksOf = (scores: readonly number[]): number[] => {
  const ranks = new Uint32Array(scores.length);
  rankingOf(scores.length)(Float64Array.from(scores), ranks);
  return [...ranks];
};

/** The same by a plain sort: best first, equal ones in the order in which they stand. */
const bySorting = (scores: readonly number[]): number[] => {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return scores.map((_, row) => order.indexOf(row));
};

test('ranks are those of a plain sort, ties and all', () => {
  const score = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.double({ min: 1, max: 10, noNaN: true }));
  fc.assert(
    fc.property(fc.array(score, { maxLength: 60 }), scores => {
      expect(ranksOf(scores)).toEqual(bySorting(scores));
    }),
  );
});

test('one giant that crowds all others into one bucket changes nothing', () => {
  const scores = [1e9, ...Array.from({ length: 200 }, (_, index) => 1 + ((index * 7919) % 200) / 1000)];
  expect(ranksOf(scores)).toEqual(bySorting(scores));
});
