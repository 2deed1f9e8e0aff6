import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountPlan } from '../../../../src/analysis/methods/account-plan.ts';
import { medianInterval } from '../../../../src/analysis/statistics/median.ts';
import { median } from '../../../../src/model/averages.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type AccountInput = NonNullable<WorkspaceInput['accounts']>[string];

const run = (account: AccountInput) =>
  runMethod(accountPlan, { accounts: { a: { key: [{ from: '2026-Q1' }], ...account } } });
const figure = (account: AccountInput, name: string) =>
  run(account).figure(`account.a.plan.problems-${name}`);
const complaint = { direction: 'inbound', kind: 'complaint' } as const;

describe('the log of problems (domain 3.1)', () => {
  const account: AccountInput = {
    problems: [
      { id: 'fines', title: 'Fines', opened: '2026-06-12' },
      { id: 'slag', title: 'Slag', opened: '2026-01-10', solved: '2026-01-30' },
      { id: 'later', title: 'After the data', opened: '2026-10-01' },
      { id: 'solved-later', title: 'Open then', opened: '2026-09-20', solved: '2026-10-02' },
      { id: 'old', title: 'Of another year', opened: '2025-01-01', solved: '2025-09-30' },
    ],
    interactions: [
      { ...complaint, date: '2026-06-13', problem: 'fines' },
      { ...complaint, date: '2026-06-20', problem: 'fines', resolved: '2026-06-21' },
      { ...complaint, date: '2026-02-01', resolved: '2026-02-05', subject: 'Late lorry' },
      { direction: 'inbound', kind: 'request', date: '2026-03-01' },
      { ...complaint, direction: 'outbound', date: '2026-03-02' },
    ],
  };

  it('counts a problem once, however often it is reported, and a complaint without one by itself', () => {
    const { rows } = run(account).series('account.a.plan.problems');
    expect(rows.map(({ problem, days, state, reports }) => [problem, days, state, reports])).toEqual([
      ['Fines', 110, 'open', 2],
      ['Open then', 10, 'open', 0],
      ['Late lorry', 4, 'solved', 1],
      ['Slag', 20, 'solved', 0],
    ]);
  });

  it('gives the median of the solved ones and the age of the oldest open one', () => {
    expect(figure(account, 'open')).toMatchObject({ value: 2, coverage: { n: 2, of: 4 } });
    expect(figure(account, 'median-days')).toMatchObject({ value: 12, smallSample: true });
    expect(figure(account, 'oldest-days').value).toBe(110);
    expect(run(account).finding('account.problems')?.severity).toBe('attention');
  });

  it('follows every row to the lines it was made from', () => {
    const { rowInputs } = run(account).series('account.a.plan.problems');
    expect(rowInputs?.[0]).toEqual([
      { file: 'data/accounts/a.yaml', path: ['problems', 0] },
      { file: 'data/accounts/a.yaml', path: ['interactions', 0] },
      { file: 'data/accounts/a.yaml', path: ['interactions', 1] },
    ]);
  });

  it('says that there is none rather than that it took no time', () => {
    expect(figure({}, 'open').value).toBe(0);
    expect(figure({}, 'median-days').unavailable?.code).toBe('no-solved-problems');
    expect(figure({}, 'oldest-days').unavailable?.code).toBe('no-open-problems');
    expect(run({}).finding('account.problems')).toBeUndefined();
  });
});

describe('median and its interval', () => {
  // Depths of the two-sided 95 % interval: Conover 1999, table of the binomial distribution with p = 0.5.
  it.each([
    [6, 1],
    [10, 2],
    [15, 4],
    [20, 6],
  ])('of %i values reaches from the %ith least to the %2$ith greatest', (n, depth) => {
    const values = Array.from({ length: n }, (_, index) => n - index);
    expect(medianInterval(values, 0.95)).toEqual({
      low: depth,
      high: n + 1 - depth,
      level: 0.95,
      kind: 'order-statistics',
    });
  });

  it('has no interval under six values, and no median without any', () => {
    expect(medianInterval([1, 2, 3, 4, 5], 0.95)).toBeUndefined();
    expect(median([])).toBeUndefined();
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('holds the median inside its interval', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 6, maxLength: 60 }), values => {
        const { low, high } = medianInterval(values, 0.95) ?? { low: Number.NaN, high: Number.NaN };
        expect(median(values)).toBeGreaterThanOrEqual(low);
        expect(median(values)).toBeLessThanOrEqual(high);
      }),
    );
  });
});
