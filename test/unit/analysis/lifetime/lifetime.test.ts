import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifetimeQuadrant } from '../../../../src/analysis/lifetime/quadrants.ts';
import { lifetimeMethod } from '../../../../src/analysis/methods/lifetime.ts';
import { runMethod, scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';
import { type Accounts, earning } from './fixture.ts';

const run = (input: WorkspaceInput) => runMethod(lifetimeMethod, input);
const key = [{ from: '2024-Q1' }];
const fixedCuts = { cuts: { profit: 500, years: 5 } };
const quadrantsOf = (input: WorkspaceInput): Record<string, unknown> =>
  Object.fromEntries(
    run(input)
      .series('portfolio.lifetime')
      .rows.map(({ account, quadrant }) => [String(account), quadrant]),
  );

describe('quadrants', () => {
  const accounts: Accounts = {
    friend: earning(900, { expectedYears: 8 }),
    butterfly: earning(800, { expectedYears: 2 }),
    barnacle: earning(100, { expectedYears: 9, key }),
    stranger: earning(-50, { expectedYears: 1 }),
  };

  it('are high or low profit by long or short lifetime', () => {
    expect(quadrantsOf({ accounts, lifetime: fixedCuts })).toEqual({
      friend: 'true-friends',
      butterfly: 'butterflies',
      barnacle: 'barnacles',
      stranger: 'strangers',
    });
  });

  it('take what lies on a cut as high', () => {
    const on = { on: earning(500, { expectedYears: 5 }) };
    expect(quadrantsOf({ accounts: on, lifetime: fixedCuts })).toEqual({ on: 'true-friends' });
  });

  it('are cut at the median of those placed, at break-even, or at a declared number', () => {
    const median = run({ accounts });
    expect(median.figure('portfolio.lifetime.cut.profit').value).toBe(450);
    expect(median.figure('portfolio.lifetime.cut.years').value).toBe(5);
    const even = run({ accounts, lifetime: { cuts: { profit: 'break-even' } } });
    expect(even.figure('portfolio.lifetime.cut.profit').value).toBe(0);
    expect(even.series('portfolio.lifetime').rows.map(({ quadrant }) => quadrant)).toContain('strangers');
    expect(even.figure('portfolio.lifetime.cut.profit').assumptions?.[0]).toMatchObject({
      name: 'lifetime.cuts.profit',
      value: 'break-even',
      source: { path: ['cuts', 'profit'] },
    });
  });

  it('name key accounts among the barnacles, and what butterflies are worth', () => {
    const found = run({ accounts, lifetime: fixedCuts });
    expect(found.finding('lifetime.key-barnacles')?.params.accounts).toEqual({
      kind: 'accounts',
      ids: ['barnacle'],
    });
    expect(found.figure('portfolio.lifetime.butterflies.profit').value).toBe(800);
    expect(found.finding('lifetime.butterflies')?.severity).toBe('notable');
    expect(found.finding('lifetime.true-friends')?.params.part).toMatchObject({ value: 0.5 });
  });

  it('can be asked for one customer', () => {
    const scope = scopeOf({ accounts, lifetime: fixedCuts });
    expect(lifetimeQuadrant(scope, 'barnacle')).toBe('barnacles');
    expect(lifetimeQuadrant(scope, 'nobody')).toBeUndefined();
  });

  it('say who moved since the last quarter, from what was known then', () => {
    const fades = earning(900, { expectedYears: { years: 5.2, date: '2026-06-30' } });
    const found = run({ accounts: { ...accounts, fades }, lifetime: fixedCuts });
    const row = found.series('portfolio.lifetime').rows.find(({ account }) => account === 'fades');
    expect(row).toMatchObject({ quadrant: 'butterflies', quadrantPrior: null, near: true });
  });
});

describe('profit', () => {
  it('is margin after cost to serve, of quarters that have both', () => {
    const found = run({ accounts: { a: earning(400, { expectedYears: 3 }) } });
    const figure = found.figure('account.a.lifetime.profit');
    expect(figure.value).toBe(400);
    expect(figure.inputs).toContainEqual({
      file: 'data/accounts/a.yaml',
      path: ['history', '2026-Q3', 'costToServe'],
    });
  });

  it('is not a part of itself where a quarter lacks one of the two', () => {
    const a = earning(400, { expectedYears: 3 });
    const history = { ...a.history, '2026-Q3': { revenue: 1000, margin: 110 } };
    const found = run({ accounts: { a: { ...a, history } } });
    expect(found.figure('account.a.lifetime.profit').unavailable).toEqual({
      code: 'incomplete-profit',
      params: { n: 3, of: 4 },
    });
    expect(found.figure('account.a.lifetime.quadrant').unavailable?.code).toBe('incomplete-profit');
    expect(found.series('portfolio.lifetime.missing').rows).toEqual([
      expect.objectContaining({ account: 'a', axis: 'profit', years: 3 }),
    ]);
  });

  it('asks nothing of quarters before the customer came', () => {
    const { history } = earning(400);
    const late = { '2026-Q2': history?.['2026-Q2'] ?? {}, '2026-Q3': history?.['2026-Q3'] ?? {} };
    const a = { since: '2026-04-01', history: late, expectedYears: 3 };
    expect(run({ accounts: { a } }).figure('account.a.lifetime.profit').value).toBe(200);
  });
});

describe('edges', () => {
  it('without any data there is a reason and nothing else', () => {
    for (const accounts of [{}, { a: earning(5) }]) {
      const found = run({ accounts });
      expect(found.figure('portfolio.lifetime.placed').unavailable?.code).toBe('no-lifetime-data');
      expect(found.series('portfolio.lifetime').rows).toEqual([]);
      expect(found.series('portfolio.lifetime.quadrants').rows).toEqual([]);
      expect(found.results.findings).toEqual([]);
    }
  });

  it('a key account without any data is shown as missing', () => {
    const found = run({ accounts: { a: earning(5, { key }) } });
    expect(found.figure('account.a.lifetime.years').unavailable?.code).toBe('no-lifetime-data');
    expect(found.series('portfolio.lifetime.missing').rows).toHaveLength(1);
  });

  it('lost customers and prospects have no place', () => {
    const lost = earning(5, { status: 'lost', lost: { date: '2026-02-01' }, expectedYears: 2 });
    const prospect = { status: 'prospect' as const, expectedYears: 2 };
    expect(quadrantsOf({ accounts: { lost, prospect, stays: earning(5, { expectedYears: 2 }) } })).toEqual({
      stays: 'true-friends',
    });
  });
});

describe('properties', () => {
  const table = fc.array(fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 90 })), {
    minLength: 1,
    maxLength: 12,
  });
  const accountsOf = (values: readonly (readonly [number, number])[], factor = 1): Accounts =>
    Object.fromEntries(
      values.map(([profit, tenths], index) => [
        `a${index}`,
        earning(profit * 4 * factor, { expectedYears: tenths / 10 }),
      ]),
    );

  it('everyone stands in one quadrant, and their profits add up', () => {
    fc.assert(
      fc.property(table, values => {
        const found = run({ accounts: accountsOf(values) });
        const { rows } = found.series('portfolio.lifetime.quadrants');
        const total = (id: string): number => rows.reduce((sum, row) => sum + Number(row[id]), 0);
        expect(total('accounts')).toBe(values.length);
        expect(total('profit')).toBeCloseTo(
          values.reduce((sum, [profit]) => sum + 4 * profit, 0),
          6,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('the order of accounts changes nothing, and median cuts do not care for the unit of money', () => {
    fc.assert(
      fc.property(table, values => {
        const accounts = accountsOf(values);
        const turned = Object.fromEntries(Object.entries(accounts).reverse());
        expect(run({ accounts: turned }).results).toEqual(run({ accounts }).results);
        expect(quadrantsOf({ accounts: accountsOf(values, 1000) })).toEqual(quadrantsOf({ accounts }));
      }),
      { numRuns: 40 },
    );
  });
});
