import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { methods } from '../../../../src/analysis/methods/index.ts';
import type { Row } from '../../../../src/model/series.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

const kpiMethods = methods.filter(({ id }) => id.startsWith('kpi'));

/** NPS by quarter, one answer each. */
const answered = (scores: Readonly<Record<string, number>>) =>
  Object.entries(scores).map(([period, nps]) => ({ period, nps }));
const input: WorkspaceInput = {
  settings: { basis: 'quarter' },
  people: { ana: { name: 'Ana', role: 'kam' } },
  kpis: { kpis: [{ kpi: 'nps', target: 40 }] },
  segments: {
    schemes: [
      {
        id: 'trade',
        name: 'T',
        segments: [{ id: 'steel', name: 'S', when: [{ field: 'industry', is: 'steel' }] }],
      },
    ],
  },
  accounts: {
    mill: {
      since: '2020-01-01',
      key: [{ from: '2024-Q1' }],
      industry: 'steel',
      manager: 'ana',
      surveys: answered({ '2025-Q3': 3, '2025-Q4': 3, '2026-Q1': 7, '2026-Q2': 7, '2026-Q3': 10 }),
    },
    other: { since: '2020-01-01', surveys: answered({ '2026-Q3': 3 }) },
  },
};
const { series, figures } = analyze(workspaceOf(input), '2026-Q3', kpiMethods);
const npsOf = (id: string): Row | undefined => series.get(id)?.rows.find(({ kpi }) => kpi === 'nps');

describe('the KPIs of a segment, a manager and an account', () => {
  const compared = {
    value: 100,
    priorQuarter: 0,
    kpiChange: 100,
    priorYear: -100,
    kpiTrend: 'improving',
    portfolioValue: 0,
    portfolioTarget: 40,
  };

  it.each(['account.mill.kpis', 'kam.ana.kpis', 'kpi.segments'])('%s: are held against the same', id => {
    expect(npsOf(id)).toMatchObject(compared);
  });

  it('carry the interval of a small sample', () => {
    expect(npsOf('kpi.segments')).toMatchObject({ smallSample: true, scheme: 'T', segment: 'S' });
    expect(Number(npsOf('kpi.segments')?.low)).toBeLessThan(100);
  });
});

describe('the KPIs of the portfolio', () => {
  it('say what they gained or lost since the last quarter', () => {
    const earlier = { ...input, accounts: { ...input.accounts, other: { since: '2020-01-01' } } };
    const found = analyze(workspaceOf(earlier), '2026-Q3', kpiMethods);
    expect(found.figures.get('kpi.nps.change')).toMatchObject({ value: 100, unit: 'nps' });
    expect(found.series.get('kpi.scorecard')?.rows).toMatchObject([{ kpi: 'nps', kpiChange: 100 }]);
    expect(found.series.get('kpi.definitions')?.rows).toMatchObject([{ kpi: 'nps', kpiChange: 100 }]);
  });

  it('differ in points where they are percentages, and say why there is no difference', () => {
    const rated = {
      ...input,
      kpis: { kpis: [{ kpi: 'csat' }] },
      accounts: { mill: { surveys: [{ period: '2026-Q2', csat: 5 }] } },
    } as WorkspaceInput;
    const change = analyze(workspaceOf(rated), '2026-Q3', kpiMethods).figures.get('kpi.csat.change');
    expect(change?.unit).toBe('points');
    expect(change?.value ?? change?.unavailable?.code).toBeDefined();
  });

  it('have their interval in the scorecard and in the sheet', () => {
    const { interval } = figures.get('kpi.nps.value') ?? {};
    expect(interval).toBeDefined();
    for (const id of ['kpi.scorecard', 'kpi.definitions'])
      expect(npsOf(id)).toMatchObject({ low: interval?.low, high: interval?.high });
  });
});
