import { describe, expect, it } from 'vitest';
import { comparison, scorecard } from '../../../../src/analysis/kpi/scorecard.ts';
import { kpiScorecard } from '../../../../src/analysis/methods/kpi-scorecard.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

const scopeOf = (input: WorkspaceInput, period = '2026-Q3') => createScope(workspaceOf(input), period);
const answers = (period: string, scores: number[]) => scores.map(nps => ({ period, nps, csat: 5 }));

const workspace: WorkspaceInput = {
  accounts: {
    a: {
      surveys: [
        ...answers('2025-Q3', [9, 9, 5, 7]),
        ...answers('2026-Q2', [9, 9, 9, 5]),
        ...answers('2026-Q3', [9, 9, 9, 7]),
      ],
      opportunities: [
        { stage: 'won', closed: '2026-07-15', contacts: 8 },
        { stage: 'won', closed: '2026-08-15', contacts: 7.0 },
      ],
    },
  },
  kpis: {
    kpis: [
      { kpi: 'contacts-to-close', target: 6 },
      { kpi: 'nps', target: 60, targets: { '2026-Q3': 70 } },
      { kpi: 'csat', target: 0.9 },
      { kpi: 'customer-outcomes', target: 0.8 },
    ],
  },
};

describe('status', () => {
  it('follows the polarity and the tolerance', () => {
    expect(comparison('csat', 0.8, 0.8, 0.05).status).toBe('met');
    expect(comparison('csat', 0.79, 0.8, 0.05).status).toBe('near');
    expect(comparison('csat', 0.7, 0.8, 0.05).status).toBe('missed');
    expect(comparison('churn', 0.04, 0.05, 0).status).toBe('met');
    expect(comparison('churn', 0.06, 0.05, 0.1)).toMatchObject({ status: 'missed' });
    expect(comparison('churn', 0.06, 0.05, 0.1).shortfall).toBeCloseTo(0.2, 12);
  });

  it('has a deviation from the size of a negative target, and none from zero', () => {
    expect(comparison('clv', -5, -10, 0)).toEqual({ deviation: 0.5, status: 'met', shortfall: 0 });
    expect(comparison('clv', 1, 0, 0)).toEqual({ status: 'met', shortfall: 0 });
    expect(comparison('nps', undefined, 10, 0)).toEqual({ status: 'none', shortfall: 0 });
  });
});

describe('the deviation of a score', () => {
  it('is in points, from a target of zero as well', () => {
    expect(comparison('nps', 39, 40, 0.05)).toMatchObject({ deviation: -1, limit: -5, status: 'near' });
    expect(comparison('nps', -5, -10, 0)).toMatchObject({ deviation: 5, status: 'met' });
    expect(comparison('enps', -3, 0, 0.05)).toMatchObject({ deviation: -3, limit: -5, status: 'near' });
    expect(comparison('enps', -6, 0, 0.05).status).toBe('missed');
  });

  it('is printed as points, beside percentages', () => {
    const { figures, series } = kpiScorecard.run(scopeOf(workspace));
    expect(figures.find(({ id }) => id === 'kpi.nps.deviation')).toMatchObject({ value: 5, unit: 'nps' });
    const rows = series.find(({ id }) => id === 'kpi.scorecard')?.rows ?? [];
    expect(rows.find(({ kpi }) => kpi === 'nps')).toMatchObject({ deviation: 5, deviationUnit: 'nps' });
    expect(rows.find(({ kpi }) => kpi === 'csat')).toMatchObject({ deviationUnit: 'points' });
  });
});

describe('the deviation of a percentage', () => {
  it('is in points, and its tolerance a part of the target all the same', () => {
    const churn = comparison('churn', 0.043, 0.04, 0.05);
    expect(churn.deviation).toBeCloseTo(0.003, 12);
    expect(churn.limit).toBeCloseTo(0.002, 12);
    expect(churn).toMatchObject({ status: 'missed' });
    expect(comparison('renewal', 0.9, 0, 0.05)).toMatchObject({ deviation: 0.9, status: 'met' });
  });
});

describe('scorecard', () => {
  const rows = scopeOf(workspace).of(scorecard);

  it('keeps the order of the eleven and letters what shares a number', () => {
    expect(rows.map(({ number, kpi }) => `${number} ${kpi}`)).toEqual([
      '3a csat',
      '3b nps',
      '4 customer-outcomes',
      '10 contacts-to-close',
    ]);
  });

  it('holds the value against the target of the quarter, the quarter and the year before', () => {
    expect(rows[1]).toMatchObject({
      measured: { value: 75 },
      target: { value: 70 },
      status: 'met',
      priorQuarter: { value: 50 },
      priorYear: { value: 25 },
    });
    expect(rows[1]?.history.map(({ period }) => period)).toEqual(['2025-Q3', '2026-Q2', '2026-Q3']);
    expect(rows[3]?.deviation).toBeCloseTo(0.25, 12);
    expect(rows[2]).toMatchObject({
      status: 'none',
      measured: { unavailable: { code: 'no-goals-due' } },
    });
  });

  it('says how many meet their target and which is farthest from it', () => {
    const { findings } = kpiScorecard.run(scopeOf(workspace));
    expect(findings.find(({ code }) => code === 'kpi.targets')?.params).toMatchObject({
      met: { value: 2 },
      judged: { value: 3 },
      kpi: { code: 'contacts-to-close' },
      deviation: { value: 0.25, signed: true },
    });
    expect(findings.map(({ code }) => code)).toContain('kpi.not-available');
  });

  it('shows what has a value where nothing was selected', () => {
    const { accounts } = workspace;
    const shown = scopeOf(accounts === undefined ? {} : { accounts }).of(scorecard);
    expect(shown.map(({ kpi }) => kpi)).toEqual(['csat', 'nps', 'acquisition-rate', 'contacts-to-close']);
    expect(shown.every(({ status }) => status === 'none')).toBe(true);
  });

  it('is empty, not wrong, in an empty workspace', () => {
    const { figures, series, findings } = kpiScorecard.run(scopeOf({}));
    expect(series.find(({ id }) => id === 'kpi.scorecard')?.rows).toEqual([]);
    expect(figures.find(({ id }) => id === 'kpi.scorecard.met')?.unavailable).toEqual({ code: 'no-targets' });
    expect(findings).toEqual([]);
  });
});
