import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payOf } from '../../../../src/analysis/incentives/payout.ts';
import { incentives } from '../../../../src/analysis/methods/incentives.ts';
import { money } from '../../../../src/analysis/money.ts';
import type { Incentives } from '../../../../src/model/incentives.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Rule = Incentives['schemes'][number]['rules'][number];
const rule = (more: Partial<Rule>): Rule => ({
  id: 'rule',
  name: 'Rule',
  measure: 'revenue-growth',
  threshold: 0.02,
  weight: 1,
  ...more,
});
const share = { unit: 'share', polarity: 'higher' } as const;

describe('what a rule pays', () => {
  it('is its amount from the threshold on, and its rate for each percentage point beyond it, to the cent', () => {
    const growth = rule({ amount: 2000, rate: 450, cap: 8000 });
    expect(payOf(growth, money(0.0199), share).toString()).toBe('0');
    expect(payOf(growth, money(0.02), share).toString()).toBe('2000');
    expect(payOf(growth, money(0.0337), share).toString()).toBe('2616.5');
    expect(payOf(growth, money(0.9), share).toString()).toBe('8000');
    expect(payOf({ ...growth, weight: 0.5 }, money(0.9), share).toString()).toBe('4000');
  });

  it('counts units of money one by one, and turns round where lower is better', () => {
    const margin = rule({ threshold: 1000, rate: 0.002 });
    expect(payOf(margin, money(1000.5), { unit: 'money:EUR', polarity: 'higher' }).toString()).toBe('0.001');
    const contacts = rule({ threshold: 7, amount: 100, rate: 50 });
    const lower = { unit: 'contacts', polarity: 'lower' } as const;
    expect(payOf(contacts, money(7), lower).toString()).toBe('100');
    expect(payOf(contacts, money(5), lower).toString()).toBe('200');
    expect(payOf(contacts, money(7.1), lower).toString()).toBe('0');
  });

  it('never pays less for more, never less than nothing, never more than its cap', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    const sum = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(value, value, value, sum, sum, sum, (a, b, threshold, amount, rate, cap) => {
        const one = rule({ threshold, amount, rate, cap });
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(some => payOf(one, money(some), share));
        expect(more?.greaterThanOrEqualTo(less ?? 0)).toBe(true);
        expect(less?.isNegative()).toBe(false);
        expect(more?.greaterThan(cap)).toBe(false);
      }),
    );
  });
});

const settings = { basis: 'quarter' } as const;
/** Two accounts that grow and a large one that left: +30 on 200, and 100 lost. */
const input: WorkspaceInput = {
  settings,
  people: { ana: { name: 'Ana', role: 'kam' }, bru: { name: 'Bru', role: 'kam' } },
  accounts: {
    a: {
      manager: 'ana',
      since: '2020-01-01',
      history: { '2025-Q3': { revenue: 100 }, '2026-Q3': { revenue: 120 } },
    },
    b: {
      manager: 'ana',
      since: '2020-01-01',
      history: { '2025-Q3': { revenue: 100 }, '2026-Q3': { revenue: 110 } },
    },
    c: {
      manager: 'ana',
      since: '2020-01-01',
      status: 'lost',
      lost: { date: '2026-05-01' },
      history: { '2025-Q3': { revenue: 100 } },
    },
  },
  incentives: {
    schemes: [
      {
        id: 'now',
        name: 'Now',
        inForce: true,
        cap: 900,
        rules: [
          { id: 'growing', name: 'Growing', measure: 'growing-accounts', threshold: 2, amount: 500.1 },
          { id: 'churn', name: 'Churn', measure: 'churn', threshold: 0.4, amount: 300.2 },
          { id: 'csat', name: 'Satisfied', measure: 'csat', threshold: 0.8, amount: 700 },
        ],
      },
    ],
    scenarios: [
      { id: 'worse', name: 'Worse', changes: [{ measure: 'churn', by: 0.1 }] },
      {
        id: 'push',
        name: 'Push',
        changes: [
          { measure: 'churn', by: 0.1 },
          { measure: 'csat', to: 0.9 },
          { measure: 'growing-accounts', to: 0 },
        ],
      },
    ],
  },
};
const found = runMethod(incentives, input);
const scheme = 'kam.ana.incentive.now';

