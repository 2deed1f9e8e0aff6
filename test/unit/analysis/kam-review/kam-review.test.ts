import { describe, expect, it } from 'vitest';
import { kamReview } from '../../../../src/analysis/methods/kam-review.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const settings = { basis: 'year-to-date', document: { dataAsOf: '2026-09-30' } } as const;
const contact = (date: string, purpose?: 'retain' | 'develop' | 'advise') => ({
  date,
  direction: 'outbound' as const,
  person: 'ana',
  ...(purpose === undefined ? {} : { purpose }),
});
const interactions = [
  contact('2025-12-31', 'advise'),
  contact('2026-01-01', 'retain'),
  contact('2026-05-05', 'retain'),
  contact('2026-09-30', 'develop'),
  contact('2026-09-30'),
];
const run = (ana: object, accounts: WorkspaceInput['accounts'] = { a: { manager: 'ana', interactions } }) =>
  runMethod(kamReview, {
    settings,
    people: {
      ana: { name: 'Ana', role: 'kam', since: '2016-09-30', ...ana },
      bru: { name: 'Bru', role: 'kam' },
    },
    accounts,
  });

describe('split of effort between retaining, developing and advising (001)', () => {
  it('takes the declared hours of the span, and says for how many quarters there are any', () => {
    const found = run({
      purposes: {
        '2025-Q4': { advise: 1000 },
        '2026-Q1': { retain: 30, develop: 10 },
        '2026-Q3': { retain: 30, advise: 30 },
      },
    });
    expect(found.figure('kam.ana.effort.retain')).toMatchObject({ value: 0.6, coverage: { n: 2, of: 3 } });
    expect(found.figure('kam.ana.effort.develop').value).toBe(0.1);
    expect(found.figure('kam.ana.effort.source').value).toBe('hours');
    expect(found.series('kam.ana.effort').rows.map(({ hoursSpent }) => hoursSpent)).toEqual([60, 10, 30]);
  });

  it('counts contacts with a purpose where no hours are declared', () => {
    const found = run({});
    expect(found.figure('kam.ana.effort.retain').value).toBeCloseTo(2 / 3, 12);
    expect(found.figure('kam.ana.effort.advise').value).toBe(0);
    expect(found.figure('kam.ana.effort.source')).toMatchObject({
      value: 'contacts',
      coverage: { n: 3, of: 4 },
    });
  });

  it('makes nothing up where neither says', () => {
    const found = run({});
    expect(found.figure('kam.bru.effort.retain').unavailable?.code).toBe('no-purposes');
    expect(found.series('kam.bru.effort').rows).toEqual([]);
    expect(found.series('programme.effort').rows).toEqual([
      { employee: 'ana', retain: 2 / 3, develop: 1 / 3, advise: 0, effortSource: 'contacts', n: 3, of: 4 },
      { employee: 'bru', retain: null, develop: null, advise: null, effortSource: null, n: null, of: null },
    ]);
    expect(found.results.findings.filter(({ code }) => code === 'kam-effort.split')).toHaveLength(1);
  });
});

describe('inputs beside outputs', () => {
  const accounts: WorkspaceInput['accounts'] = {
    a: {
      manager: 'ana',
      interactions,
      history: {
        '2025-Q3': { revenue: 100, margin: 40, costToServe: 10, hours: 5 },
        '2026-Q3': { revenue: 130, margin: 60, costToServe: 20.5, hours: 8 },
      },
      resources: { spend: { '2026-Q3': { travel: { actual: 7.5 } } } },
    },
    gone: {
      manager: 'ana',
      status: 'lost',
      lost: { date: '2026-02-01' },
      history: { '2025-Q3': { revenue: 50 } },
    },
  };
  const found = run({}, accounts);

  it('shows what went in and what came out, now and a year before', () => {
    const rows = found
      .series('kam.ana.balance')
      .rows.map(row => [row.balanceMeasure, row.value, row.priorYear]);
    expect(rows).toEqual([
      ['hours', 8, 5],
      ['contacts', 4, null],
      ['spend', 7.5, null],
      ['revenue', 130, 150],
      ['growth', (130 - 150) / 150, null],
      ['margin', 39.5, 30],
      ['new-business', null, null],
    ]);
  });

  it('says how far customers won and lost move the revenue, apart from those of both years', () => {
    const { params } = found.finding('kam.headline') ?? {};
    expect(params).toMatchObject({
      direction: { kind: 'text', text: 'falls' },
      won: { value: 0 },
      lost: { value: 1 },
      stayed: { value: 1 },
      keptDirection: { text: 'grows' },
    });
    expect(params?.kept).toMatchObject({ value: 0.3 });
    const more = { fresh: { manager: 'ana', since: '2026-07-01', history: { '2026-Q3': { revenue: 50 } } } };
    expect(run({}, { ...accounts, ...more }).finding('kam.headline')?.params.won).toMatchObject({ value: 1 });
  });

  it('takes costs from the margin of the quarters that record both, and says how many those are', () => {
    const history = {
      '2026-Q1': { revenue: 100, margin: 40 },
      '2026-Q2': { revenue: 100, margin: 50, costToServe: 10 },
      '2026-Q3': { revenue: 100, costToServe: 30 },
    };
    const { figure, series } = run({}, { a: { manager: 'ana', history } });
    expect(figure('kam.ana.output.margin')).toMatchObject({ value: 40, coverage: { n: 1, of: 3 } });
    expect(series('kam.ana.balance').rows.find(row => row.balanceMeasure === 'margin')).toMatchObject({
      value: 40,
      n: 1,
      of: 3,
    });
  });

  it('says how much of each input and output is recorded', () => {
    const coverages = found.series('kam.ana.balance').rows.map(row => [row.balanceMeasure, row.n, row.of]);
    expect(coverages).toEqual([
      ['hours', 1, 4],
      ['contacts', null, null],
      ['spend', 1, 1],
      ['revenue', 1, 4],
      ['growth', 1, 4],
      ['margin', 1, 4],
      ['new-business', 0, 4],
    ]);
  });

  it('counts what a lost account bought as lost growth', () => {
    expect(found.figure('kam.ana.output.growth').value).toBeCloseTo(-2 / 15, 12);
    expect(found.finding('kam.headline')?.params.direction).toEqual({ kind: 'text', text: 'falls' });
  });

  it('has a tenure in years, and says when nobody recorded its start', () => {
    expect(found.figure('kam.ana.tenure').value).toBeCloseTo(10, 2);
    expect(found.figure('kam.bru.tenure').unavailable?.code).toBe('no-start');
  });
});

