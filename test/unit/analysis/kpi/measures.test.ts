import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customers } from '../../../../src/analysis/customers.ts';
import { kpiDefinitions } from '../../../../src/analysis/kpi/definitions.ts';
import { averageLifetime, marginMultiple } from '../../../../src/analysis/kpi/lifetime-value.ts';
import type { Measurement } from '../../../../src/analysis/kpi/measurement.ts';
import { grossRetention, netRetention } from '../../../../src/analysis/kpi/revenue-retention.ts';
import { money } from '../../../../src/analysis/money.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import { type KpiId, kpiIds } from '../../../../src/model/kpi.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
const scopeOf = (input: WorkspaceInput, period = '2026-Q3') => createScope(workspaceOf(input), period);
const measure = (kpi: KpiId, input: WorkspaceInput, period?: string): Measurement => {
  const scope = scopeOf(input, period);
  return kpiDefinitions[kpi].measure(scope, scope.of(customers));
};
const reasonOf = (kpi: KpiId, input: WorkspaceInput) => measure(kpi, input).unavailable?.code;

describe('an empty workspace', () => {
  it('has no KPI, and a reason for each', () => {
    for (const kpi of kpiIds) {
      const { value, unavailable } = measure(kpi, {});
      expect(value).toBeUndefined();
      expect(unavailable?.code).toMatch(/^[a-z-]+$/);
    }
  });
});

describe('rates of deals and contracts over the last four quarters', () => {
  const deal = (stage: 'won' | 'lost', rest: object = {}) => ({ stage, closed: '2026-02-01', ...rest });

  it('give .2553–.3662 for 81 customers of 263 prospects', () => {
    const opportunities = Array.from({ length: 263 }, (_, index) => deal(index < 81 ? 'won' : 'lost'));
    const { value, interval } = measure('acquisition-rate', { accounts: { a: { opportunities } } });
    expect(value).toBeCloseTo(81 / 263, 12);
    expect(interval?.low).toBeCloseTo(0.2553, 4);
    expect(interval?.high).toBeCloseTo(0.3662, 4);
  });

  it('weigh referred new business by value, where source and value are known', () => {
    const opportunities = [
      deal('won', { source: 'referral', value: 30 }),
      deal('won', { source: 'own', value: 70 }),
      deal('won', { value: 500 }),
      deal('lost', { source: 'referral', value: 500 }),
    ];
    expect(measure('referenced-customers', { accounts: { a: { opportunities } } })).toMatchObject({
      value: 0.3,
      coverage: { n: 2, of: 3 },
    });
  });

  it('count contacts on lost deals as declared', () => {
    const opportunities = [
      deal('won', { contacts: 6 }),
      deal('won', { contacts: 8 }),
      deal('lost', { contacts: 10 }),
      deal('won'),
    ];
    const accounts = { a: { opportunities } };
    expect(measure('contacts-to-close', { accounts })).toMatchObject({
      value: 12,
      sample: 2,
      coverage: { n: 3, of: 4 },
    });
    expect(measure('contacts-to-close', { accounts, kpis: { countLostDealContacts: false } }).value).toBe(7);
    expect(
      reasonOf('contacts-to-close', { accounts: { a: { opportunities: [deal('lost', { contacts: 3 })] } } }),
    ).toBe('no-won-deals');
    expect(reasonOf('contacts-to-close', { accounts: { a: { opportunities: [deal('won')] } } })).toBe(
      'no-deal-contacts',
    );
  });
});

