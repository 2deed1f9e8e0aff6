import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loss } from '../../../../src/analysis/methods/loss.ts';
import { analysis, rounded, rowsOf } from '../../example/example.ts';
import type { WorkspaceInput } from '../support.ts';
import { runMethod } from './fixture.ts';

const key = [{ from: '2024-Q1' }];
type Quarter = readonly [revenue: number, margin?: number, costToServe?: number];
const account = ([revenue, margin, costToServe]: Quarter, more: object = {}) => ({
  history: {
    '2026-Q3': {
      revenue,
      ...(margin === undefined ? {} : { margin }),
      ...(costToServe === undefined ? {} : { costToServe }),
    },
  },
  ...more,
});
const run = (accounts: NonNullable<WorkspaceInput['accounts']>, fixedCosts: Record<string, number> = {}) =>
  runMethod(loss, { settings: { basis: 'quarter', fixedCosts }, accounts });

describe('cover of fixed costs worked by hand', () => {
  // Margins after service: 60, 30 and 30, together 120.
  const accounts = {
    a: account([500, 70, 10], { key }),
    b: account([300, 50, 20], { key }),
    c: account([200, 30, 0]),
  };
  const found = run(accounts, { '2026-Q3': 80 });

  it('divides the margin after cost to serve by the fixed costs, before and after', () => {
    expect(found.figure('portfolio.loss.served-margin').value).toBe(120);
    expect(found.figure('portfolio.loss.cover').value).toBe(1.5);
    expect(found.figure('account.a.loss.cover-after').value).toBe(0.75);
    expect(found.figure('account.b.loss.cover-after').value).toBe(1.125);
    expect(found.series('portfolio.loss').rows).toMatchObject([
      { account: 'a', coverBefore: 1.5, coverAfter: 0.75 },
      { account: 'b', coverBefore: 1.5, coverAfter: 1.125 },
    ]);
  });

  it('says whose loss would leave them unpaid', () => {
    const finding = found.finding('dependence.cover-lost');
    expect(finding?.severity).toBe('attention');
    expect(finding?.params).toMatchObject({ lost: { value: 1 }, worst: { id: 'a' }, after: { value: 0.75 } });
    expect(run(accounts, { '2026-Q3': 60 }).finding('dependence.cover-holds')?.severity).toBe('good');
    expect(run(accounts, { '2026-Q3': 121 }).finding('dependence.cover-short')?.severity).toBe('critical');
  });
});

describe('cover that can not be known', () => {
  it('without fixed costs, or with a quarter of them missing', () => {
    const accounts = { a: account([500, 70, 10], { key }) };
    expect(run(accounts).figure('portfolio.loss.cover').unavailable?.code).toBe('no-fixed-costs');
    const year = runMethod(loss, {
      settings: { basis: 'year-to-date', fixedCosts: { '2026-Q3': 80, '2026-Q2': 80 } },
      accounts,
    });
    expect(year.figure('portfolio.loss.cover').unavailable).toEqual({
      code: 'incomplete-fixed-costs',
      params: { n: 2, of: 3 },
    });
    expect(year.results.findings.map(({ code }) => code)).toEqual(['portfolio.loss']);
    expect(run(accounts, { '2026-Q3': 0 }).figure('portfolio.loss.cover').unavailable?.code).toBe(
      'zero-fixed-costs',
    );
  });

  it('without cost to serve: a quarter that records the margin alone pays nothing', () => {
    const found = run({ a: account([500, 70], { key }), b: account([300, 50, 20]) }, { '2026-Q3': 10 });
    expect(found.figure('portfolio.loss.cover').value).toBe(3);
    expect(found.figure('portfolio.loss.cover').coverage).toEqual({ n: 1, of: 2 });
    expect(found.figure('account.a.loss.cover-after').unavailable?.code).toBe('no-served-margin');
  });
});

describe('groups', () => {
  const quarter = (revenue: number) => ({ history: { '2026-Q3': { revenue } } });
  const found = run({
    parent: quarter(10),
    south: { ...quarter(60), parent: 'parent' },
    north: { ...quarter(30), parent: 'south' },
    other: quarter(5),
  });

  it('are attributed to their parent, through every level, and shown by account', () => {
    expect(found.series('portfolio.groups').rows).toEqual([
      { account: 'parent', groupMember: 'parent', revenue: 10, groupShare: 0.1 },
      { account: 'parent', groupMember: 'south', revenue: 60, groupShare: 0.6 },
      { account: 'parent', groupMember: 'north', revenue: 30, groupShare: 0.3 },
    ]);
  });

  it('do not report a parent that buys only through its companies as a gap', () => {
    const holding = run({
      parent: {},
      south: { ...quarter(60), parent: 'parent' },
      north: { parent: 'parent' },
    });
    expect(holding.series('portfolio.groups').rows.map(row => row.groupMember)).toEqual(['south', 'north']);
  });

  it('add up to the customer in the example', () => {
    const rows = rowsOf('portfolio.groups').filter(row => row.account === 'morteros-maestrat');
    const sum = rows.reduce((total, { revenue }) => total + Number(revenue ?? 0), 0);
    expect(rows).toHaveLength(3);
    expect(sum).toBe(analysis.figures.get('account.morteros-maestrat.revenue')?.value);
  });
});

describe('properties of the cover', () => {
  it('what all accounts together lose, one by one, is the whole cover', () => {
    const amount = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, amount, amount), { minLength: 1, maxLength: 8 }),
        amount,
        (rows, costs) => {
          fc.pre(costs > 0);
          const accounts = Object.fromEntries(rows.map((row, index) => [`a${index}`, account(row, { key })]));
          const found = run(accounts, { '2026-Q3': costs });
          const before = Number(found.figure('portfolio.loss.cover').value);
          const lost = rows.map(
            (_, index) => before - Number(found.figure(`account.a${index}.loss.cover-after`).value),
          );
          expect(lost.reduce((total, one) => total + one, 0)).toBeCloseTo(before, 6);
        },
      ),
    );
  });
});

describe('the cover of the example', () => {
  it('holds without any key account but Palancia', () => {
    expect(rounded('portfolio.loss.cover', 2)).toBe(1.19);
    const below = rowsOf('portfolio.loss').filter(row => Number(row.coverAfter) < 1);
    expect(below.map(row => row.account)).toEqual(['siderurgica-palancia']);
  });
});
