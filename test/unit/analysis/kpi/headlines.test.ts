import { describe, expect, it } from 'vitest';
import { kpiDefinitionSheet } from '../../../../src/analysis/methods/kpi-definitions.ts';
import { kpiLevels } from '../../../../src/analysis/methods/kpi-levels.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const answers = (period: string, scores: readonly number[]) =>
  scores.map(nps => ({ period, nps, csat: nps > 6 ? 5 : 2 }));
const many = (score: number): readonly number[] => Array(20).fill(score);
const input: WorkspaceInput = {
  people: { ana: { name: 'Ana', role: 'kam' } },
  segments: {
    schemes: [
      {
        id: 'industry',
        name: 'Industry',
        segments: [
          { id: 'water', name: 'Water', when: [{ field: 'industry', is: 'Water' }] },
          { id: 'steel', name: 'Steel', when: [{ field: 'industry', is: 'Steel' }] },
        ],
      },
    ],
  },
  accounts: {
    a: {
      industry: 'Water',
      history: { '2026-Q3': { revenue: 10 } },
      surveys: [...answers('2026-Q3', many(10)), ...answers('2025-Q3', many(10))],
    },
    b: {
      industry: 'Steel',
      history: { '2026-Q3': { revenue: 10 } },
      surveys: [...answers('2026-Q3', many(3)), ...answers('2025-Q3', many(9))],
    },
  },
  kpis: { kpis: [{ kpi: 'nps', owner: 'ana', target: 40 }, { kpi: 'csat' }] },
};

describe('headlines of the data sections', () => {
  it('say how many KPIs of segments leave the portfolio outside their interval', () => {
    const finding = runMethod(kpiLevels, input).finding('kpi-segments.apart');
    expect(finding?.params.apart).toEqual({ kind: 'count', value: 4 });
    expect(finding?.params.kpis).toMatchObject({ codes: ['csat', 'nps'] });
    // One in twenty intervals of 95 % leaves out what it is held against by chance alone.
    expect(finding?.params.chance).toEqual({ kind: 'count', value: 0 });
    expect(finding?.figures).toContain('segment.industry.water.kpi.nps');
  });

  it('are borne out by the rows that they count', () => {
    const { series } = runMethod(kpiLevels, input);
    const apart = series('kpi.segments').rows.filter(row => row.apart === true);
    expect(apart.map(({ segmentId, kpi }) => `${segmentId} ${kpi}`)).toEqual([
      'water csat',
      'water nps',
      'steel csat',
      'steel nps',
    ]);
  });

  it('leave out what follows from the rule that made a segment, or a rule tried before it', () => {
    const retained = (prior: number, now: number) => ({
      history: { '2025-Q3': { revenue: prior }, '2026-Q3': { revenue: now } },
    });
    const { finding, series } = runMethod(kpiLevels, {
      settings: { basis: 'quarter' },
      segments: {
        schemes: [
          {
            id: 'course',
            name: 'Course',
            segments: [
              { id: 'first', name: 'First', when: [{ field: 'growth', below: -0.1 }] },
              { id: 'rest', name: 'Rest', when: [{ field: 'status', is: 'active' }] },
            ],
          },
        ],
      },
      accounts: Object.fromEntries(
        [10, 11, 12, 13, 40, 41, 42, 43].map((prior, index) => [
          `c${index}`,
          {
            ...retained(prior, index < 4 ? prior * 0.5 : prior * 1.1),
            surveys: answers('2026-Q3', index % 4 < 2 ? [10, 10, 3] : [10]),
          },
        ]),
      ),
    });
    expect(finding('kpi-segments.apart')?.params.settled).not.toEqual({ kind: 'count', value: 0 });
    const apart = series('kpi.segments').rows.filter(row => row.apart === true);
    expect(apart.map(({ kpi }) => kpi)).not.toContain('net-revenue-retention');
  });

  it('say how many indicators are worse than a year ago', () => {
    const finding = runMethod(kpiLevels, input).finding('kpi-indicators.course');
    expect(finding?.params.worse).toEqual({ kind: 'count', value: 3 });
    const { rows } = runMethod(kpiLevels, input).series('kpi.indicators');
    expect(rows.filter(row => row.course === 'worse').map(row => row.indicator)).toEqual([
      'referenced-customers.likelihood',
      'nps.promoters',
      'nps.detractors',
    ]);
    expect(rows.find(row => row.indicator === 'nps.promoters')?.yearChange).toBe(-0.5);
    expect(finding?.figures).toEqual([
      'kpi.referenced-customers.likelihood',
      'kpi.nps.promoters',
      'kpi.nps.detractors',
    ]);
  });

  it('say for how many KPIs nobody answers, and how many have no target', () => {
    const finding = runMethod(kpiDefinitionSheet, input).finding('kpi-definitions.owners');
    expect(finding).toMatchObject({
      figures: ['kpi.csat.target'],
      params: { kpis: { value: 2 }, unowned: { value: 1 }, aimless: { value: 1 } },
    });
  });
});
