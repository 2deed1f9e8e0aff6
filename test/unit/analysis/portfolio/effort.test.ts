import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effort } from '../../../../src/analysis/methods/effort.ts';
import type { Row } from '../../../../src/model/series.ts';
import { analysis, figureValue, rowsOf } from '../../example/example.ts';
import type { WorkspaceInput } from '../support.ts';
import { runMethod } from './fixture.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
type Quarter = { readonly revenue?: number; readonly hours?: number };

const settings = { basis: 'quarter' } as const;
const key = [{ from: '2024-Q1' }];
const quarter = (revenue: number | undefined, hours: number | undefined): Quarter => ({
  ...(revenue === undefined ? {} : { revenue }),
  ...(hours === undefined ? {} : { hours }),
});
/** Accounts with revenue and hours in the quarter under review. */
const accountsOf = (
  values: Readonly<Record<string, readonly [revenue?: number | undefined, hours?: number | undefined]>>,
): Accounts =>
  Object.fromEntries(
    Object.entries(values).map(([id, [revenue, hours]]) => [
      id,
      { history: { '2026-Q3': quarter(revenue, hours) }, ...(id.startsWith('key') ? { key } : {}) },
    ]),
  );
const run = (accounts: Accounts, more: WorkspaceInput = {}) =>
  runMethod(effort, { settings, accounts, ...more });
const verdicts = (rows: readonly Row[]): unknown[] => rows.map(row => [row.account, row.verdict]);

describe('effort worked by hand', () => {
  // Hours 90 of 200 for 20 % of revenue, 10 of 200 for 50 %, 100 of 200 for 30 %.
  const found = run(accountsOf({ 'key-a': [200, 90], 'key-b': [500, 10], other: [300, 100] }));

  it('divides the share of hours by the share of revenue', () => {
    expect(found.figure('portfolio.effort.hours').value).toBe(200);
    expect(found.figure('account.key-a.effort.hours-share').value).toBe(0.45);
    expect(found.figure('account.key-a.effort.ratio').value).toBeCloseTo(2.25, 12);
    expect(found.figure('account.key-b.effort.ratio').value).toBeCloseTo(0.1, 12);
    expect(found.figure('account.other.effort.ratio').value).toBeCloseTo(1.6667, 4);
  });

  it('shows key accounts by revenue and the others in one last row', () => {
    expect(found.series('portfolio.effort').rows).toEqual([
      expect.objectContaining({ account: 'key-b', key: true, customers: 1, hours: 10, verdict: 'under' }),
      expect.objectContaining({ account: 'key-a', key: true, customers: 1, hours: 90, verdict: 'over' }),
      expect.objectContaining({ account: null, key: false, customers: 1, hours: 100, verdict: 'balanced' }),
    ]);
  });

  it('names both sides in one finding', () => {
    const finding = found.finding('effort.imbalance');
    expect(finding?.topic).toBe('effort');
    expect(finding?.figures).toEqual(['account.key-a.effort.ratio', 'account.key-b.effort.ratio']);
    expect(finding?.params).toMatchObject({
      over: { value: 1 },
      overAccounts: { ids: ['key-a'] },
      overHours: { value: 0.45 },
      overRevenue: { value: 0.2 },
      underAccounts: { ids: ['key-b'] },
      underHours: { value: 0.05 },
      underRevenue: { value: 0.5 },
    });
  });

  it('counts the hours of a group as those of one customer', () => {
    const accounts = accountsOf({ 'key-a': [100, 30], plant: [300, 20], other: [600, 50] });
    const group = run({ ...accounts, plant: { ...accounts.plant, parent: 'key-a' } });
    expect(group.figure('account.key-a.effort.hours-share').value).toBe(0.5);
    expect(group.figure('account.key-a.effort.ratio').value).toBeCloseTo(1.25, 12);
    expect(group.figure('account.key-a.effort.ratio').coverage).toEqual({ n: 2, of: 2 });
    expect(group.series('portfolio.effort').rows).toHaveLength(2);
  });
});

describe('limits of effort', () => {
  // Ratios of exactly 2 and 0.5.
  const accounts = accountsOf({ 'key-a': [25, 50], 'key-b': [50, 25], 'key-c': [25, 25] });

  it('calls a ratio on a limit balanced', () => {
    const found = run(accounts);
    expect(found.figure('account.key-a.effort.ratio').value).toBe(2);
    expect(found.figure('account.key-b.effort.ratio').value).toBe(0.5);
    expect(found.finding('effort.imbalance')).toBeUndefined();
    expect(found.finding('effort.balanced')?.params.judged).toEqual({ kind: 'count', value: 3 });
  });

  it('takes them from the workspace and says so', () => {
    const thresholds = { effortLow: 0.6, effortHigh: 1.9 };
    const found = run(accounts, { settings: { ...settings, thresholds } });
    expect(verdicts(found.series('portfolio.effort').rows)).toEqual([
      ['key-b', 'under'],
      ['key-a', 'over'],
      ['key-c', 'balanced'],
    ]);
    expect(found.figure('account.key-a.effort.ratio').assumptions).toEqual([
      expect.objectContaining({ name: 'workspace.thresholds.effortLow', value: 0.6 }),
      expect.objectContaining({ name: 'workspace.thresholds.effortHigh', value: 1.9 }),
    ]);
  });
});

