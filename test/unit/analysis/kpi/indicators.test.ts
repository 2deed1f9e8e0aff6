import { describe, expect, it } from 'vitest';
import { indicators } from '../../../../src/analysis/kpi/indicators.ts';
import { indicate, measure } from './support.ts';

describe('an empty workspace', () => {
  it.each(indicators.map(({ kpi, name }) => `${kpi}.${name}`))('has no %s, or a count of nothing', id => {
    const { value, unavailable } = indicate(id, {});
    if (value === undefined) expect(unavailable?.code).toMatch(/^[a-z-]+$/);
    else expect(value).toBe(0);
  });
});

describe('referenced customers (4.2)', () => {
  const won = (source?: 'referral' | 'own', value = 10) => ({
    kind: 'new' as const,
    stage: 'won' as const,
    closed: '2026-02-01',
    value,
    ...(source === undefined ? {} : { source }),
  });

  it('count as many as they are, beside their value', () => {
    const accounts = { a: { opportunities: [won('referral', 1), won('own', 9), won('own', 90), won()] } };
    expect(measure('referenced-customers', { accounts }).value).toBe(0.01);
    expect(indicate('referenced-customers.by-count', { accounts })).toMatchObject({
      value: 1 / 3,
      coverage: { n: 3, of: 4 },
      interval: { kind: 'wilson' },
    });
  });

  it('has mentions of the last four quarters, and none is not unknown', () => {
    const mentions = ['2025-09-30', '2025-10-01', '2026-09-30', '2026-10-01'].map(date => ({ date }));
    expect(indicate('referenced-customers.mentions', { accounts: { a: { mentions } } }).value).toBe(2);
    expect(
      indicate('referenced-customers.mentions', { accounts: { a: { mentions } } }, '2024-Q1').value,
    ).toBe(0);
    expect(indicate('referenced-customers.mentions', { accounts: { a: {} } }).unavailable?.code).toBe(
      'no-mentions-recorded',
    );
  });

  it('has the mean likelihood with Student’s interval: 8 ± 2.484 for 6, 8, 10 of three', () => {
    const surveys = [6, 8, 10].map(nps => ({ period: '2026-Q3', nps }));
    const { value, interval } = indicate('referenced-customers.likelihood', { accounts: { a: { surveys } } });
    expect(value).toBe(8);
    // t(2; .975) = 4.3027, s/√n = 2/√3: 4.968, cut at 10.
    expect(interval?.low).toBeCloseTo(8 - 4.3027 * (2 / Math.sqrt(3)), 3);
    expect(interval?.high).toBe(10);
  });
});

describe('promoters and detractors (4.3)', () => {
  it('are shares of the answers that make the score', () => {
    const scores = [...Array(60).fill(9), ...Array(20).fill(8), ...Array(20).fill(2)] as number[];
    const accounts = { a: { surveys: scores.map(nps => ({ period: '2026-Q3', nps })) } };
    expect(indicate('nps.promoters', { accounts }).value).toBe(0.6);
    expect(indicate('nps.passives', { accounts }).value).toBe(0.2);
    expect(indicate('nps.detractors', { accounts }).value).toBe(0.2);
    expect(indicate('nps.margin', { accounts }).value).toBeCloseTo(15.68, 2);
    expect(measure('nps', { accounts }).value).toBe(40);
  });

  it('says what part of those asked answered, where it is recorded', () => {
    const surveys = [4, 5].map(csat => ({ period: '2026-Q3', csat }));
    const history = { '2026-Q3': { surveyed: 8 } };
    expect(indicate('csat.response', { accounts: { a: { surveys, history } } }).value).toBe(0.25);
    expect(indicate('csat.response', { accounts: { a: { surveys } } }).unavailable?.code).toBe(
      'nobody-asked',
    );
  });
});

