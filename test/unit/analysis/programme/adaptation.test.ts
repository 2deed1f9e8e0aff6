import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptationMethod } from '../../../../src/analysis/methods/adaptation.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Change = NonNullable<NonNullable<WorkspaceInput['changes']>['changes']>[number];

const key = [{ from: '2026-Q1' }];
const step = (date: string) => ({ date, text: `On ${date}` });
const change = (id: string, date: string, more: Partial<Change> = {}): Change => ({
  id,
  date,
  origin: 'market',
  text: id,
  ...more,
});
const run = (changes: readonly Change[], more: WorkspaceInput = {}, period?: string) =>
  runMethod(adaptationMethod, { ...more, changes: { ...more.changes, changes: [...changes] } }, period);
const states = (found: ReturnType<typeof run>) =>
  found.series('programme.adaptation.changes').rows.map(({ state }) => state);

describe('a change', () => {
  it('is open, decided, in the plan or dismissed', () => {
    expect(
      states(
        run([
          change('d', '2026-09-04', { dismissed: step('2026-09-10') }),
          change('c', '2026-09-03', { decision: step('2026-09-08'), plan: step('2026-09-20') }),
          change('b', '2026-09-02', { decision: step('2026-09-08') }),
          change('a', '2026-09-01'),
        ]),
      ),
    ).toEqual(['dismissed', 'in-plan', 'decided', 'open']);
  });

  it('is overdue after the declared days, or after its own date, and not on the day itself', () => {
    // The data are of 30 September; sixty days before is 1 August.
    expect(states(run([change('a', '2026-08-01')]))).toEqual(['open']);
    expect(states(run([change('a', '2026-07-31')]))).toEqual(['overdue']);
    expect(states(run([change('a', '2026-07-31', { due: '2026-09-30' })]))).toEqual(['open']);
    expect(states(run([change('a', '2026-09-01', { due: '2026-09-29' })]))).toEqual(['overdue']);
    expect(states(run([change('a', '2026-07-31', { decision: step('2026-08-10') })]))).toEqual(['overdue']);
    expect(states(run([change('a', '2026-07-31', { plan: step('2026-09-10') })]))).toEqual(['in-plan']);
  });

  it('is read as it stood in the quarter: what came later is not known', () => {
    const known = [change('a', '2026-05-20', { decision: step('2026-06-10'), plan: step('2026-08-01') })];
    expect(states(run(known, {}, '2026-Q1'))).toEqual([]);
    expect(states(run(known, {}, '2026-Q2'))).toEqual(['decided']);
    expect(run(known, {}, '2026-Q2').series('programme.adaptation.changes').rows[0]).toMatchObject({
      toDecision: 21,
      toPlan: null,
      inPlan: null,
    });
    expect(states(run(known))).toEqual(['in-plan']);
  });

  it('of an account stands in the register of both, one of an account without key status too', () => {
    const found = run([change('p', '2026-09-01')], {
      accounts: { plant: { changes: [change('a', '2026-09-05', { origin: 'customer' })] } },
    });
    expect(found.series('programme.adaptation.changes').rows.map(({ account }) => account)).toEqual([
      'plant',
      null,
    ]);
    expect(found.series('account.plant.adaptation.changes').rows).toHaveLength(1);
    expect(found.figure('programme.adaptation.changes.customer').value).toBe(1);
    expect(found.results.figures.some(({ id }) => id.startsWith('account.plant'))).toBe(false);
  });
});

describe('days to decision and to plan', () => {
  const taken = (id: string, days: number, planned?: number): Change =>
    change(id, '2026-06-01', {
      decision: step(`2026-06-${String(1 + days).padStart(2, '0')}`),
      ...(planned === undefined ? {} : { plan: step(`2026-07-${String(planned).padStart(2, '0')}`) }),
    });

  it('are medians of those that have come so far, with coverage and mark of a small sample', () => {
    const found = run([
      taken('a', 4, 1),
      taken('b', 10, 11),
      taken('c', 7),
      change('d', '2026-06-01'),
      change('e', '2026-06-01', { dismissed: step('2026-06-02') }),
    ]);
    expect(found.figure('programme.adaptation.to-decision')).toMatchObject({
      value: 7,
      coverage: { n: 3, of: 4 },
      smallSample: true,
    });
    expect(found.figure('programme.adaptation.to-plan')).toMatchObject({
      value: 35,
      coverage: { n: 2, of: 4 },
    });
    expect(found.figure('programme.adaptation.to-plan').interval).toBeUndefined();
  });

  it('carry an interval from six on', () => {
    const found = run([1, 2, 3, 5, 8, 13].map((days, index) => taken(`c${index}`, days)));
    expect(found.figure('programme.adaptation.to-decision')).toMatchObject({
      value: 4,
      interval: { low: 1, high: 13, kind: 'order-statistics' },
    });
  });

  it('are not zero where nothing has been decided', () => {
    const open = run([change('a', '2026-09-01')]);
    expect(open.figure('programme.adaptation.to-decision').unavailable?.code).toBe('no-change-decided');
    expect(open.figure('programme.adaptation.to-plan').unavailable?.code).toBe('no-change-in-plan');
    expect(run([]).figure('programme.adaptation.to-plan').unavailable?.code).toBe('no-changes');
    expect(run([]).figure('programme.adaptation.open').unavailable?.code).toBe('no-changes');
  });
});