describe('hours that are missing or zero', () => {
  it('says nothing where nobody records hours', () => {
    const found = run(accountsOf({ 'key-a': [10], other: [20] }));
    expect(found.figure('portfolio.effort.hours').unavailable?.code).toBe('no-hours');
    expect(found.figure('portfolio.effort.hours').coverage).toEqual({ n: 0, of: 2 });
    expect(found.figure('account.key-a.effort.ratio').unavailable?.code).toBe('no-hours');
    expect(found.series('portfolio.effort').rows).toEqual([]);
    expect(found.results.findings).toEqual([]);
  });

  it('gives no ratio to an account with a gap, which would pass for neglect', () => {
    const history = { '2026-Q2': { revenue: 50 }, '2026-Q3': { revenue: 50, hours: 10 } };
    const since = '2026-04-01';
    const accounts = { ...accountsOf({ 'key-b': [50, 90] }), 'key-a': { key, since, history } };
    const found = run(accounts, { settings: { basis: 'year-to-date' } });
    expect(found.figure('account.key-a.effort.hours-share').value).toBe(0.1);
    expect(found.figure('account.key-a.effort.ratio').unavailable).toEqual({
      code: 'incomplete-hours',
      params: { n: 1, of: 2 },
    });
    expect(found.series('portfolio.effort').rows[0]).toMatchObject({ ratio: null, verdict: null });
    expect(found.figure('account.key-a.effort.verdict').unavailable?.code).toBe('incomplete-hours');
  });

  it('takes zero hours for what they are', () => {
    const found = run(accountsOf({ 'key-a': [50, 0], 'key-b': [50, 10] }));
    expect(found.figure('account.key-a.effort.ratio').value).toBe(0);
    expect(verdicts(found.series('portfolio.effort').rows)).toContainEqual(['key-a', 'under']);
    const none = run(accountsOf({ 'key-a': [50, 0] }));
    expect(none.figure('portfolio.effort.hours').value).toBe(0);
    expect(none.figure('account.key-a.effort.hours-share').unavailable?.code).toBe('zero-hours');
  });

  it('counts hours spent on someone who buys nothing, without a verdict', () => {
    const accounts = accountsOf({ 'key-a': [50, 10], 'key-b': [0, 10], prospect: [undefined, 20] });
    const found = run({ ...accounts, prospect: { ...accounts.prospect, status: 'prospect' } });
    expect(found.figure('portfolio.effort.hours').value).toBe(40);
    for (const id of ['key-b', 'prospect'])
      expect(found.figure(`account.${id}.effort.ratio`).unavailable?.code).toBe('no-revenue-share');
    expect(found.figure('account.prospect.effort.ratio').inputs).toEqual([
      'account.prospect.effort.hours-share',
    ]);
  });
});

describe('properties of effort', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const hours = fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined });
  const customers = fc.array(fc.tuple(amount, hours), { minLength: 2, maxLength: 12 });

  it('has shares of hours and of revenue that add up to one', () => {
    fc.assert(
      fc.property(customers, values => {
        fc.pre(values.some(([, spent]) => spent !== undefined));
        const accounts = Object.fromEntries(
          values.map((value, index) => [`${index % 2 === 0 ? 'key' : 'other'}-${index}`, value]),
        );
        const { rows } = run(accountsOf(accounts)).series('portfolio.effort');
        const total = (column: string): number =>
          rows.reduce((sum, { [column]: cell }) => sum + (typeof cell === 'number' ? cell : 0), 0);
        expect(total('hoursShare')).toBeCloseTo(1, 9);
        expect(total('revenueShare')).toBeCloseTo(1, 9);
        expect(total('customers')).toBe(values.length);
      }),
    );
  });
});

describe('effort in the example', () => {
  const rows = rowsOf('portfolio.effort');
  const of = (id: string): Row => rows.find(({ account }) => account === id) ?? {};
  const percent = (column: string, ...ids: readonly string[]): string =>
    (ids.reduce((sum, id) => sum + Number(of(id)[column]), 0) * 100).toFixed(1);

  it('bears out the first decision', () => {
    expect(percent('hoursShare', 'papelera-clariano', 'alto-magro')).toBe('23.9');
    expect(percent('revenueShare', 'papelera-clariano', 'alto-magro')).toBe('11.2');
    expect(percent('hoursShare', 'hidrogestion-cabriel')).toBe('2.3');
    expect(percent('revenueShare', 'hidrogestion-cabriel')).toBe('5.0');
    const ratioOf = ({ ratio }: Row): number => Number(ratio ?? 1);
    expect(rows.filter(row => ratioOf(row) > 2).map(({ account }) => account)).toEqual([
      'papelera-clariano',
      'alto-magro',
    ]);
    expect(rows.filter(row => ratioOf(row) < 0.5).map(({ account }) => account)).toEqual([
      'hidrogestion-cabriel',
    ]);
  });

  it('gives each account the verdict that hours and money together have on it, and no other', () => {
    for (const { account, verdict } of rows.slice(0, -1)) {
      const figure = analysis.figures.get(`account.${account}.resources.verdict`);
      if (figure?.value !== undefined) expect(verdict, String(account)).toBe(figure.value);
    }
    expect(analysis.findings.find(({ code }) => code === 'resources.hours-alone')?.params).toMatchObject({
      many: { value: 0 },
      few: { value: 0 },
      worthAccounts: { ids: ['prefabricados-jucar-sur'] },
      pendingAccounts: { ids: ['alto-magro'] },
    });
  });

  it('leaves the others without a ratio, because one of them has no hours on record', () => {
    expect(rows.at(-1)).toMatchObject({ account: null, customers: 16, ratio: null, verdict: null });
    expect(figureValue('portfolio.effort.hours')).toBe(15_420);
  });
});
