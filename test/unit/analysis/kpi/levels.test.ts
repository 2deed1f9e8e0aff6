import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { methods } from '../../../../src/analysis/methods/index.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';
import type { Accounts } from './support.ts';

const kpiMethods = methods.filter(({ id }) => id.startsWith('kpi'));
const figuresOf = (input: WorkspaceInput) => analyze(workspaceOf(input), '2026-Q3', kpiMethods).figures;

const account = ([prior, now, score]: readonly [number, number, number]) => ({
  since: '2020-01-01',
  industry: score % 2 === 0 ? 'even' : 'odd',
  manager: 'ana',
  history: { '2025-Q3': { revenue: prior }, '2026-Q3': { revenue: now } },
  surveys: [{ period: '2026-Q3', nps: score, csat: 1 + (score % 5) }],
  opportunities: [
    {
      kind: 'up-sell' as const,
      stage: score > 5 ? ('won' as const) : ('lost' as const),
      closed: '2026-01-10',
    },
  ],
});
const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.nat(999), fc.nat(10)), {
  minLength: 2,
  maxLength: 6,
});
const accountsOf = (values: readonly (readonly [number, number, number])[]): Accounts =>
  Object.fromEntries(values.map((value, index) => [`c${index}`, account(value)]));
const shared = {
  settings: { basis: 'quarter' as const },
  people: { ana: { name: 'Ana', role: 'kam' as const } },
  segments: {
    schemes: [
      {
        id: 'parity',
        name: 'P',
        segments: [
          { id: 'even', name: 'E', when: [{ field: 'industry', is: 'even' }] },
          { id: 'odd', name: 'O', when: [{ field: 'industry', is: 'odd' }] },
        ],
      },
    ],
  },
};

