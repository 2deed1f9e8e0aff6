import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentationMethod } from '../../../../src/analysis/methods/segmentation.ts';
import { portfolioRevenue } from '../../../../src/analysis/portfolio/revenue.ts';
import { segmentValues } from '../../../../src/analysis/portfolio/segment-values.ts';
import {
  fieldInputs,
  fieldValue,
  holds,
  segmentation,
} from '../../../../src/analysis/portfolio/segmentation.ts';
import type { Cell } from '../../../../src/model/series.ts';
import type { WorkspaceInput } from '../support.ts';
import { accountsWith, runMethod, scopeOf } from './fixture.ts';

const size = {
  id: 'size',
  name: 'Size',
  segments: [
    { id: 'large', name: 'Large', when: [{ field: 'revenue', atLeast: 100 }], strategy: 'Keep' },
    { id: 'medium', name: 'Medium', when: [{ field: 'revenue', atLeast: 50 }] },
  ],
};
const region = {
  id: 'region',
  name: 'Region',
  segments: [
    { id: 'home', name: 'Home', when: [{ field: 'country', is: 'ES' }] },
    { id: 'abroad', name: 'Abroad', when: [{ field: 'country', missing: false }] },
  ],
};

describe('conditions', () => {
  it('are fulfilled by values, and by a missing one only where it is asked for', () => {
    expect(holds({ field: 'x', atLeast: 5, below: 10 }, 5)).toBe(true);
    expect(holds({ field: 'x', atLeast: 5, below: 10 }, 10)).toBe(false);
    expect(holds({ field: 'x', in: ['a', 'b'] }, 'b')).toBe(true);
    expect(holds({ field: 'x', is: false }, false)).toBe(true);
    expect(holds({ field: 'x', atLeast: 0 }, 'text')).toBe(false);
    for (const test of [{ is: 'a' }, { in: ['a'] }, { atLeast: 0 }, { below: 9 }, { missing: false }])
      expect(holds({ field: 'x', ...test }, undefined)).toBe(false);
    expect(holds({ field: 'x', missing: true }, undefined)).toBe(true);
    expect(holds({ field: 'x', missing: true }, 0)).toBe(false);
  });
});

describe('fields', () => {
  it('reads measures, profile and own fields of the account', () => {
    const scope = scopeOf({
      scoring: { criteria: [{ id: 'fit', name: 'Fit', weight: 1 }] },
      accounts: {
        a: {
          since: '2016-09-30',
          industry: 'Acero',
          fields: { potential: 7 },
          key: [{ from: '2026-Q3' }],
          ratings: { '2026-Q3': { fit: 6 } },
          history: {
            '2025-Q3': { revenue: 80 },
            '2025-Q4': { revenue: 30, margin: 6 },
            '2026-Q3': { revenue: 100 },
          },
        },
      },
    });
    const [row] = scope.of(portfolioRevenue).rows;
    const value = (field: string) => row && fieldValue(scope, row.customer, field);
    expect(value('revenue')).toBe(130);
    expect(value('growth')).toBe(0.25);
    expect(value('margin')).toBe(6);
    expect(value('margin-ratio')).toBe(0.2);
    expect(Number(value('tenure')).toFixed(2)).toBe('10.00');
    expect(value('score')).toBe(6);
    expect(value('key')).toBe(true);
    expect(value('status')).toBe('active');
    expect(value('industry')).toBe('Acero');
    expect(value('region')).toBeUndefined();
    expect(value('fields.potential')).toBe(7);
  });
});

describe('fields that rest on a method', () => {
  const quarter = { revenue: 100, margin: 40, costToServe: 10, orders: 3 };
  const year = Object.fromEntries(
    ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map(period => [period, quarter]),
  );
  const scope = scopeOf({
    scoring: {
      criteria: [
        { id: 'fit', name: 'Fit', weight: 1 },
        { id: 'growth', name: 'Growth', weight: 1 },
      ],
    },
    resources: { potential: 'growth' },
    lifetime: { cuts: { profit: 0, years: 3 } },
    people: { ana: { name: 'Ana', role: 'kam' } },
    accounts: {
      a: {
        manager: 'ana',
        type: 'industry-leader',
        location: 'Sagunto',
        expectedYears: { years: 5, by: 'ana', date: '2026-01-01' },
        ratings: { '2026-Q3': { fit: 9, growth: 4 } },
        strength: [
          { period: '2026-Q3', by: 'customer', criteria: [{ name: 'Price', us: 9, competitor: 3 }] },
        ],
        history: year,
      },
    },
  });
  const [row] = scope.of(portfolioRevenue).rows;
  const value = (field: string) => row && fieldValue(scope, row.customer, field);

  it('are points of a criterion, potential, both quadrants, orders, costs and who manages it', () => {
    expect(value('criterion.fit')).toBe(9);
    expect(value('criterion.unknown')).toBeUndefined();
    expect(value('potential')).toBe(4);
    expect(value('kaism')).toBe('key');
    expect(value('lifetime')).toBe('true-friends');
    expect(value('orders')).toBe(12);
    expect(value('cost-to-serve')).toBe(40);
    expect(value('cost-to-serve-ratio')).toBe(0.1);
    expect(value('manager')).toBe('ana');
    expect(value('type')).toBe('industry-leader');
    expect(value('location')).toBe('Sagunto');
    expect(value('currency')).toBe('EUR');
  });

  it('come from the figures that show them', () => {
    const scheme = {
      id: 's',
      name: 'S',
      segments: [
        {
          id: 't',
          name: 'T',
          when: ['kaism', 'lifetime', 'potential', 'manager'].map(field => ({ field, missing: false })),
        },
      ],
    };
    expect(row && fieldInputs(scope, row.customer, scheme)).toEqual([
      'account.a.kaism.quadrant',
      'account.a.lifetime.quadrant',
      'account.a.score.criterion.growth',
      expect.objectContaining({ path: ['manager'] }),
    ]);
  });
});