describe('churn and retention', () => {
  const here = { since: '2020-01-01' };
  const gone = (date: string, since = '2020-01-01') => ({ since, status: 'lost' as const, lost: { date } });

  it('is lost of those present at the start, newcomers excluded', () => {
    const accounts: Accounts = {
      ...Object.fromEntries(Array.from({ length: 22 }, (_, index) => [`c${index}`, here])),
      lost: gone('2026-03-31'),
      'lost-before': gone('2025-06-30'),
      newcomer: { since: '2026-02-10' },
      'brief-newcomer': gone('2026-08-01', '2026-01-10'),
      prospect: { status: 'prospect' },
    };
    expect(measure('churn', { accounts })).toMatchObject({ value: 1 / 23, sample: 23 });
    expect(measure('churn', { accounts }, '2025-Q4').value).toBe(1 / 24);
  });

  it('is not zero but unknown where nobody records who left', () => {
    const history = { '2025-Q3': { revenue: 10 }, '2026-Q3': { revenue: 0 } };
    const accounts = { a: { ...here, history } };
    const settings = { basis: 'quarter' as const };
    expect(reasonOf('churn', { accounts })).toBe('no-leavings-recorded');
    expect(reasonOf('revenue-churn', { settings, accounts })).toBe('no-leavings-recorded');
    expect(measure('gross-revenue-retention', { settings, accounts }).value).toBe(0);
    expect(measure('churn', { accounts: { ...accounts, b: gone('2020-05-05') } }).value).toBe(0);
  });

  it('counts from the first quarter in which a customer bought, not from one recorded as zero', () => {
    const history = { '2025-Q1': { revenue: 0 }, '2026-Q1': { revenue: 5 } };
    expect(reasonOf('churn', { accounts: { a: { history } } })).toBe('no-customers-at-start');
  });

  it('knows in an earlier quarter only what was known then', () => {
    expect(measure('churn', { accounts: { a: here, b: gone('2026-09-15') } }, '2026-Q2').value).toBe(0);
  });

  it('is 103 % net and 85 % gross for 10.0, 1.8, .6 and .9', () => {
    const movement = { start: money(10), expansion: money(1.8), contraction: money(0.6), churn: money(0.9) };
    expect(netRetention(movement)).toBe(1.03);
    expect(grossRetention(movement)).toBe(0.85);
  });

  it('comes to the same from accounts, without the newcomer', () => {
    const years = (prior: number, now?: number) => ({
      history: {
        '2025-Q3': { revenue: prior },
        ...(now === undefined ? {} : { '2026-Q3': { revenue: now } }),
      },
    });
    const input: WorkspaceInput = {
      settings: { basis: 'quarter' },
      accounts: {
        growing: years(4, 5.8),
        shrinking: years(5.1, 4.5),
        lost: { ...years(0.9), ...gone('2026-01-15') },
        newcomer: { history: { '2026-Q3': { revenue: 7 } } },
      },
    };
    expect(measure('net-revenue-retention', input).value).toBe(1.03);
    expect(measure('gross-revenue-retention', input).value).toBe(0.85);
    expect(measure('revenue-churn', input).value).toBe(0.09);
    expect(reasonOf('net-revenue-retention', { accounts: { newcomer: years(0) } })).toBe('no-prior-revenue');
  });

  it('leaves out a customer of which a quarter is missing on one side, which would pass for a fall', () => {
    const before = { '2025-Q1': { revenue: 5 }, '2025-Q2': { revenue: 5 }, '2025-Q3': { revenue: 5 } };
    const now = { '2026-Q1': { revenue: 5 }, '2026-Q2': { revenue: 5 }, '2026-Q3': { revenue: 5 } };
    const { '2026-Q2': _, ...gap } = now;
    const input: WorkspaceInput = {
      accounts: { whole: { history: { ...before, ...now } }, gap: { history: { ...before, ...gap } } },
    };
    expect(measure('net-revenue-retention', input)).toMatchObject({ value: 1, coverage: { n: 1, of: 2 } });
    expect(measure('gross-revenue-retention', input).value).toBe(1);
  });

  it('never has more gross than net retention, nor gross above 1', () => {
    const revenues = fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(9999)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(revenues, rows => {
        const input: WorkspaceInput = {
          settings: { basis: 'quarter' },
          accounts: Object.fromEntries(
            rows.map(([prior, now], index) => [
              `c${index}`,
              { history: { '2025-Q3': { revenue: prior }, '2026-Q3': { revenue: now } } },
            ]),
          ),
        };
        const gross = measure('gross-revenue-retention', input).value ?? Number.NaN;
        const net = measure('net-revenue-retention', input).value ?? Number.NaN;
        expect(gross).toBeLessThanOrEqual(1);
        expect(gross).toBeGreaterThanOrEqual(0);
        expect(net).toBeGreaterThanOrEqual(gross);
      }),
      { numRuns: 40 },
    );
  });
});

