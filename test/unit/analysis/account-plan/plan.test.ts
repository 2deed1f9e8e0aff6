import { describe, expect, it } from 'vitest';
import { accountPlan } from '../../../../src/analysis/methods/account-plan.ts';
import { figureValue, rowsOf } from '../../example/example.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type AccountInput = NonNullable<WorkspaceInput['accounts']>[string];

const key = [{ from: '2026-Q1' }];
const scoring = {
  criteria: [
    { id: 'fit', name: 'Fit', weight: 1 },
    { id: 'reach', name: 'Reach', weight: 3 },
  ],
};
const objective = { title: 'O', how: 'H', why: 'W', measure: 'M', owner: 'ana', due: '2027-01-01' } as const;
const complete: AccountInput = {
  key,
  ratings: { '2026-Q1': { fit: 4, reach: 6 }, '2026-Q3': { fit: 8 } },
  history: { '2026-Q3': { revenue: 120 }, '2025-Q3': { revenue: 100 } },
  surveys: [{ period: '2026-Q3', csat: 5, nps: 9 }],
  adoption: [
    { name: 'Silos', of: 4, counts: { '2025-Q4': 1, '2026-Q3': 3 } },
    { name: 'Plants', of: 2, counts: { '2026-Q2': 1 } },
  ],
  objectives: [
    { ...objective, side: 'external' },
    { ...objective, side: 'internal' },
  ],
  delivery: {
    processes: [{ title: 'P', agreed: '2026-02-01' }],
    team: [{ person: 'ana', role: 'leads' }],
  },
  customerPlans: [{ title: 'A furnace', date: '2027-04-01', response: 'Silos' }],
  needs: [{ text: 'Data', due: '2027-01-01' }],
};
const run = (account: AccountInput, more: WorkspaceInput = {}) =>
  runMethod(accountPlan, { scoring, settings: { basis: 'quarter' }, accounts: { a: account }, ...more });
const missing = (account: AccountInput): unknown[] =>
  run(account)
    .series('account.a.plan.steps')
    .rows.map(row => row.missing);

describe('the four steps of a plan (domain 3.1)', () => {
  it('calls a plan complete that says all of them', () => {
    const found = run(complete);
    expect(missing(complete)).toEqual(['', '', '', '']);
    expect(found.figure('account.a.plan.completeness')).toMatchObject({
      value: 1,
      coverage: { n: 20, of: 20 },
    });
    expect(found.finding('account.plan')?.severity).toBe('good');
  });

  it('names what is missing, step by step', () => {
    expect(
      missing({
        ...complete,
        objectives: [
          { ...objective, side: 'external' },
          { side: 'external', title: 'Without a reason', how: 'H' },
        ],
        delivery: { processes: [{ title: 'Only proposed' }], team: [{ person: 'ana' }] },
        adoption: [],
        needs: [{ text: 'Some day' }],
      }),
    ).toEqual(['internal why what owner due', 'agreed roles', 'adoption', 'dates']);
  });

  it('asks nothing of an objective that was dropped', () => {
    const objectives = [
      ...(complete.objectives ?? []),
      { side: 'external', title: 'Old', state: 'dropped' } as const,
    ];
    expect(missing({ ...complete, objectives })).toEqual(['', '', '', '']);
  });

  it('counts every part of an empty plan as missing, not as fulfilled', () => {
    const found = run({ key });
    expect(found.figure('account.a.plan.completeness').value).toBe(0);
    expect(missing({ key })[0]).toBe('external internal how why what owner due');
    expect(found.finding('account.plan')?.severity).toBe('attention');
  });

  it('calls a plan thin by the declared line, which the figure prints', () => {
    const settings = { basis: 'quarter', thresholds: { planThin: 0 } } as const;
    const found = run({ key }, { settings });
    expect(found.finding('account.plan')?.severity).toBe('notable');
    expect(found.figure('account.a.plan.completeness').assumptions).toEqual([
      expect.objectContaining({ name: 'workspace.thresholds.planThin', value: 0 }),
    ]);
  });

  it('names every plan that lacks as much as the one that lacks most', () => {
    const found = runMethod(accountPlan, { accounts: { a: { key }, b: { key }, c: {} } });
    expect(found.finding('plans.completeness')?.params.leastAccounts).toEqual({
      kind: 'accounts',
      ids: ['a', 'b'],
    });
  });

  it('has a plan for key accounts and for those that have one, for nobody else', () => {
    const accounts = { a: { key }, b: { valueProposition: { text: 'Yes' } }, c: {} };
    const { results } = runMethod(accountPlan, { accounts });
    expect(results.figures.map(({ id }) => id).filter(id => id.endsWith('plan.completeness'))).toEqual([
      'account.a.plan.completeness',
      'account.b.plan.completeness',
    ]);
  });
});