describe('schemes simulated on what was recorded', () => {
  it('adds up what its rules pay, exactly; what is unknown is missing and leaves a range', () => {
    expect(found.figure(`${scheme}.rule.growing`).value).toBe(500.1);
    expect(found.figure(`${scheme}.rule.churn`).value).toBe(300.2);
    expect(found.figure(`${scheme}.rule.csat`).unavailable?.code).toBe('no-answers');
    expect(found.figure(scheme)).toMatchObject({
      value: 800.3,
      coverage: { n: 2, of: 3 },
      interval: { low: 800.3, high: 900, kind: 'possible' },
    });
  });

  it('changes in a case only what the case names', () => {
    expect(found.figure(`${scheme}.scenario.worse`).value).toBe(500.1);
    expect(found.figure(`${scheme}.scenario.push`)).toMatchObject({ value: 700, coverage: { n: 3, of: 3 } });
    expect(found.series('kam.ana.incentives').rows.map(row => [row.case, row.pay, row.payChange])).toEqual([
      [null, 800.3, null],
      ['Worse', 500.1, -300.2],
      ['Push', 700, -100.3],
    ]);
  });

  it('ends its rules with what the scheme pays in all, and tells where its cap takes something away', () => {
    const totals = (cap: number) =>
      runMethod(incentives, {
        ...input,
        incentives: { schemes: (input.incentives?.schemes ?? []).map(one => ({ ...one, cap })) },
      })
        .series('kam.ana.incentive-rules')
        .rows.filter(({ isTotal }) => isTotal === true)
        .map(row => [row.pay, row.cap]);
    expect(totals(900)).toEqual([[800.3, 0]]);
    expect(totals(700)).toEqual([[700, 700]]);
  });

  it('does not pay zero to somebody without accounts: nothing is known', () => {
    expect(found.figure('kam.bru.incentive.now').unavailable?.code).toBe('no-rule-measured');
    expect(found.figure('kam.bru.incentive.now.rule.churn').unavailable?.code).toBe('no-managed-accounts');
    expect(found.figure('programme.incentive.now')).toMatchObject({
      value: 800.3,
      coverage: { n: 1, of: 2 },
    });
  });

  it('points out pay for growth in two accounts while the base churns (003)', () => {
    const finding = found.finding('incentive.growth-despite-churn');
    expect(finding).toMatchObject({ kam: 'ana', severity: 'attention' });
    expect(finding?.params).toMatchObject({ pay: { value: 500.1 }, line: { value: 0.05 } });
    const tolerant = runMethod(incentives, {
      ...input,
      incentives: { ...input.incentives, churnLine: 0.5 },
    });
    expect(tolerant.finding('incentive.growth-despite-churn')).toBeUndefined();
  });

  it('finds rules that pull apart, and none where all move one way', () => {
    const [now] = input.incentives?.schemes ?? [];
    const sales = { id: 'sales', name: 'Sales', measure: 'revenue-growth', threshold: 0, rate: 10 } as const;
    const apartIn = (growth: number) =>
      runMethod(incentives, {
        ...input,
        incentives: {
          schemes: now === undefined ? [] : [{ ...now, rules: [sales, ...now.rules] }],
          scenarios: [
            {
              id: 'trade',
              name: 'Trade',
              changes: [
                { measure: 'churn', to: 0.5 },
                { measure: 'revenue-growth', to: growth },
              ],
            },
          ],
        },
      }).series('programme.incentives.tensions').rows;
    // Revenue fell from 300 to 230, so that sales pay nothing now.
    expect(apartIn(0.1)).toEqual([
      expect.objectContaining({ case: 'Trade', rises: 'Sales', falls: 'Churn', affected: 1 }),
    ]);
    expect(apartIn(-0.1)).toEqual([]);
  });

  it('has nothing to simulate without schemes', () => {
    const { incentives: _, ...rest } = input;
    expect(runMethod(incentives, rest).results.figures).toEqual([]);
  });
});