describe('segments', () => {
  const accounts = accountsWith({ a: [120, 100], b: [100, 90], c: [60, 70], d: [10, 10] });
  const input: WorkspaceInput = {
    segments: { schemes: [size, region] },
    accounts: {
      ...accounts,
      a: { ...accounts.a, country: 'ES' },
      b: { ...accounts.b, country: 'FR' },
      c: { ...accounts.c, country: 'ES' },
    },
  };
  const run = runMethod(segmentationMethod, input);

  it('puts each customer under its first matching rule and shows what matches none', () => {
    expect(
      run
        .series('portfolio.segments.size')
        .rows.map(({ segment, match, accounts: n, revenue, strategy }) => [
          segment,
          match,
          n,
          revenue,
          strategy,
        ]),
    ).toEqual([
      ['Large', 'matched', 2, 220, 'Keep'],
      ['Medium', 'matched', 1, 60, null],
      [null, 'unmatched', 1, 10, null],
    ]);
    expect(run.figure('portfolio.segments.size.unmatched').value).toBe(1);
    expect(run.figure('portfolio.segments.size.large.growth').value).toBeCloseTo(30 / 190, 12);
    expect(run.finding('segments.unmatched')?.params.accounts).toEqual({ kind: 'accounts', ids: ['d'] });
  });

  it('lists each customer in every scheme', () => {
    const { rows } = run.series('portfolio.memberships');
    expect(rows.map(({ account, scheme, segment }) => [account, scheme, segment])).toEqual([
      ['a', 'Size', 'Large'],
      ['a', 'Region', 'Home'],
      ['b', 'Size', 'Large'],
      ['b', 'Region', 'Abroad'],
      ['c', 'Size', 'Medium'],
      ['c', 'Region', 'Home'],
      ['d', 'Size', null],
      ['d', 'Region', null],
    ]);
  });

  it('crosses two schemes', () => {
    expect(run.series('portfolio.segments.size.by.region').rows).toEqual([
      { a: 'Large', b: 'Home', place: 1, accounts: 1, revenue: 120 },
      { a: 'Large', b: 'Abroad', place: 2, accounts: 1, revenue: 100 },
      { a: 'Medium', b: 'Home', place: 1, accounts: 1, revenue: 60 },
      { a: null, b: null, place: 3, accounts: 1, revenue: 10 },
    ]);
    expect(run.series('portfolio.segments.size.by.region').columns.slice(0, 2)).toEqual([
      { id: 'a', kind: 'text', absent: 'segment-match.unmatched' },
      { id: 'b', kind: 'text', absent: 'segment-match.unmatched' },
    ]);
  });

  it('reports who changed segment since last quarter, at the same length of span', () => {
    const history = (last: number): Record<string, { revenue: number }> => ({
      '2025-Q3': { revenue: 25 },
      '2025-Q4': { revenue: 25 },
      '2026-Q1': { revenue: 25 },
      '2026-Q2': { revenue: 25 },
      '2026-Q3': { revenue: last },
    });
    const moved = runMethod(segmentationMethod, {
      segments: { schemes: [size] },
      accounts: { steady: { history: history(25) }, falls: { history: history(5) } },
    });
    expect(moved.series('portfolio.segments.size.migration').rows).toEqual([
      { account: 'falls', from: 'Large', to: 'Medium' },
    ]);
    expect(
      moved.series('portfolio.segments.size.migration').columns.filter(one => one.id !== 'account'),
    ).toEqual([
      { id: 'from', kind: 'text', absent: 'segment-match.unmatched' },
      { id: 'to', kind: 'text', absent: 'segment-match.unmatched' },
    ]);
    const first = runMethod(
      segmentationMethod,
      {
        segments: { schemes: [size] },
        accounts: { steady: { history: history(25) } },
      },
      '2025-Q3',
    );
    expect(first.series('portfolio.segments.size.migration').rows).toEqual([]);
  });

  it('has no series without schemes, and says so of an empty segment', () => {
    expect(runMethod(segmentationMethod, { accounts }).results.series).toEqual([]);
    const empty = runMethod(segmentationMethod, { segments: { schemes: [size] } });
    expect(empty.figure('portfolio.segments.size.large.revenue').unavailable?.code).toBe('empty-segment');
  });

  it('conserves customers and revenue, and does not depend on the order in which accounts are written', () => {
    const amount = fc.option(fc.integer({ min: -50, max: 300 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { maxLength: 12 }), pairs => {
        const entries = pairs.map((pair, index) => [`a${index}`, pair] as const);
        const rowsOf = (some: typeof entries): readonly Record<string, Cell>[] =>
          runMethod(segmentationMethod, {
            segments: { schemes: [size] },
            accounts: accountsWith(Object.fromEntries(some)),
          }).series('portfolio.segments.size').rows;
        expect(rowsOf([...entries].reverse())).toEqual(rowsOf(entries));

        const scope = scopeOf({
          segments: { schemes: [size] },
          accounts: accountsWith(Object.fromEntries(entries)),
        });
        const [segmented] = scope.of(segmentation);
        const values = segmented === undefined ? [] : segmentValues(scope, segmented);
        const { rows, total } = scope.of(portfolioRevenue);
        expect(values.reduce((n, value) => n + value.members.length, 0)).toBe(rows.length);
        expect(values.reduce((n, value) => n + (value.revenue?.toNumber() ?? 0), 0)).toBe(
          total?.toNumber() ?? 0,
        );
      }),
    );
  });
});
