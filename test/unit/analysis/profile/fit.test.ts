import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Example,
  fitProfile,
  isProfitable,
  pointsOf,
  totalPoints,
} from '../../../../src/analysis/profile/fit.ts';
import {
  accuracyOf,
  balancedAccuracyOf,
  baseRateOf,
  crossValidate,
} from '../../../../src/analysis/profile/validation.ts';
import { randomOf } from '../../../../src/analysis/statistics/random.ts';

const settings = { pointsPerDoubling: 2, smoothing: 2, folds: 10 } as const;
type Folds = number | 'leave-one-out';

/** Customers from pairs of value and outcome, with one field. */
const examplesOf = (
  ...groups: readonly (readonly [value: string | undefined, yes: number, no: number])[]
): Example[] =>
  groups.flatMap(([value, yes, no]) =>
    Array.from({ length: yes + no }, (_, index) => ({
      id: `${value ?? 'none'}-${String(index).padStart(3, '0')}`,
      values: [value],
      profitable: index < yes,
    })),
  );

describe('points worked by hand', () => {
  // 8 of 16 are profitable, so that even odds start at 0. Water: (6 + 1) : (2 + 1) is 1.22 doublings.
  const profile = fitProfile(examplesOf(['water', 6, 2], ['paper', 2, 6]), 1, settings);

  it('are doublings of the odds times the points for one, rounded', () => {
    expect(profile.start).toBe(0);
    expect(profile.fields).toEqual([
      [
        { value: 'paper', customers: 8, profitable: 2, points: -2 },
        { value: 'water', customers: 8, profitable: 6, points: 2 },
      ],
    ]);
  });

  it('start from how often customers are profitable at all', () => {
    // 12 : 4 is log2 3 = 1.58 doublings.
    expect(fitProfile(examplesOf(['water', 12, 4]), 1, settings).start).toBe(3);
    expect(fitProfile(examplesOf(['water', 4, 12]), 1, settings).start).toBe(-3);
  });

  it('a person can add up', () => {
    expect(pointsOf(profile, ['water'])).toEqual([2]);
    expect(totalPoints(profile, ['water'])).toBe(2);
    expect(isProfitable(profile, ['water'])).toBe(true);
    expect(isProfitable(profile, ['paper'])).toBe(false);
  });

  it('are 0 for what nobody knows or nobody had; what most are decides then', () => {
    expect(pointsOf(profile, [undefined])).toEqual([0]);
    expect(pointsOf(profile, ['sugar'])).toEqual([0]);
    const mostly = fitProfile(examplesOf(['water', 3, 4]), 1, { ...settings, pointsPerDoubling: 1 });
    expect(totalPoints(mostly, [undefined])).toBe(0);
    expect(isProfitable(mostly, [undefined])).toBe(false);
  });

  it('leave customers without a value out of the count of values', () => {
    const [field] = fitProfile(examplesOf(['water', 3, 1], [undefined, 1, 3]), 1, settings).fields;
    expect(field).toEqual([expect.objectContaining({ value: 'water', customers: 4 })]);
  });
});

describe('properties of the points', () => {
  const counts = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }));
  const groups = fc
    .array(counts, { minLength: 2, maxLength: 5 })
    .filter(list => list.some(([yes]) => yes > 0) && list.some(([, no]) => no > 0));

  it('a field that is the same for all is worth nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (yes, no) => {
        const [field] = fitProfile(examplesOf(['same', yes, no]), 1, settings).fields;
        expect(field?.map(({ points }) => points)).toEqual([0]);
      }),
    );
  });

  it('swapping profitable and unprofitable turns every sign', () => {
    fc.assert(
      fc.property(groups, list => {
        const of = (swap: boolean) =>
          fitProfile(
            examplesOf(
              ...list.map(([yes, no], index) => [`v${index}`, swap ? no : yes, swap ? yes : no] as const),
            ),
            1,
            settings,
          );
        const [plain, swapped] = [of(false), of(true)];
        expect(swapped.start).toBe(0 - plain.start);
        expect(swapped.fields[0]?.map(({ points }) => points)).toEqual(
          plain.fields[0]?.map(({ points }) => 0 - points),
        );
      }),
    );
  });

  it('more profitable customers with a value never lower its points', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(10), (yes, no, more) => {
        const rest = 30 - more;
        const points = (extra: number): number =>
          pointsOf(fitProfile(examplesOf(['a', yes + extra, no], ['b', 5 + rest - extra, 5]), 1, settings), [
            'a',
          ])[0] ?? 0;
        fc.pre(yes + no > 0);
        expect(points(more)).toBeGreaterThanOrEqual(points(0));
      }),
    );
  });
});

