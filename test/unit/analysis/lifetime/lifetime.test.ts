import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifetimeQuadrant } from '../../../../src/analysis/lifetime/quadrants.ts';
import {
  expectedRenewals,
  type RenewalParameters,
} from '../../../../src/analysis/lifetime/shifted-beta-geometric.ts';
import { lifetimeMethod } from '../../../../src/analysis/methods/lifetime.ts';
import { runMethod, scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';
import { type Accounts, contractPool, earning, orderFile, ordersOf, yearlyContracts } from './fixture.ts';

const run = (input: WorkspaceInput, period?: string) => runMethod(lifetimeMethod, input, period);
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

describe('lifetime of those under contract', () => {
  const found = run({ accounts: contractPool() });

  it('is fitted on every decided renewal, those of lost customers included', () => {
    expect(found.figure('portfolio.lifetime.contracts.losses').value).toBe(4);
    expect(found.figure('portfolio.lifetime.contracts.decisions').inputs).toHaveLength(
      Number(found.figure('portfolio.lifetime.contracts.decisions').value),
    );
    expect(found.figure('portfolio.lifetime.contracts.alpha').value).toBeGreaterThan(0);
    expect(found.series('portfolio.lifetime.retention').rows[0]).toMatchObject({
      renewalNumber: 1,
      decidedCount: 12,
    });
  });

  it('is the rest of the contract and the renewals that may be expected, up to the horizon', () => {
    const parameters: RenewalParameters = {
      alpha: Number(found.figure('portfolio.lifetime.contracts.alpha').value),
      beta: Number(found.figure('portfolio.lifetime.contracts.beta').value),
    };
    // Five renewals behind it, 92 days left, then whole years up to ten.
    const rest = 92 / 365.25;
    const whole = expectedRenewals(parameters, 5, 9);
    const years = Number(found.figure('account.contract-01.lifetime.years').value);
    expect(years).toBeGreaterThan(rest + (whole * 365) / 365.25 - 0.01);
    expect(years).toBeLessThan(rest + whole + 1);
    expect(found.figure('account.contract-01.lifetime.estimator').value).toBe('contract');
    expect(Number(found.figure('account.contract-01.lifetime.discounted-years').value)).toBeLessThan(years);
  });

  it('is refused under the declared number of renewals, with the next estimate in its place', () => {
    const contracts = yearlyContracts(2021, 2026, 'not-due');
    const few = run({
      accounts: { a: earning(10, { contracts, expectedYears: 4 }), b: earning(10, { contracts }) },
    });
    expect(few.figure('portfolio.lifetime.contracts.alpha').unavailable).toEqual({
      code: 'too-few-renewals',
      params: { n: 10, needed: 20 },
    });
    expect(few.figure('account.a.lifetime.estimator').value).toBe('declared');
    expect(few.figure('account.b.lifetime.years').unavailable?.code).toBe('too-few-renewals');
    expect(few.finding('lifetime.unfitted')?.params).toMatchObject({
      n: { value: 10 },
      needed: { value: 20 },
    });
  });

  it('cannot be told where nobody was ever lost', () => {
    const contracts = yearlyContracts(2014, 2026, 'not-due');
    const all = run({ accounts: { a: earning(1, { contracts }), b: earning(1, { contracts }) } });
    expect(all.figure('portfolio.lifetime.contracts.beta').unavailable?.code).toBe('no-contract-lost');
  });

  it('ends with the contract where it is known that it will not be renewed', () => {
    const contracts = [
      { id: 'C', start: '2025-01-01', end: '2026-12-31', renewal: 'lost' as const, renewals: 3 },
    ];
    const leaving = run({ accounts: { ...contractPool(), leaving: earning(5, { contracts }) } });
    expect(leaving.figure('account.leaving.lifetime.years').value).toBeCloseTo(92 / 365.25, 9);
  });

  it('rests on the contract of greatest value of all that the group has', () => {
    const small = { id: 'S', product: 'x', start: '2026-01-01', end: '2030-12-31', value: 10 };
    const large = {
      id: 'L',
      product: 'y',
      start: '2026-01-01',
      end: '2026-12-31',
      value: 90,
      renewal: 'lost' as const,
    };
    const group = {
      parent: earning(5, { contracts: [small] }),
      plant: earning(5, { parent: 'parent', contracts: [large] }),
    };
    const both = run({ accounts: { ...contractPool(), ...group } });
    expect(both.figure('account.parent.lifetime.years').value).toBeCloseTo(92 / 365.25, 9);
    expect(both.figure('account.parent.lifetime.years').inputs[0]).toMatchObject({
      file: 'data/accounts/plant.yaml',
    });
  });
});

describe('lifetime of those who order', () => {
  const names = Array.from({ length: 12 }, (_, index) => `order-${String(index).padStart(2, '0')}`);
  const ordering = (): Accounts => Object.fromEntries(names.map(name => [name, earning(100)]));
  const gone = ['2025-02-01', '2025-06-01', '2025-11-01'];
  const lines = names.map((name, index) =>
    ordersOf(name, 10 + 3 * index, gone[index] ?? (index === 3 ? '2026-07-20' : '2026-09-29')),
  );
  const accounts = ordering();
  const found = run({ accounts, orders: orderFile(...lines) });

  it('believes in those who order and not in those who fell silent', () => {
    expect(found.figure('account.order-00.lifetime.alive').value).toBeLessThan(0.01);
    expect(found.figure('account.order-11.lifetime.alive').value).toBeGreaterThan(0.9);
    const order = found.series('portfolio.lifetime.orders').rows.map(({ alive }) => Number(alive));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(found.finding('lifetime.silent')?.params).toMatchObject({ limit: { value: 0.5 } });
    expect(found.figure('account.order-00.lifetime.years').value).toBeLessThan(0.1);
  });

  it('traces every figure to the lines of the file', () => {
    const { inputs } = found.figure('account.order-11.lifetime.orders');
    expect(inputs).toHaveLength(lines[11]?.length ?? 0);
    expect(inputs[0]).toEqual({ file: 'data/orders.csv', path: [expect.any(Number)] });
    expect(found.figure('account.order-11.lifetime.years').inputs).toContain(
      'account.order-11.lifetime.orders',
    );
  });

  it('leaves out orders after the date of the data, and after an earlier quarter', () => {
    const later = [...lines, ['order-00,2026-10-05']];
    const now = run({ accounts, orders: orderFile(...later) });
    expect(now.figure('account.order-00.lifetime.orders').value).toBe(lines[0]?.length);
    const before = run({ accounts, orders: orderFile(...lines) }, '2025-Q4');
    expect(Number(before.figure('account.order-11.lifetime.orders').value)).toBeLessThan(
      lines[11]?.length ?? 0,
    );
  });

  it('is refused with fewer repeat customers than declared', () => {
    const few = run({ accounts, orders: orderFile(...lines.slice(0, 9)) });
    expect(few.figure('portfolio.lifetime.orders.r').unavailable).toEqual({
      code: 'too-few-ordering-customers',
      params: { n: 9, needed: 10 },
    });
    expect(few.figure('account.order-00.lifetime.years').unavailable?.code).toBe(
      'too-few-ordering-customers',
    );
  });

  it('follows the declared precedence', () => {
    const both = { ...accounts, 'order-05': { ...accounts['order-05'], expectedYears: 2.5 } };
    const orders = orderFile(...lines);
    const byDefault = run({ accounts: both, orders });
    expect(byDefault.figure('account.order-05.lifetime.estimator').value).toBe('orders');
    const turned = run({ accounts: both, orders, lifetime: { precedence: ['declared', 'orders'] } });
    expect(turned.figure('account.order-05.lifetime.estimator').value).toBe('declared');
    expect(turned.figure('account.order-05.lifetime.years').value).toBe(2.5);
    expect(turned.figure('account.order-06.lifetime.estimator').value).toBe('orders');
  });
});

describe('declared lifetimes', () => {
  it('are shorter by the time that has passed, and end at the horizon', () => {
    const since = (date: string, years: number) =>
      run({ accounts: { a: earning(1, { expectedYears: { years, date } }) } }).figure(
        'account.a.lifetime.years',
      );
    expect(since('2024-09-30', 5).value).toBeCloseTo(3, 2);
    expect(since('2020-09-30', 5).value).toBe(0);
    expect(since('2026-09-30', 40).value).toBe(10);
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