describe('measured with the criteria that selected the account', () => {
  const found = run(complete);

  it('holds the points of today against those of the quarter of designation', () => {
    expect(found.figure('account.a.plan.score-then').value).toBe(5.5);
    expect(found.figure('account.a.plan.score-now').value).toBe(6.5);
    expect(found.figure('account.a.plan.score-change').value).toBe(1);
    expect(found.series('account.a.plan.criteria').rows).toEqual([
      expect.objectContaining({ criterion: 'Fit', pointsThen: 4, pointsNow: 8, change: 4 }),
      expect.objectContaining({ criterion: 'Reach', pointsThen: 6, pointsNow: 6, change: 0 }),
    ]);
  });

  it('takes adoption by the last count, each thing counting alike', () => {
    expect(found.figure('account.a.plan.adoption-then')).toMatchObject({
      value: 0.25,
      coverage: { n: 1, of: 2 },
    });
    expect(found.figure('account.a.plan.adoption-now').value).toBe(0.625);
    expect(found.figure('account.a.plan.growth-now').value).toBeCloseTo(0.2, 12);
  });

  it('sets nothing beside itself for an account that became key in the quarter under review', () => {
    const now = run({ ...complete, key: [{ from: '2026-Q3' }] });
    expect(now.series('account.a.plan.criteria').rows).toEqual([]);
    expect(now.series('account.a.plan.measures').rows).toEqual([]);
  });

  it('gives no change where there is nothing to compare, and says why', () => {
    const reason = (account: AccountInput, measure: string) =>
      run(account).figure(`account.a.plan.${measure}-change`).unavailable?.code;
    expect(reason({ ...complete, key: [{ from: '2026-Q3' }] }, 'score')).toBe('designated-now');
    expect(reason({ ...complete, key: [] }, 'score')).toBe('no-designation');
    expect(reason(complete, 'csat')).toBe('not-measured-then');
    expect(
      reason({ ...complete, ratings: { '2026-Q1': { fit: 4 }, '2026-Q3': { fit: 8, reach: 2 } } }, 'score'),
    ).toBe('criteria-changed');
  });
});

describe('objectives', () => {
  it('say how far they are, and which are late', () => {
    const of = (progress: object, more: object = {}) =>
      ({ side: 'external', title: 'O', progress, ...more }) as const;
    const objectives = [
      of({ from: 14, now: 5, target: 3 }, { due: '2026-09-30' }),
      of({ from: 0, target: 8 }, { due: '2026-10-01' }),
      of({ from: 0, now: 9, target: 8 }, { due: '2026-01-01', state: 'met' }),
    ] as NonNullable<AccountInput['objectives']>;
    const { rows } = run({ key, objectives }).series('account.a.plan.objectives');
    expect(rows.map(({ progress, state }) => [progress, state])).toEqual([
      [9 / 11, 'overdue'],
      [null, 'in-progress'],
      [1.125, 'met'],
    ]);
  });
});

describe('an objective whose day has passed', () => {
  const late = { ...objective, title: 'Kilns', side: 'internal', due: '2026-09-15' } as const;

  it('is told with its days and who owes it', () => {
    expect(run({ key, objectives: [late] }).finding('account.objectives')?.params).toMatchObject({
      late: { value: 1 },
      days: { value: 15 },
      owner: { text: 'ana' },
    });
  });

  it('is silent where it was met or dropped, or its day is to come', () => {
    for (const rest of [{ state: 'met' }, { state: 'dropped' }, { due: '2026-10-01' }] as const)
      expect(run({ key, objectives: [{ ...late, ...rest }] }).finding('account.objectives')).toBeUndefined();
  });
});

describe('a criterion that adds up a year', () => {
  const derived = {
    criteria: [
      ...scoring.criteria,
      {
        id: 'volume',
        name: 'Volume',
        weight: 2,
        derive: {
          measure: 'revenue',
          by: 'breakpoints',
          points: [
            [0, 1],
            [400, 10],
          ],
        },
      },
    ],
  } satisfies WorkspaceInput['scoring'];
  const quarters = (from: readonly string[]) =>
    Object.fromEntries(from.map(period => [period, { revenue: 60 }]));
  const year = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
  const measured = (periods: readonly string[]) =>
    run(
      { ...complete, history: quarters(periods) },
      { scoring: derived, settings: { basis: 'year-to-date' } },
    );

  it('has no change since designation where the record began in the midst of that year', () => {
    const found = measured(year);
    const reason = { code: 'window-incomplete', params: { n: 2, of: 4 } };
    expect(found.figure('account.a.plan.criterion-then.volume').unavailable).toEqual(reason);
    expect(found.figure('account.a.plan.criterion-change.volume').unavailable).toEqual(reason);
    expect(found.figure('account.a.plan.score-then').unavailable).toEqual(reason);
    expect(found.figure('account.a.plan.score-change').unavailable).toEqual(reason);
    expect(found.figure('account.a.plan.criterion-change.fit').value).toBe(4);
    // Growth is missing, which needs the year before; the points at designation are there, though nothing is held against them.
    expect(found.series('account.a.plan.steps').rows[2]).toMatchObject({ missing: 'growth' });
  });

  it('looks at the units of a group whose parent records nothing of its own', () => {
    const parent = { ...complete, since: '2006-01-01', history: {} };
    const found = runMethod(accountPlan, {
      scoring: derived,
      settings: { basis: 'year-to-date' },
      accounts: { a: parent, b: { parent: 'a', history: quarters(year) } },
    });
    expect(found.figure('account.a.plan.score-then').unavailable?.code).toBe('window-incomplete');
  });

  it('has one where that year is whole', () => {
    const found = measured(['2025-Q2', '2025-Q3', ...year]);
    expect(found.figure('account.a.plan.criterion-change.volume').value).toBe(0);
    expect(found.figure('account.a.plan.score-change').value).toBeDefined();
  });
});

describe('plans of the example', () => {
  it('are complete, partial and nearly empty', () => {
    expect(figureValue('account.siderurgica-palancia.plan.completeness')).toBe(1);
    expect(figureValue('account.alto-magro.plan.delivery')).toBe(0);
    expect(rowsOf('portfolio.plans')).toHaveLength(8);
  });
});
