import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridge } from '../../../../src/analysis/methods/bridge.ts';
import { loss } from '../../../../src/analysis/methods/loss.ts';
import { sum } from '../../../../src/analysis/money.ts';
import { bridgeSteps, revenueBridge } from '../../../../src/analysis/portfolio/bridge.ts';
import type { WorkspaceInput } from '../support.ts';
import { accountsWith, runMethod, scopeOf, specimenAccounts } from './fixture.ts';

describe('revenue bridge', () => {
  it('takes the specimen report from prior to current revenue', () => {
    const accounts = specimenAccounts();
    const run = runMethod(bridge, {
      accounts: {
        ...accounts,
        alcalaten: { ...accounts.alcalaten, status: 'lost', lost: { date: '2026-03-31' } },
      },
    });
    const value = (step: string): unknown => run.figure(`portfolio.bridge.${step}`).value;
    expect(value('new')).toBe(690);
    expect(value('expansion')).toBe(4_465);
    expect(value('contraction')).toBe(-2_335);
    expect(value('lost')).toBe(-555);
    expect(value('currency')).toBe(0);
    expect(run.series('portfolio.bridge').rows.map(row => row.step)).toEqual([
      'prior',
      'new',
      'expansion',
      'contraction',
      'lost',
      'current',
    ]);
  });

  it('parts what was bought from what the rate did', () => {
    const run = runMethod(bridge, {
      settings: { rates: { USD: { '2025-Q3': 0.9, '2026-Q3': 0.8 } } },
      accounts: {
        a: { currency: 'USD', history: { '2025-Q3': { revenue: 100 }, '2026-Q3': { revenue: 120 } } },
      },
    });
    expect(run.figure('portfolio.bridge.expansion').value).toBe(18);
    expect(run.figure('portfolio.bridge.currency').value).toBe(-12);
    expect(run.series('portfolio.bridge').rows.at(-2)).toMatchObject({ step: 'currency', from: 108, to: 96 });
  });

  it('names who came and who left, and not who has nothing entered yet', () => {
    const accounts = accountsWith({
      a: [10, 10],
      came: [5],
      left: [undefined, 7],
      late: [undefined, 3],
    });
    const run = runMethod(bridge, {
      accounts: { ...accounts, left: { ...accounts.left, status: 'lost', lost: { date: '2026-02-01' } } },
    });
    expect(run.finding('portfolio.new-customers')?.params.accounts).toEqual({
      kind: 'accounts',
      ids: ['came'],
    });
    expect(run.finding('portfolio.lost-customers')?.params.accounts).toEqual({
      kind: 'accounts',
      ids: ['left'],
    });
    expect(run.figure('portfolio.bridge.lost').value).toBe(-10);
    expect(run.figure('portfolio.bridge.lost').coverage).toEqual({ n: 3, of: 4 });
  });

  it('has no steps without a prior year', () => {
    const run = runMethod(bridge, { accounts: accountsWith({ a: [10] }) });
    expect(run.figure('portfolio.bridge.new').unavailable?.code).toBe('no-prior-revenue');
    expect(run.series('portfolio.bridge').rows).toEqual([]);
  });

  it('adds up to the last cent, whatever the amounts, currencies and gaps', () => {
    const amount = fc.option(
      fc.integer({ min: -1_000_000, max: 100_000_000 }).map(cents => cents / 100),
      {
        nil: undefined,
      },
    );
    const quarter = fc.record({ current: amount, prior: amount, foreign: fc.boolean() });
    const rate = fc.integer({ min: 5_000, max: 20_000 }).map(rate => rate / 10_000);
    fc.assert(
      fc.property(fc.array(quarter, { maxLength: 12 }), rate, rate, (quarters, before, now) => {
        const accounts: NonNullable<WorkspaceInput['accounts']> = Object.fromEntries(
          quarters.map(({ current, prior, foreign }, index) => [
            `a${index}`,
            {
              ...accountsWith({ a: [current, prior] }).a,
              ...(foreign ? { currency: 'USD' } : {}),
            },
          ]),
        );
        const scope = scopeOf({
          settings: { rates: { USD: { '2025-Q3': before, '2026-Q3': now } } },
          accounts,
        });
        const found = scope.of(revenueBridge);
        if (found === undefined) return;
        const steps = sum(bridgeSteps.map(step => found.amounts[step]));
        expect(found.prior.plus(steps).equals(found.current)).toBe(true);
      }),
    );
  });
});

describe('loss of an account', () => {
  it('takes one key account away and leaves the others as they are', () => {
    const accounts = accountsWith({ a: [50], b: [30], c: [20] });
    const margin = (id: string, value: number) => ({
      ...accounts[id],
      key: [{ from: '2025-Q1' }],
      history: { '2026-Q3': { revenue: accounts[id]?.history?.['2026-Q3']?.revenue, margin: value } },
    });
    const run = runMethod(loss, { accounts: { ...accounts, a: margin('a', 20), b: margin('b', 6) } });
    expect(run.series('portfolio.loss').rows).toEqual([
      {
        account: 'a',
        revenue: 50,
        revenueAfter: 50,
        revenueDrop: 0.5,
        margin: 20,
        marginAfter: 6,
        coverBefore: null,
        coverAfter: null,
        hhiAfter: 5200,
        top1After: 0.6,
      },
      expect.objectContaining({ account: 'b', revenueAfter: 70, marginAfter: 20 }),
    ]);
    expect(run.figure('portfolio.loss.margin-base').coverage).toEqual({ n: 2, of: 9 });
  });

  it('says why nothing is left without the only account', () => {
    const run = runMethod(loss, {
      accounts: { a: { key: [{ from: '2025-Q1' }], history: { '2026-Q3': { revenue: 10 } } } },
    });
    expect(run.figure('account.a.loss.hhi-after').unavailable?.code).toBe('no-positive-revenue');
    expect(run.figure('account.a.loss.margin-after').unavailable?.code).toBe('no-margin');
    expect(run.figure('account.a.loss.revenue-after').value).toBe(0);
  });
});