describe('lifetime value', () => {
  it('has the published multiples 4.50 and 4.09', () => {
    expect(marginMultiple(0.9, 0.1)).toBeCloseTo(4.5, 12);
    expect(marginMultiple(0.9, 0.12)).toBeCloseTo(4.09, 2);
    expect(marginMultiple(1, 0)).toBeUndefined();
  });

  const year = (revenue: number, margin: number, costToServe: number) =>
    Object.fromEntries(
      ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map(period => [period, { revenue, margin, costToServe }]),
    );

  it('is mean revenue a year times mean tenure, lost customers included', () => {
    const input: WorkspaceInput = {
      accounts: {
        a: { since: '2016-09-30', history: year(25, 10, 5) },
        b: { since: '2022-09-30', history: year(75, 10, 5) },
        c: { since: '2019-09-30', status: 'lost', lost: { date: '2021-09-30' } },
      },
    };
    const { value, coverage } = measure('clv', input);
    expect(value).toBeCloseTo(200 * ((3652 + 1461 + 731) / 3 / 365.25), 6);
    expect(coverage).toEqual({ n: 2, of: 2 });
  });

  it('knows no lifetime where everyone bought from the first quarter on record and no date is declared', () => {
    const accounts: Accounts = { a: { history: year(25, 10, 5) }, b: { history: year(75, 10, 5) } };
    expect(reasonOf('clv', { accounts })).toBe('no-tenures');
    const scope = createScope(
      workspaceOf({ accounts: { ...accounts, c: { since: '2016-09-30' } } }),
      '2026-Q3',
    );
    expect(averageLifetime(scope)).toMatchObject({ coverage: { n: 1, of: 3 }, sample: 3 });
    expect(averageLifetime(scope).value).toBeCloseTo((3652 + 2 * 364) / 3 / 365.25, 9);
  });

  it('leaves out customers without a full year and says why none is left', () => {
    const partial = { since: '2020-01-01', history: { '2026-Q3': { revenue: 10 } } };
    expect(reasonOf('clv', { accounts: { partial } })).toBe('no-full-year');
    expect(reasonOf('clv-margin', { accounts: { partial } })).toBe('no-full-year-margin');
  });

  it('multiplies the margin after cost to serve by r ÷ (1 + i − r)', () => {
    const accounts: Accounts = {
      a: { since: '2020-01-01', history: year(100, 40, 15) },
      ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`b${index}`, { since: '2020-01-01' }])),
      lost: { since: '2020-01-01', status: 'lost', lost: { date: '2026-05-01' } },
    };
    expect(measure('clv-margin', { accounts }).value).toBeCloseTo(100 * 4.5, 9);
  });
});

describe('interaction and repeat customers', () => {
  it('takes the mean of what was resolved by the end of the quarter', () => {
    const inbound = (date: string, resolved?: string) => ({
      date,
      direction: 'inbound' as const,
      kind: 'complaint' as const,
      ...(resolved === undefined ? {} : { resolved }),
    });
    const interactions = [
      inbound('2026-07-10', '2026-07-12'),
      inbound('2026-08-01', '2026-08-07'),
      inbound('2026-09-20', '2026-10-20'),
      inbound('2026-09-25'),
      { date: '2026-07-01', direction: 'outbound' as const },
    ];
    expect(measure('interaction', { accounts: { a: { interactions } } })).toMatchObject({
      value: 4,
      coverage: { n: 2, of: 4 },
    });
  });

  it('counts as repeating who also bought a year earlier', () => {
    const accounts: Accounts = {
      a: { history: { '2025-Q3': { revenue: 5 }, '2026-Q3': { revenue: 5 } } },
      b: { history: { '2026-Q3': { revenue: 5 } } },
      c: { history: { '2025-Q3': { revenue: 5 } } },
    };
    expect(measure('organic-growth', { accounts })).toMatchObject({ value: 0.5, sample: 2 });
    expect(reasonOf('organic-growth', { accounts: { b: accounts.b ?? {} } })).toBe('no-prior-revenue');
  });
});