describe('what makes a portfolio hard', () => {
  const strength = [
    { period: '2026-Q3', by: 'customer' as const, criteria: [{ name: 'Price', us: 3, competitor: 7 }] },
  ];
  const retention = { cause: 'A cheaper rival' };
  const accounts: WorkspaceInput['accounts'] = {
    a: { manager: 'ana', strength, retention, history: { '2026-Q3': { revenue: 300 } } },
    b: { manager: 'ana', history: { '2026-Q3': { revenue: 100 } } },
  };
  const of = (difficulty: object) =>
    runMethod(kamReview, {
      settings,
      people: { ana: { name: 'Ana', role: 'kam' } },
      accounts,
      scoring: { scale: { min: 1, max: 9 }, criteria: [{ id: 'fit', name: 'Fit', weight: 1 }] },
      resources: { difficulty },
    });

  it('is the mean of accounts at risk, weakness and revenue at risk, with the declared weights', () => {
    // Half of the accounts; strength 5 + (3 − 7) / 2 = 3 on 1 to 9, so weakness 0.75; 300 of 400.
    const found = of({});
    expect(found.figure('kam.ana.difficulty.risk').value).toBe(0.5);
    expect(found.figure('kam.ana.difficulty.weakness')).toMatchObject({
      value: 0.75,
      coverage: { n: 1, of: 2 },
    });
    expect(found.figure('kam.ana.difficulty.exposure').value).toBe(0.75);
    expect(found.figure('kam.ana.difficulty').value).toBeCloseTo(2 / 3, 12);
    expect(of({ weakness: 0, exposure: 0 }).figure('kam.ana.difficulty').value).toBe(0.5);
  });
});

describe('wording', () => {
  it('orders people by id and compares nobody with anybody: each finding is about one person', () => {
    const { findings } = run({}).results;
    expect(findings.length).toBeGreaterThan(1);
    expect(findings.every(({ kam }) => kam !== undefined)).toBe(true);
  });
});

describe('what waits for a key account manager', () => {
  it('names their overdue actions, whoever’s account they are of, and the contracts of their accounts that end', () => {
    const action = (owner: string, due: string, state: 'planned' | 'done' = 'planned') => ({
      title: `${owner} ${due}`,
      owner,
      due,
      state,
    });
    const found = run(
      {},
      {
        a: {
          manager: 'ana',
          contracts: [{ id: 'k1', start: '2024-01-01', end: '2026-12-31' }],
          actions: [action('ana', '2026-06-30'), action('ana', '2026-12-01'), action('bru', '2026-06-30')],
        },
        b: { manager: 'bru', actions: [action('ana', '2026-07-31', 'done'), action('ana', '2026-09-30')] },
      },
    );
    expect(found.finding('kam-actions.overdue')).toMatchObject({
      kam: 'ana',
      params: { count: { value: 2 }, accounts: { ids: ['a', 'b'] } },
    });
    expect(found.finding('kam-contracts.ending')).toMatchObject({
      kam: 'ana',
      params: { account: { id: 'a' }, days: { value: 92 }, over: { text: 'no' } },
    });
    expect(found.finding('kam-effort.unsaid')?.kam).toBe('ana');
  });
});
