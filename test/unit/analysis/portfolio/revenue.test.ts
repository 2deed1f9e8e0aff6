import { describe, expect, it } from 'vitest';
import { portfolioHistoryMethod } from '../../../../src/analysis/methods/portfolio-history.ts';
import { revenue } from '../../../../src/analysis/methods/revenue.ts';
import { accountsWith, runMethod, specimenAccounts } from './fixture.ts';

describe('revenue of the specimen report', () => {
  const run = runMethod(revenue, { accounts: specimenAccounts() });
  const value = (id: string): number => Number(run.figure(id).value);

  it('totals both years and the change', () => {
    expect(value('portfolio.revenue.total')).toBe(60_275);
    expect(value('portfolio.revenue.prior')).toBe(58_010);
    expect(value('portfolio.revenue.change-amount')).toBe(2_265);
    expect((value('portfolio.revenue.change') * 100).toFixed(1)).toBe('3.9');
    expect(value('portfolio.customers.active')).toBe(24);
    expect(value('portfolio.customers.active.prior')).toBe(23);
  });

  it('tells key from other customers', () => {
    expect(value('portfolio.key.count')).toBe(8);
    expect((value('portfolio.key.revenue-share') * 100).toFixed(1)).toBe('74.3');
    expect((value('portfolio.key.growth') * 100).toFixed(1)).toBe('7.3');
    expect((value('portfolio.other.growth') * 100).toFixed(1)).toBe('-4.9');
    expect(run.finding('growth.revenue')?.params.drivers).toEqual({ kind: 'text', text: 'keyOnly' });
  });

  it('lists customers by revenue with shares that add up', () => {
    const { rows } = run.series('portfolio.customers');
    expect(rows.map(row => row.rank)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    expect(rows[0]).toMatchObject({ account: 'palancia', key: true, change: 1_170 });
    expect(rows.at(-1)).toMatchObject({ account: 'alcalaten', cumulative: 1 });
  });

  it('gives a new customer no prior revenue and no change', () => {
    expect(run.figure('account.bajo-cinca.revenue-prior').unavailable?.code).toBe('no-prior-revenue');
    expect(run.figure('account.bajo-cinca.revenue-change').unavailable?.code).toBe('no-prior-revenue');
    const row = run.series('portfolio.customers').rows.find(({ account }) => account === 'bajo-cinca');
    expect(row).toMatchObject({ prior: null, change: 690, changeRatio: null });
  });
});

describe('spans and coverage', () => {
  const history = Object.fromEntries(
    ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map(
      (period, index) => [period, { revenue: 10 ** index }],
    ),
  );
  const total = (basis: 'year-to-date' | 'quarter' | 'trailing-year', side: string): unknown =>
    runMethod(revenue, { settings: { basis }, accounts: { a: { history } } }).figure(
      `portfolio.revenue.${side}`,
    ).value;

  it('sums the quarters of the declared basis and of a year earlier', () => {
    expect(total('year-to-date', 'total')).toBe(1_110_000);
    expect(total('year-to-date', 'prior')).toBe(111);
    expect(total('quarter', 'total')).toBe(1_000_000);
    expect(total('quarter', 'prior')).toBe(100);
    expect(total('trailing-year', 'total')).toBe(1_111_000);
  });

  it('holds nothing against a year of which the record has only a part', () => {
    expect(total('trailing-year', 'prior')).toBeUndefined();
    const late = { '2025-Q3': { revenue: 100 }, '2026-Q1': { revenue: 90 }, '2026-Q3': { revenue: 110 } };
    const run = (basis: 'year-to-date' | 'quarter') =>
      runMethod(revenue, { settings: { basis }, accounts: { a: { history: late } } });
    const wholeYear = run('year-to-date');
    expect(wholeYear.figure('portfolio.revenue.prior').unavailable?.code).toBe('no-prior-revenue');
    expect(wholeYear.series('portfolio.customers').rows[0]).toMatchObject({ prior: null, change: null });
    expect(run('quarter').figure('portfolio.revenue.prior').value).toBe(100);
  });

  it('reports quarters that are missing while the account was a customer, and only those', () => {
    const accounts = {
      gap: { history: { '2026-Q1': { revenue: 1 }, '2026-Q3': { revenue: 1 } } },
      young: { since: '2026-05-02', history: { '2026-Q2': { revenue: 1 }, '2026-Q3': { revenue: 1 } } },
      gone: {
        status: 'lost' as const,
        lost: { date: '2026-03-31' },
        history: { '2026-Q1': { revenue: 1 } },
      },
    };
    const run = runMethod(revenue, { accounts });
    expect(run.figure('portfolio.revenue.total').coverage).toEqual({ n: 5, of: 6 });
    expect(run.finding('portfolio.revenue-gaps')?.params.accounts).toEqual({
      kind: 'accounts',
      ids: ['gap'],
    });
  });

  it('refuses to compare where a quarter is missing on one side only', () => {
    const full = {
      '2025-Q2': { revenue: 50 },
      '2025-Q3': { revenue: 50 },
      '2026-Q2': { revenue: 60 },
      '2026-Q3': { revenue: 60 },
    };
    const { '2026-Q3': _, ...unfinished } = full;
    const run = runMethod(revenue, { accounts: { a: { history: full }, b: { history: unfinished } } });
    expect(run.figure('account.a.revenue-change').value).toBe(0.2);
    for (const id of [
      'account.b.revenue-change',
      'portfolio.revenue.change',
      'portfolio.revenue.change-amount',
    ])
      expect(run.figure(id).unavailable?.code).toBe('incomplete-quarters');
    expect(run.finding('growth.revenue')).toBeUndefined();
    expect(run.finding('portfolio.revenue-gaps')?.params.comparable).toEqual({ kind: 'text', text: 'no' });
    const rows = run.series('portfolio.customers').rows;
    expect(rows.find(({ account }) => account === 'b')).toMatchObject({ change: null, changeRatio: null });
  });

  it('converts with the rate of each quarter and names it as an input', () => {
    const run = runMethod(revenue, {
      settings: { rates: { USD: { '2026-Q2': 0.5, '2026-Q3': 0.9 } } },
      accounts: {
        a: { currency: 'USD', history: { '2026-Q2': { revenue: 100 }, '2026-Q3': { revenue: 100 } } },
      },
    });
    expect(run.figure('account.a.revenue').value).toBe(140);
    expect(run.figure('account.a.revenue').inputs).toContainEqual({
      file: 'data/workspace.yaml',
      path: ['rates', 'USD', '2026-Q3'],
    });
  });

  it('says what is missing where nothing is recorded', () => {
    for (const accounts of [{}, { a: {} }]) {
      const run = runMethod(revenue, { accounts });
      expect(run.figure('portfolio.revenue.total').unavailable?.code).toBe('no-revenue');
      expect(run.figure('portfolio.revenue.change').unavailable?.code).toBe('no-revenue');
      expect(run.figure('portfolio.customers.active').unavailable?.code).toBe('no-revenue');
      expect(run.figure('portfolio.key.revenue-share').unavailable?.code).toBe('no-revenue');
      expect(run.series('portfolio.quarters').rows).toEqual([]);
    }
  });

  it('keeps negative revenue in the total and out of the shares', () => {
    const run = runMethod(revenue, { accounts: accountsWith({ a: [100], b: [-20], c: [0] }) });
    expect(run.figure('portfolio.revenue.total').value).toBe(80);
    expect(run.figure('account.a.share').value).toBe(1);
    expect(run.figure('account.b.share').unavailable?.code).toBe('revenue-not-positive');
    expect(run.figure('account.c.share').value).toBe(0);
    expect(run.figure('portfolio.customers.active').value).toBe(1);
  });
});

describe('quarters', () => {
  it('shows plan and forecast of the quarters left in the fiscal year, and no actual from the future', () => {
    const run = runMethod(revenue, {
      accounts: {
        a: {
          history: {
            '2025-Q4': { revenue: 90 },
            '2026-Q3': { revenue: 100, plan: 110, forecast: 95 },
            '2026-Q4': { revenue: 999, plan: 120, forecast: 118 },
            '2027-Q1': { plan: 130 },
          },
        },
      },
    });
    const { rows } = run.series('account.a.quarters');
    expect(rows.map(row => row.period)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(rows.at(-2)).toEqual({ period: '2026-Q3', actual: 100, prior: null, plan: 110, forecast: null });
    expect(rows.at(-1)).toEqual({ period: '2026-Q4', actual: null, prior: 90, plan: 120, forecast: 118 });
  });
});

describe('the record of the portfolio', () => {
  const won = (closed: string | undefined, value: number | undefined) => ({
    stage: 'won' as const,
    ...(closed === undefined ? {} : { closed }),
    ...(value === undefined ? {} : { value }),
  });
  const run = runMethod(portfolioHistoryMethod, {
    accounts: {
      a: {
        history: { '2025-Q4': { revenue: 10 }, '2026-Q3': { revenue: 20 }, '2026-Q4': { revenue: 999 } },
        opportunities: [
          won('2025-12-31', 5),
          won('2026-09-30', 7),
          won('2026-10-01', 1000),
          won('2026-07-01', undefined),
          won(undefined, 3),
        ],
      },
    },
  });

  it('counts what closed up to the last day of the period', () => {
    expect(run.figure('portfolio.opportunities.won.count')).toMatchObject({
      value: 3,
      coverage: { n: 4, of: 5 },
    });
    expect(run.figure('portfolio.opportunities.won.value')).toMatchObject({
      value: 12,
      coverage: { n: 2, of: 3 },
    });
    expect(run.figure('portfolio.opportunities.won.span.count').value).toBe(2);
    expect(run.figure('portfolio.opportunities.won.span.value').value).toBe(7);
    expect(run.figure('portfolio.history.revenue.total').value).toBe(30);
  });

  it('tells no wins from no opportunities on record', () => {
    const count = (opportunities: ReturnType<typeof won>[]) =>
      runMethod(portfolioHistoryMethod, { accounts: { a: { opportunities } } }).figure(
        'portfolio.opportunities.won.count',
      );
    expect(count([won('2027-01-01', 1)]).value).toBe(0);
    expect(count([]).unavailable?.code).toBe('no-opportunities');
  });

  it('has a row for every quarter, the empty ones included', () => {
    expect(run.series('portfolio.history').rows).toEqual([
      { period: '2025-Q4', revenue: 10, accounts: 1, wonCount: 1, wonValue: 5 },
      { period: '2026-Q1', revenue: null, accounts: 0, wonCount: 0, wonValue: null },
      { period: '2026-Q2', revenue: null, accounts: 0, wonCount: 0, wonValue: null },
      { period: '2026-Q3', revenue: 20, accounts: 1, wonCount: 2, wonValue: 7 },
    ]);
  });
});
