import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showableGroups } from '../../../../src/analysis/kpi/employee-groups.ts';
import { kpiEmployees } from '../../../../src/analysis/methods/kpi-employees.ts';
import { meanInterval } from '../../../../src/analysis/statistics/mean.ts';
import { runMethod } from '../portfolio/fixture.ts';

const group = (id: string, satisfaction: number[]) => ({ id, name: id, satisfaction, recommend: [] });
const survey = (sizes: Readonly<Record<string, number>>, outside = 0) => {
  const groups = Object.entries(sizes).map(([id, size]) =>
    group(
      id,
      Array.from({ length: size }, (_, i) => (i % 4) + 6),
    ),
  );
  return {
    period: '2026-Q3',
    date: '2026-09-01',
    satisfaction: [
      ...groups.flatMap(({ satisfaction }) => satisfaction),
      ...Array.from({ length: outside }, () => 7),
    ],
    groups,
  };
};
const run = (...surveys: ReturnType<typeof survey>[]) =>
  runMethod(kpiEmployees, { kpis: { employeeSurveys: surveys } });

describe('employee satisfaction (4.8)', () => {
  it('is a mean with Student’s interval, smaller where most were asked', () => {
    // 6, 7, 8, 9: mean 7.5, s = 1.29099, t(3; .975) = 3.18245.
    const answers = [6, 7, 8, 9];
    const plain = meanInterval(answers, { confidence: 0.95, scale: [1, 10] });
    expect(plain?.low).toBeCloseTo(7.5 - (3.18245 * 1.29099) / 2, 3);
    const most = meanInterval(answers, { confidence: 0.95, scale: [1, 10], population: 5 });
    expect(most?.low).toBeCloseTo(7.5 - ((3.18245 * 1.29099) / 2) * Math.sqrt(1 / 4), 3);
    expect(meanInterval([8], { confidence: 0.95, scale: [1, 10] })).toBeUndefined();
    expect(meanInterval([8, 8, 8], { confidence: 0.95, scale: [1, 10] })).toBeUndefined();
  });

  it('shows no group under the minimum, and says why', () => {
    const found = run(survey({ sales: 9, plant: 4 }, 5));
    expect(found.figure('kpi.employee-satisfaction.group.sales').value).toBeGreaterThan(6);
    expect(found.figure('kpi.employee-satisfaction.group.plant').unavailable).toEqual({
      code: 'group-too-small',
      params: { minimum: 5 },
    });
  });

  it('shows no group from which a small one would follow by subtraction', () => {
    const found = run(survey({ sales: 9, plant: 6, store: 3 }));
    expect(found.figure('kpi.employee-satisfaction.group.sales').value).toBeDefined();
    expect(found.figure('kpi.employee-satisfaction.group.plant').unavailable?.code).toBe(
      'group-gives-away-another',
    );
    expect(found.series('kpi.employees').rows.find(({ staffGroup }) => staffGroup === 'store')).toMatchObject(
      {
        value: null,
        n: null,
      },
    );
  });

  it('shows nothing of a survey under the minimum', () => {
    expect(run(survey({}, 4)).figure('kpi.employee-satisfaction.value').unavailable?.code).toBe(
      'group-too-small',
    );
    expect(run(survey({}, 4)).series('kpi.employees').rows).toEqual([]);
  });
});

describe('anonymity of groups', () => {
  it('leaves nobody, or at least the minimum, outside of what is shown', () => {
    const sizes = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(12), { maxKeys: 6 });
    fc.assert(
      fc.property(sizes, fc.nat(10), fc.integer({ min: 2, max: 6 }), (groups, outside, minimum) => {
        const all = new Map(Object.entries(groups));
        const total = [...all.values()].reduce((sum, size) => sum + size, outside);
        const shown = showableGroups(total, all, minimum);
        const left = [...shown].reduce((rest, id) => rest - (all.get(id) ?? 0), total);
        for (const id of shown) expect(all.get(id)).toBeGreaterThanOrEqual(minimum);
        expect(left === 0 || left >= minimum || shown.size === 0).toBe(true);
      }),
    );
  });
});