describe('customer outcomes (4.4)', () => {
  const goal = (rest: object) => ({ text: 'g', due: '2026-06-30', ...rest });
  const goals = [
    goal({ state: 'met', settled: '2026-06-20' }),
    goal({ state: 'met', kind: 'leading' }),
    goal({ state: 'missed', kind: 'leading' }),
    goal({ state: 'open' }),
    goal({ state: 'dropped' }),
    goal({ state: 'open', due: '2026-12-31' }),
    goal({ state: 'met', due: '2026-12-31', settled: '2026-08-01' }),
    goal({ state: 'met', due: '2025-09-30' }),
  ];
  const input = { accounts: { a: { goals } } };

  it('are goals met ÷ due in the last four quarters, leading and lagging apart', () => {
    expect(measure('customer-outcomes', input)).toMatchObject({ value: 3 / 5, coverage: { n: 4, of: 5 } });
    expect(indicate('customer-outcomes.leading', input).value).toBe(0.5);
    expect(indicate('customer-outcomes.lagging', input).value).toBe(2 / 3);
    expect(indicate('customer-outcomes.due', input).value).toBe(5);
    expect(indicate('customer-outcomes.overdue', input).value).toBe(1);
  });

  it('know in an earlier quarter only what was known then', () => {
    expect(measure('customer-outcomes', input, '2026-Q1').value).toBe(1);
    expect(measure('customer-outcomes', { accounts: { a: {} } }).unavailable?.code).toBe('no-goals-due');
  });
});

describe('interaction (4.5)', () => {
  const interactions = [
    { date: '2025-12-01', direction: 'outbound' as const },
    { date: '2026-07-01', direction: 'inbound' as const, kind: 'request' as const, resolved: '2026-07-03' },
    { date: '2026-07-10', direction: 'inbound' as const, kind: 'request' as const, resolved: '2026-07-14' },
    { date: '2026-07-20', direction: 'inbound' as const, kind: 'request' as const, resolved: '2026-08-29' },
    { date: '2026-08-01', direction: 'inbound' as const, kind: 'complaint' as const, resolved: '2026-08-11' },
    { date: '2026-09-01', direction: 'inbound' as const, kind: 'complaint' as const },
    { date: '2026-09-10', direction: 'outbound' as const },
  ];
  const input = { accounts: { a: { interactions } } };

  it('counts what came in and went out in the quarter, complaints apart', () => {
    expect(indicate('interaction.inbound', input).value).toBe(5);
    expect(indicate('interaction.outbound', input).value).toBe(1);
    expect(indicate('interaction.complaints', input).value).toBe(2);
    expect(indicate('interaction.complaint-share', input).value).toBe(0.4);
    expect(indicate('interaction.open', input).value).toBe(1);
  });

  it('has the median beside the mean, by kind', () => {
    expect(measure('interaction', input).value).toBe(14);
    expect(indicate('interaction.median', input).value).toBe(7);
    expect(indicate('interaction.request-median', input).value).toBe(4);
    expect(indicate('interaction.complaint-median', input)).toMatchObject({
      value: 10,
      coverage: { n: 1, of: 2 },
    });
  });

  it('has the longest silence, up to the end of the period, and not from before the first contact', () => {
    expect(indicate('interaction.longest-gap', input).value).toBe(212);
    expect(indicate('interaction.longest-gap', input, '2026-Q1').value).toBe(120);
    expect(indicate('interaction.longest-gap', input, '2025-Q3').unavailable?.code).toBe(
      'no-contacts-logged',
    );
  });

  it('does not take the time before anybody kept the log for silence', () => {
    expect(indicate('interaction.inbound', input, '2026-Q1').unavailable?.code).toBe('no-contacts-logged');
    expect(indicate('interaction.outbound', input, '2026-Q1').value).toBe(0);
  });
});

