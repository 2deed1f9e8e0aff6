import { describe, expect, it } from 'vitest';
import {
  expectedRenewals,
  type RenewalParameters,
} from '../../../../src/analysis/lifetime/shifted-beta-geometric.ts';
import { lifetimeMethod } from '../../../../src/analysis/methods/lifetime.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';
import { type Accounts, contractPool, earning, orderFile, ordersOf, yearlyContracts } from './fixture.ts';

const run = (input: WorkspaceInput, period?: string) => runMethod(lifetimeMethod, input, period);

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
