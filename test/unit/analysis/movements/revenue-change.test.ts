import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revenueChange } from '../../../../src/analysis/movements/revenue-change.ts';
import { bridgeSteps } from '../../../../src/analysis/portfolio/bridge.ts';
import { scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const [before, after] = ['2026-Q2', '2026-Q3'];

const change = (input: WorkspaceInput, basis: 'quarter' | 'year-to-date' | 'trailing-year' = 'quarter') =>
  revenueChange(scopeOf(input, before), scopeOf(input, after), basis);

const quarters = (prior?: number, current?: number) => ({
  history: {
    ...(prior === undefined ? {} : { [before]: { revenue: prior } }),
    ...(current === undefined ? {} : { [after]: { revenue: current } }),
  },
});

test('two quarters: who came, who grew, who shrank, who left', () => {
  const found = change({
    accounts: {
      came: quarters(undefined, 50.25),
      grew: quarters(100, 130.1),
      shrank: quarters(80, 60),
      left: quarters(40, undefined),
    },
  });
  const amounts = Object.fromEntries(bridgeSteps.map(step => [step, found?.amounts[step].toNumber()]));
  expect(amounts).toEqual({ new: 50.25, expansion: 30.1, contraction: -20, lost: -40, currency: 0 });
  expect([found?.prior.toNumber(), found?.current.toNumber()]).toEqual([220, 240.35]);
});

test('the price of currency is what the same sales would have brought at the earlier rate', () => {
  const found = change({
    settings: { rates: { USD: { [before]: 0.8, [after]: 0.9 } } },
    accounts: { foreign: { currency: 'USD', ...quarters(100, 110) } },
  });
  expect(found?.amounts.expansion.toNumber()).toBe(8);
  expect(found?.amounts.currency.toNumber()).toBe(11);
});

test('a year to date of another length is no basis of comparison', () => {
  expect(change({ accounts: { one: quarters(1, 2) } }, 'year-to-date')).toBeUndefined();
  expect(change({ accounts: { one: quarters(1, 2) } }, 'trailing-year')).toBeDefined();
});

test('without a record on one side nothing is compared', () => {
  expect(change({ accounts: { one: quarters(undefined, 2) } })).toBeUndefined();
  expect(change({})).toBeUndefined();
});

const amount = fc.option(fc.integer({ min: -500_00, max: 500_00 }).map(cents => cents / 100));

test('the steps add up to the change to the last cent, whatever the accounts and their order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount, fc.boolean()), { maxLength: 12 }), rows => {
      const settings = { rates: { USD: { [before]: 0.8731, [after]: 0.9017 } } };
      const named = rows.map(
        ([prior, current, foreign], index) =>
          [
            `account-${index}`,
            {
              ...quarters(prior ?? undefined, current ?? undefined),
              ...(foreign ? { currency: 'USD' } : {}),
            },
          ] as const,
      );
      const found = change({ settings, accounts: Object.fromEntries(named) });
      const turned = change({ settings, accounts: Object.fromEntries([...named].reverse()) });
      if (found === undefined) return;
      const steps = bridgeSteps.reduce((sum, step) => sum.plus(found.amounts[step]), found.prior);
      expect(steps.equals(found.current)).toBe(true);
      expect(turned?.amounts).toEqual(found.amounts);
    }),
  );
});