describe('organic growth (4.6)', () => {
  it('has new customers for each one that repeats', () => {
    const years = (prior?: number) => ({
      history: {
        ...(prior === undefined ? {} : { '2025-Q3': { revenue: prior } }),
        '2026-Q3': { revenue: 5 },
      },
    });
    const accounts = { a: years(5), b: years(5), c: years() };
    expect(indicate('organic-growth.new-to-repeat', { accounts }).value).toBe(0.5);
    expect(indicate('organic-growth.new-to-repeat', { accounts: { c: years() } }).unavailable?.code).toBe(
      'no-prior-revenue',
    );
  });

  it('has sales by referral of all sales won, without new business of unknown source', () => {
    const deal = (kind: 'new' | 'up-sell', value: number, source?: 'referral') => ({
      kind,
      value,
      stage: 'won' as const,
      closed: '2026-02-01',
      ...(source === undefined ? {} : { source }),
    });
    const opportunities = [deal('new', 20, 'referral'), deal('up-sell', 60), deal('new', 500)];
    expect(indicate('organic-growth.referral-sales', { accounts: { a: { opportunities } } })).toMatchObject({
      value: 0.25,
      coverage: { n: 2, of: 3 },
    });
  });

  it('has customers with an offer of more in play, as of the quarter', () => {
    const offer = {
      kind: 'cross-sell' as const,
      stage: 'won' as const,
      opened: '2026-01-10',
      closed: '2026-05-01',
    };
    const accounts = { a: { opportunities: [offer] }, b: {}, c: { status: 'prospect' as const } };
    expect(indicate('organic-growth.open-to-more', { accounts }, '2026-Q1').value).toBe(0.5);
    expect(indicate('organic-growth.open-to-more', { accounts }).value).toBe(0);
  });

  it('has service commitments met of promised, and contracts renewed', () => {
    const service = { '2026-Q3': { promised: 40, met: 39 }, '2026-Q2': { promised: 10, met: 0 } };
    const contracts = [
      { id: 'a', start: '2024-01-01', end: '2026-03-31', renewal: 'renewed' as const },
      { id: 'b', start: '2024-01-01', end: '2026-03-31', renewal: 'lost' as const },
    ];
    const input = { accounts: { a: { service, contracts } } };
    expect(indicate('organic-growth.service-met', input)).toMatchObject({ value: 0.975, sample: 40 });
    expect(indicate('organic-growth.contracts-renewed', input).value).toBe(1);
  });

  it('has the growth of the scope of work of those who had a contract', () => {
    const contract = (
      id: string,
      start: string,
      end: string,
      value?: number,
      renewal?: 'renewed' | 'pending' | 'lost',
    ) => ({
      id,
      start,
      end,
      ...(value === undefined ? {} : { value }),
      ...(renewal === undefined ? {} : { renewal }),
    });
    const accounts = {
      grown: {
        contracts: [
          contract('1', '2024-01-01', '2025-12-31', 100, 'renewed'),
          contract('2', '2026-01-01', '2027-12-31', 150),
        ],
      },
      gone: { contracts: [contract('1', '2024-01-01', '2025-12-31', 20, 'lost')] },
      pending: { contracts: [contract('1', '2024-01-01', '2026-06-30', 70, 'pending')] },
      unvalued: { contracts: [contract('1', '2024-01-01', '2027-06-30')] },
      newcomer: { contracts: [contract('1', '2026-01-01', '2027-06-30', 900)] },
    };
    const { value, coverage } = indicate('organic-growth.scope-growth', { accounts });
    expect(value).toBeCloseTo(150 / 120 - 1, 12);
    expect(coverage).toEqual({ n: 2, of: 4 });
  });
});

describe('contacts to close (4.10) and churn (4.11)', () => {
  it('shows contacts with and without those on lost deals, whichever is declared', () => {
    const deal = (stage: 'won' | 'lost', contacts: number) => ({ stage, contacts, closed: '2026-02-01' });
    const accounts = { a: { opportunities: [deal('won', 6), deal('won', 8), deal('lost', 10)] } };
    const kpis = { countLostDealContacts: false };
    expect(indicate('contacts-to-close.on-won', { accounts, kpis }).value).toBe(7);
    expect(indicate('contacts-to-close.with-lost', { accounts, kpis }).value).toBe(12);
    expect(measure('contacts-to-close', { accounts, kpis }).value).toBe(7);
  });

  it('takes revenue retention apart: 10.0 + 1.8 − .6 − .9 for 103 % net and 85 % gross', () => {
    const years = (prior: number, now?: number) => ({
      history: {
        '2025-Q3': { revenue: prior },
        ...(now === undefined ? {} : { '2026-Q3': { revenue: now } }),
      },
    });
    const input = {
      settings: { basis: 'quarter' as const },
      accounts: {
        growing: years(4, 5.8),
        shrinking: years(5.1, 4.5),
        lost: { ...years(0.9), since: '2020-01-01', status: 'lost' as const, lost: { date: '2026-01-15' } },
      },
    };
    const part = (name: string) => indicate(`net-revenue-retention.${name}`, input).value;
    expect([part('start'), part('expansion'), part('contraction'), part('churn')]).toEqual([
      10, 1.8, 0.6, 0.9,
    ]);
    expect(measure('net-revenue-retention', input).value).toBe(1.03);
    expect(measure('gross-revenue-retention', input).value).toBe(0.85);
    expect(indicate('churn.lost', input).value).toBe(1);
  });
});