describe('cross-validation', () => {
  const validate = (examples: readonly Example[], folds: Folds = 10, fields = 1) =>
    crossValidate(examples, fields, { ...settings, folds });

  it.each<Folds>([2, 5, 10, 'leave-one-out'])('finds a perfect separation with %s folds', folds => {
    const found = validate(examplesOf(['water', 20, 0], ['paper', 0, 20]), folds);
    expect(accuracyOf(found)).toBe(1);
    expect(baseRateOf(found)).toBe(0.5);
  });

  it('puts nothing of a customer into the points that judge it', () => {
    // A field of its own for everyone fits what is known without fault, and says nothing of anyone new.
    const examples = examplesOf(['x', 24, 16]).map(example => ({ ...example, values: [example.id] }));
    const fitted = fitProfile(examples, 1, { ...settings, smoothing: 0.01 });
    expect(examples.every(({ values, profitable }) => isProfitable(fitted, values) === profitable)).toBe(
      true,
    );
    for (const folds of [10, 'leave-one-out'] as const) {
      const found = crossValidate(examples, 1, { ...settings, smoothing: 0.01, folds });
      expect(accuracyOf(found)).toBe(baseRateOf(found));
      expect(balancedAccuracyOf(found)).toBe(0.5);
    }
  });

  it('finds nothing in noise: about as often right as guessing', () => {
    const balanced = Array.from({ length: 20 }, (_, seed) => {
      const random = randomOf(`noise ${seed}`);
      const pick = (): string => String(Math.floor(random.uniform() * 4));
      const examples = Array.from({ length: 100 }, (_, index) => ({
        id: String(index),
        values: [pick(), pick(), pick()],
        profitable: random.uniform() < 0.5,
      }));
      return balancedAccuracyOf(validate(examples, 10, 3));
    });
    const mean = balanced.reduce((total, value) => total + value, 0) / balanced.length;
    // The mean of 20 shares of 100 has a standard error of about 0.011.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.04);
  });

  it('finds no more in shuffled outcomes, where the true ones validate well', () => {
    const random = randomOf('shuffle');
    const examples = Array.from({ length: 120 }, (_, index) => ({
      id: String(index),
      values: [index % 2 === 0 ? 'water' : 'paper'],
      profitable: random.uniform() < (index % 2 === 0 ? 0.9 : 0.1),
    }));
    expect(accuracyOf(validate(examples))).toBeGreaterThan(0.8);
    const labels = examples.map(({ profitable }) => profitable);
    const shuffled = examples.map(example => ({
      ...example,
      profitable: labels.splice(Math.floor(random.uniform() * labels.length), 1)[0] ?? false,
    }));
    expect(Math.abs(balancedAccuracyOf(validate(shuffled)) - 0.5)).toBeLessThan(0.15);
  });

  it('has no more folds than the smaller class has customers, and holds out everyone once', () => {
    const found = validate(examplesOf(['water', 20, 3], ['paper', 4, 1]));
    expect(found).toMatchObject({ n: 28, profitable: 24, folds: 4 });
  });

  it('does not depend on the order in which customers are read', () => {
    const example = fc.record({
      values: fc.tuple(fc.constantFrom('a', 'b', 'c', undefined), fc.constantFrom('x', 'y')),
      profitable: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(example, { minLength: 8, maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        (list, order) => {
          const examples = list.map((one, index) => ({ ...one, id: `account-${index}` }));
          fc.pre([true, false].every(label => examples.filter(one => one.profitable === label).length >= 2));
          const shuffled = examples
            .map(one => ({ one, place: order.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ one }) => one);
          expect(validate(shuffled, 5, 2)).toEqual(validate(examples, 5, 2));
        },
      ),
    );
  });
});
