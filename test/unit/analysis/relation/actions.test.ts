import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../../src/analysis/methods/actions.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
type Action = NonNullable<Accounts[string]['actions']>[number];

const key = [{ from: '2024-Q1' }];
const action = (due: string, rest: Partial<Action> = {}): Action => ({
  title: due,
  owner: 'ana',
  due,
  ...rest,
});
const run = (list: readonly Action[]) => runMethod(actions, { accounts: { a: { key, actions: [...list] } } });

describe('actions worked by hand', () => {
  const found = run([
    action('2026-09-30', { state: 'in-progress', since: '2026-Q1' }),
    action('2026-10-01', { since: '2026-Q3' }),
    action('2026-06-30', { state: 'done', completed: '2026-06-30', since: '2026-Q1' }),
    action('2026-06-29', { state: 'done', completed: '2026-06-30', owner: 'leo' }),
    action('2026-03-31', { state: 'done' }),
    action('2026-03-30', { state: 'dropped', since: '2025-Q4' }),
    action('2025-09-30', { state: 'done', completed: '2025-09-01' }),
  ]);

  it('are overdue at the end of the day of the data', () => {
    expect(found.figure('account.a.actions.open').value).toBe(2);
    expect(found.figure('account.a.actions.overdue').value).toBe(1);
    expect(found.series('portfolio.actions').rows.map(row => [row.due, row.state, row.daysOverdue])).toEqual([
      ['2026-09-30', 'overdue', 0],
      ['2026-10-01', 'planned', null],
    ]);
  });

  it('are carried over when they were agreed in an earlier review and are still open', () => {
    expect(found.figure('account.a.actions.carried').value).toBe(1);
    expect(found.series('portfolio.actions').rows.map(({ carried }) => carried)).toEqual([2, 0]);
  });

  it('are done in time in one of three cases: done late and still open both count against it', () => {
    const share = found.figure('account.a.actions.in-time');
    expect(share.value).toBeCloseTo(1 / 3, 12);
    expect(share.coverage).toEqual({ n: 3, of: 4 });
    expect(share.smallSample).toBe(true);
    expect(share.interval?.low).toBeGreaterThan(0);
  });

  it('are counted for each owner', () => {
    expect(found.series('portfolio.actions.owners').rows).toEqual([
      expect.objectContaining({
        owner: 'ana',
        actions: 6,
        openActions: 2,
        overdueActions: 1,
        inTime: 0.5,
        n: 2,
        of: 3,
      }),
      expect.objectContaining({ owner: 'leo', actions: 1, openActions: 0, inTime: 0, n: 1, of: 1 }),
    ]);
  });
});

describe('nothing to count', () => {
  it('says so, and does not call it zero', () => {
    const found = run([]);
    expect(found.figure('account.a.actions.open').unavailable?.code).toBe('no-actions');
    expect(found.figure('portfolio.actions.in-time').unavailable?.code).toBe('no-actions-due');
    expect(found.results.findings).toEqual([]);
    const undated = run([action('2026-05-01', { state: 'done' })]);
    expect(undated.figure('account.a.actions.in-time').unavailable?.code).toBe('no-completion-dates');
  });
});

it('adds up by owner, and finishing something never makes it look worse', () => {
  const any = fc.record({
    due: fc.constantFrom('2026-02-01', '2026-08-01', '2026-11-01'),
    owner: fc.constantFrom('ana', 'leo'),
    state: fc.constantFrom('planned' as const, 'done' as const),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), list => {
      const open = list.map(one => ({
        ...one,
        title: 't',
        ...(one.state === 'done' ? { completed: one.due } : {}),
      }));
      const found = run(open);
      const owners = found.series('portfolio.actions.owners').rows;
      const overdue = owners.reduce((total, row) => total + Number(row.overdueActions), 0);
      expect(overdue).toBe(found.figure('portfolio.actions.overdue').value);
      const finished = run(open.map(one => ({ ...one, state: 'done' as const, completed: one.due })));
      expect(finished.figure('portfolio.actions.overdue').value).toBe(0);
      expect(Number(finished.figure('portfolio.actions.in-time').value ?? 1)).toBeGreaterThanOrEqual(
        Number(found.figure('portfolio.actions.in-time').value ?? 0),
      );
    }),
    { numRuns: 40 },
  );
});
