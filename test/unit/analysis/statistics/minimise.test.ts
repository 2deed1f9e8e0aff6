import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimise, type Objective } from '../../../../src/analysis/statistics/minimise.ts';

const rosenbrock: Objective = ([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;

describe('Nelder–Mead', () => {
  it('finds the bottom of the valley of Rosenbrock', () => {
    const { point, value, converged } = minimise(rosenbrock, [[-1.2, 1]]);
    expect(point[0]).toBeCloseTo(1, 5);
    expect(point[1]).toBeCloseTo(1, 5);
    expect(value).toBeLessThan(1e-10);
    expect(converged).toBe(true);
  });

  it('shrinks where neither reflecting nor contracting helps', () => {
    // A fold with a kink along x = y, on which every contraction fails sooner or later.
    const { value } = minimise(
      ([x = 0, y = 0]) => Math.max(Math.abs(x), 3 * Math.abs(y - x)),
      [
        [5, -3],
        [18 * 0.7 - 5, -15],
      ],
    );
    expect(value).toBeLessThan(1e-6);
  });

  it('takes the lowest of several minima, whatever the order of the starts', () => {
    const twoWells: Objective = ([x = 0]) => (x * x - 4) ** 2 + x;
    const starts = [[3], [-3], [0.5]];
    expect(minimise(twoWells, starts).point[0]).toBeCloseTo(-2.0309, 3);
    expect(minimise(twoWells, [...starts].reverse()).value).toBeCloseTo(minimise(twoWells, starts).value, 9);
  });

  it('stays where the function is defined', () => {
    const { point } = minimise(([x = 0]) => (x < 1 ? Number.NaN : x), [[4]]);
    expect(point[0]).toBeGreaterThanOrEqual(1);
    expect(point[0]).toBeCloseTo(1, 4);
  });

  it('refuses to start from nowhere', () => {
    expect(() => minimise(rosenbrock, [])).toThrow(RangeError);
  });

  it('finds the centre of any bowl', () => {
    const coordinate = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (a, b, c) => {
        const bowl: Objective = ([x = 0, y = 0, z = 0]) =>
          (x - a) ** 2 + 3 * (y - b) ** 2 + 0.5 * (z - c) ** 2;
        const { value } = minimise(bowl, [[0, 0, 0]]);
        expect(value).toBeLessThan(1e-8);
      }),
      { numRuns: 50 },
    );
  });
});