describe('KPIs at every level', () => {
  it('has rates of 0–1 and a retention without expansion of no more than that with it', () => {
    fc.assert(
      fc.property(rows, values => {
        const figures = figuresOf({ ...shared, accounts: accountsOf(values) });
        for (const { id, unit, value } of figures.values())
          if (
            unit === 'share' &&
            typeof value === 'number' &&
            !/deviation|net-revenue|scope-growth/.test(id)
          ) {
            expect(value, id).toBeGreaterThanOrEqual(0);
            expect(value, id).toBeLessThanOrEqual(1);
          }
        for (const prefix of ['segment.parity.even', 'segment.parity.odd', 'kam.ana', 'account.c0']) {
          const net = figures.get(`${prefix}.kpi.net-revenue-retention`)?.value;
          const gross = figures.get(`${prefix}.kpi.gross-revenue-retention`)?.value;
          if (typeof net === 'number' && typeof gross === 'number') expect(gross).toBeLessThanOrEqual(net);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('changes no KPI of an account when another one comes, nor any when the order of accounts changes', () => {
    fc.assert(
      fc.property(rows, values => {
        const few = figuresOf({ ...shared, accounts: accountsOf(values) });
        const more = figuresOf({ ...shared, accounts: { ...accountsOf(values), z: account([5, 9, 10]) } });
        const turned = Object.fromEntries(Object.entries(accountsOf(values)).reverse());
        const other = figuresOf({ ...shared, accounts: turned });
        for (const { id, value } of few.values()) {
          expect(other.get(id)?.value, id).toBe(value);
          // Lifetime and retention of the base belong to the value of each customer.
          if (id.startsWith('account.') && !id.includes('.clv')) expect(more.get(id)?.value, id).toBe(value);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('measures a manager with all accounts as the portfolio', () => {
    const accounts = accountsOf([
      [10, 12, 9],
      [20, 10, 4],
      [5, 5, 10],
    ]);
    const figures = figuresOf({ ...shared, accounts });
    for (const kpi of ['nps', 'csat', 'net-revenue-retention', 'up-sell'])
      expect(figures.get(`kam.ana.kpi.${kpi}`)?.value).toBe(figures.get(`kpi.${kpi}.value`)?.value);
    expect(figures.get('segment.parity.odd.kpi.nps')?.value).toBe(100);
  });

  it('has figures of other accounts only where something is recorded, of key accounts always', () => {
    const figures = figuresOf({
      accounts: { key: { key: [{ from: '2024-Q1' }] }, other: { mentions: [{ date: '2026-01-01' }] } },
    });
    expect(figures.get('account.key.kpi.nps')?.unavailable?.code).toBe('no-answers');
    expect(figures.get('account.other.kpi.nps')).toBeUndefined();
    expect(figures.get('account.other.kpi.referenced-customers.mentions')?.value).toBe(1);
  });

  it('has a row for each account with a value, key accounts first, and the interval of each rate', () => {
    const accounts = accountsOf([
      [10, 12, 9],
      [20, 10, 4],
    ]);
    const { series } = analyze(
      workspaceOf({
        ...shared,
        accounts: { ...accounts, c1: { ...accounts.c1, key: [{ from: '2024-Q1' }] }, idle: {} },
      }),
      '2026-Q3',
      kpiMethods,
    );
    expect(series.get('kpi.accounts')?.rows).toMatchObject([
      { account: 'c1', key: true, nps: -100, 'up-sell': 0, renewal: null },
      { account: 'c0', key: false, nps: 100, 'up-sell': 1 },
    ]);
    const [rate] = series.get('kam.ana.kpis')?.rows.filter(({ kpi }) => kpi === 'up-sell') ?? [];
    expect(rate).toMatchObject({ value: 0.5 });
    expect(Number(rate?.low)).toBeLessThan(0.5);
    expect(Number(rate?.high)).toBeGreaterThan(0.5);
  });

  it('says that a manager stands apart only where the interval leaves the portfolio out', () => {
    const answers = (scores: readonly number[]) => scores.map(csat => ({ period: '2026-Q3', csat, nps: 5 }));
    const foundFor = (own: readonly number[], others: readonly number[]) =>
      analyze(
        workspaceOf({
          ...shared,
          accounts: {
            own: { since: '2020-01-01', manager: 'ana', surveys: answers(own) },
            others: { since: '2020-01-01', surveys: answers(others) },
          },
        }),
        '2026-Q3',
        kpiMethods,
      ).findings.find(({ code }) => code === 'kam-kpis.apart');
    const fives = Array.from({ length: 20 }, () => 5);
    const ones = Array.from({ length: 60 }, () => 1);
    expect(foundFor(fives, fives)).toMatchObject({ kam: 'ana', params: { apart: { value: 0 } } });
    expect(foundFor(fives, ones)).toMatchObject({
      params: {
        apart: { value: 1 },
        better: { value: 1 },
        betterKpis: { codes: ['csat'] },
        most: { value: 20 },
      },
    });
    expect(foundFor([], ones)).toBeUndefined();
  });

  it('counts every interval that a manager has, and makes nothing of what newcomers move', () => {
    const revenue = { '2025-Q3': { revenue: 10 }, '2026-Q3': { revenue: 10 } };
    const stays = { since: '2020-01-01', history: revenue };
    const isNew = { since: '2026-01-10', history: { '2025-Q3': { revenue: 0 }, '2026-Q3': { revenue: 5 } } };
    const { findings, series } = analyze(
      workspaceOf({
        ...shared,
        accounts: {
          n1: { ...isNew, manager: 'ana' },
          n2: { ...isNew, manager: 'ana' },
          n3: { ...isNew, manager: 'ana' },
          ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`c${index}`, stays])),
        },
      }),
      '2026-Q3',
      kpiMethods,
    );
    const found = findings.find(({ code }) => code === 'kam-kpis.apart');
    const printed = series.get('kam.ana.kpis')?.rows.filter(({ low }) => low !== null) ?? [];
    expect(printed.map(({ kpi }) => kpi)).toContain('organic-growth');
    expect(found?.params).toMatchObject({
      judged: { value: printed.length },
      apart: { value: 0 },
      newcomers: { value: 1 },
      newcomerKpis: { codes: ['organic-growth'] },
      inside: { value: printed.length - 1 },
    });
  });
});