describe('plans of the key accounts', () => {
  const accounts = {
    fresh: { key, planReviews: ['2026-06-30', '2026-01-15'] },
    old: { key, planReviews: ['2026-06-29'] },
    never: {
      key,
      changes: [change('a', '2026-09-01'), change('b', '2026-09-01', { dismissed: step('2026-09-02') })],
    },
    other: { planReviews: ['2025-01-01'] },
  };

  it('are stale after the cadence, strictly, and those never reviewed are named apart', () => {
    const found = run([], { accounts });
    expect(
      found
        .series('programme.adaptation.plans')
        .rows.map(({ account, planAge, state, openChanges }) => [account, planAge, state, openChanges]),
    ).toEqual([
      ['never', null, 'never-reviewed', 1],
      ['old', 93, 'stale', 0],
      ['fresh', 92, 'current', 0],
    ]);
    expect(found.figure('programme.adaptation.stale-plans')).toMatchObject({
      value: 2,
      coverage: { n: 2, of: 3 },
      assumptions: [{ name: 'changes.planCadence', value: 92 }],
    });
    expect(found.finding('adaptation.stale-plans')?.params).toMatchObject({
      stale: { value: 1 },
      never: { value: 1 },
      staleAccounts: { ids: ['old'] },
      neverAccounts: { ids: ['never'] },
    });
    expect(found.figure('programme.adaptation.never-reviewed-plans')).toMatchObject({
      value: 1,
      coverage: { n: 1, of: 3 },
    });
  });

  it('follow the cadence of the workspace', () => {
    const found = run([], { accounts, changes: { planCadence: 120 } });
    expect(found.figure('account.old.adaptation.plan').value).toBe('current');
    expect(found.figure('account.old.adaptation.plan').assumptions).toEqual([
      expect.objectContaining({ value: 120, source: expect.anything() }),
    ]);
  });

  it('count the changes of a whole group', () => {
    const group = {
      mother: { key, planReviews: ['2026-09-01'] },
      daughter: { parent: 'mother', changes: [change('a', '2026-09-10')] },
    };
    expect(run([], { accounts: group }).figure('account.mother.adaptation.open').value).toBe(1);
  });

  it('accuse nobody where no register is kept', () => {
    const found = run([], { accounts: { quiet: { key } } });
    expect(found.finding('adaptation.stale-plans')).toBeUndefined();
    expect(found.figure('account.quiet.adaptation.plan-age').unavailable?.code).toBe('no-plan-review');
    expect(run([]).figure('programme.adaptation.stale-plans').unavailable?.code).toBe('no-key-accounts');
  });
});

describe('reviews of the programme', () => {
  it('are held, held late, due or overdue', () => {
    const reviews = [
      { id: 'a', text: 'A', due: '2026-06-30', held: '2026-06-30' },
      { id: 'b', text: 'B', due: '2026-06-30', held: '2026-07-09' },
      { id: 'c', text: 'C', due: '2026-09-30' },
      { id: 'd', text: 'D', due: '2026-09-20' },
    ];
    const found = run([], { changes: { reviews } });
    expect(
      found.series('programme.adaptation.reviews').rows.map(({ state, daysLate }) => [state, daysLate]),
    ).toEqual([
      ['held', null],
      ['held-late', 9],
      ['due', null],
      ['overdue', 10],
    ]);
    expect(found.finding('adaptation.overdue-reviews')?.params).toMatchObject({
      overdue: { value: 1 },
      review: { text: 'D' },
      days: { value: 10 },
    });
  });
});

describe('properties of adaptation', () => {
  it('settles every change in one way, whatever the order of the register', () => {
    const day = fc.integer({ min: 1, max: 28 }).map(one => `2026-08-${String(one).padStart(2, '0')}`);
    const some = fc.record({
      date: day,
      decided: fc.boolean(),
      planned: fc.boolean(),
      dropped: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 10 }), many => {
        const changes = many.map(({ date, decided, planned, dropped }, index) =>
          change(`c${index}`, date, {
            ...(decided ? { decision: step('2026-08-29') } : {}),
            ...(planned ? { plan: step('2026-08-30') } : dropped ? { dismissed: step('2026-08-30') } : {}),
          }),
        );
        const value = (list: readonly Change[], id: string) =>
          run(list).figure(`programme.adaptation.${id}`).value;
        const settled = many.filter(({ planned, dropped }) => planned || dropped).length;
        expect(value(changes, 'open')).toBe(many.length - settled);
        for (const id of ['to-decision', 'to-plan', 'overdue'])
          expect(value([...changes].reverse(), id)).toBe(value(changes, id));
      }),
      { numRuns: 40 },
    );
  });
});
