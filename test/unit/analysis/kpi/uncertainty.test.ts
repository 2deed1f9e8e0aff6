import { describe, expect, it } from 'vitest';
import { customers } from '../../../../src/analysis/customers.ts';
import { kpiDefinitions } from '../../../../src/analysis/kpi/definitions.ts';
import type { KpiId } from '../../../../src/model/kpi.ts';
import { indicate, measure, scopeOf } from './support.ts';

const year = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const before = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'];
/** A customer with so much revenue a quarter now and a year before, half of it margin and a tenth cost. */
const customer = (revenue: number, prior = revenue, since = '2018-01-01') => ({
  since,
  history: Object.fromEntries([
    ...before.map(period => [period, { revenue: prior }]),
    ...year.map(period => [period, { revenue, margin: revenue / 2, costToServe: revenue / 10 }]),
  ]),
});
const input = {
  settings: { basis: 'trailing-year' as const },
  accounts: {
    a: customer(100, 90),
    b: customer(80, 95, '2015-01-01'),
    c: customer(120, 110, '2021-06-01'),
    d: customer(60, 70),
    gone: {
      since: '2016-01-01',
      status: 'lost' as const,
      lost: { date: '2026-02-01' },
      history: { '2025-Q3': { revenue: 20 } },
    },
  },
};
const ofThose = (kpi: KpiId, ...ids: readonly string[]) => {
  const scope = scopeOf(input);
  return kpiDefinitions[kpi].measure(
    scope,
    scope.of(customers).filter(({ id }) => ids.includes(id)),
  );
};

describe('every KPI of few customers is marked and has an interval', () => {
  const kinds: Partial<Record<KpiId, string>> = {
    clv: 'propagated',
    'clv-margin': 'propagated',
    churn: 'wilson',
    'revenue-churn': 'fieller',
    'net-revenue-retention': 'fieller',
    'gross-revenue-retention': 'fieller',
  };

  it.each(Object.entries(kinds))('%s: %s', (kpi, kind) => {
    const { value = Number.NaN, sample, interval } = measure(kpi as KpiId, input);
    expect(sample).toBeLessThan(30);
    expect(interval?.kind).toBe(kind);
    expect(interval?.low).toBeLessThan(value);
    expect(interval?.high).toBeGreaterThan(value);
  });

  it('says of one customer that it shows no spread', () => {
    for (const kpi of ['clv', 'clv-margin', 'net-revenue-retention'] as const)
      expect(ofThose(kpi, 'a')).toMatchObject({ sample: 1, noInterval: { code: 'interval-one-case' } });
  });

  it('has no interval of two customers that would hold nearly everything', () => {
    for (const kpi of ['clv', 'clv-margin', 'net-revenue-retention'] as const) {
      const { interval, noInterval } = ofThose(kpi, 'a', 'b');
      expect(interval).toBeUndefined();
      expect(noInterval?.code, kpi).toBe('interval-two-cases');
    }
  });

  it('never reaches below nothing or above all', () => {
    expect(measure('gross-revenue-retention', input).interval?.high).toBeLessThanOrEqual(1);
    expect(measure('revenue-churn', input).interval?.low).toBeGreaterThanOrEqual(0);
  });
});

describe('the multiple of margin', () => {
  it('carries the interval of churn through r ÷ (1 + i − r)', () => {
    const churn = measure('churn', input).interval;
    const multiple = indicate('clv-margin.multiple', input);
    const at = (lost: number) => (1 - lost) / (1.1 - (1 - lost));
    expect(multiple.coverage).toEqual({ n: 5, of: 5 });
    expect(multiple.interval?.low).toBeCloseTo(at(churn?.high ?? 0), 12);
    expect(multiple.interval?.high).toBeCloseTo(at(churn?.low ?? 0), 12);
    expect(indicate('clv-margin.retention', input).interval?.low).toBeCloseTo(1 - (churn?.high ?? 0), 12);
  });
});

describe('resolution time', () => {
  const request = (date: string, resolved: string) => ({
    date,
    resolved,
    direction: 'inbound' as const,
    kind: 'request' as const,
  });

  it('is a mean with Student’s interval, never below no days', () => {
    const interactions = [
      request('2026-07-01', '2026-07-02'),
      request('2026-07-01', '2026-07-03'),
      request('2026-07-01', '2026-07-10'),
    ];
    const { value, interval } = measure('interaction', { accounts: { a: { interactions } } });
    // Days 1, 2 and 9: t₀.₉₇₅ of two degrees of freedom is 4.303, and s² is 19.
    expect(value).toBe(4);
    expect(interval).toMatchObject({ low: 0, kind: 'student' });
    expect(interval?.high).toBeCloseTo(4 + 4.30265 * Math.sqrt(19 / 3), 4);
  });
});

describe('new customers for each one that buys again', () => {
  it('has the interval of the share that buys again, turned round', () => {
    const repeat = measure('organic-growth', input).interval;
    const { interval, coverage } = indicate('organic-growth.new-to-repeat', input);
    expect(interval?.low).toBeCloseTo(1 / (repeat?.high ?? 1) - 1, 12);
    expect(interval?.high).toBeCloseTo(1 / (repeat?.low ?? 1) - 1, 12);
    expect(coverage).toEqual({ n: 4, of: 4 });
  });
});
