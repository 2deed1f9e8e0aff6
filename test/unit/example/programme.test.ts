import { describe, expect, it } from 'vitest';
import { analysis, figureValue, rounded, rowsOf, workspace } from './example.ts';

describe('the programme of the example', () => {
  it('climbs in breadth and depth, from an experiment into full commitment', () => {
    const trail = rowsOf('programme.commitment.trail').map(row => [
      row.keyAccounts,
      Number(Number(row.depth).toFixed(2)),
      row.archetype,
    ]);
    expect(trail).toEqual([
      [2, 0.22, 'D'],
      [2, 0.33, 'D'],
      [3, 0.43, 'D'],
      [3, 0.51, 'B'],
      [4, 0.56, 'B'],
      [5, 0.6, 'B'],
      [6, 0.61, 'B'],
      [8, 0.58, 'A'],
    ]);
  });

  it('has systems as its weak dimension', () => {
    expect(rounded('programme.commitment.dimension.structures', 2)).toBe(0.7);
    expect(rounded('programme.commitment.dimension.systems', 2)).toBe(0.4);
    expect(rounded('programme.commitment.dimension.people', 2)).toBe(0.55);
    expect(rounded('programme.commitment.dimension.finance', 2)).toBe(0.67);
  });

  it('is in momentum, with the cost of doing business as second', () => {
    expect(figureValue('programme.phase.current')).toBe('momentum');
    expect(rounded('programme.phase.fit.momentum', 2)).toBe(0.71);
    expect(rounded('programme.phase.fit.cost-of-doing-business', 2)).toBe(0.52);
  });

  it('leaves one orphan of each kind in the alignment', () => {
    const orphans = rowsOf('programme.vision.alignment')
      .map(row => row.orphan)
      .filter(orphan => orphan !== null);
    expect(orphans).toEqual(['no-strategy', 'no-objective', 'segment-not-used', 'kpi-not-used']);
  });

  it('extends beyond its plan, with a pilot that was left too early', () => {
    expect(rowsOf('programme.adoption.stages').map(({ step, state }) => [step, state])).toEqual([
      ['D-B', 'left-early'],
      ['B-A', 'running'],
    ]);
    expect(figureValue('programme.adoption.accounts.difference')).toBe(2);
    expect(analysis.figures.get('programme.adoption.exit-met')?.coverage).toEqual({ n: 1, of: 5 });
    expect(figureValue('programme.adoption.jump')).toBe('none');
  });

  it('has systems and processes as the weakest link of its congruence, too', () => {
    expect(figureValue('programme.congruence.weakest')).toBe('systems-processes');
    expect(figureValue('programme.congruence.minimum')).toBe(2);
    expect(figureValue('programme.congruence.spread')).toBe(2);
    expect(figureValue('programme.congruence.target')).toBe('A');
  });

  it('has two accounts that would not be admitted today, with what keeps them down', () => {
    expect(
      rowsOf('programme.phase.re-evaluation')
        .filter(({ admitted }) => admitted === false)
        .map(({ account, fails }) => [account, fails]),
    ).toEqual([
      ['alto-magro', 'threshold'],
      ['papelera-clariano', 'threshold'],
    ]);
  });

  it('reviews half of its account plans in time, and two of them never', () => {
    expect(
      rowsOf('programme.adaptation.plans')
        .filter(({ state }) => state !== 'current')
        .map(({ account, state }) => [account, state]),
    ).toEqual([
      ['alto-magro', 'never-reviewed'],
      ['prefabricados-jucar-sur', 'never-reviewed'],
      ['morteros-maestrat', 'stale'],
      ['hidrogestion-cabriel', 'stale'],
    ]);
    expect(figureValue('programme.adaptation.to-plan')).toBe(30);
    expect(figureValue('programme.adaptation.overdue')).toBe(2);
  });

  it('seeks three decisions and tells what became of five', () => {
    const { decisions } = workspace.program;
    const sought = decisions.filter(one => one.period === '2026-Q3');
    expect(sought.map(one => one.state)).toEqual(['sought', 'sought', 'sought']);
    const earlier = decisions.filter(one => one.period < '2026-Q3');
    expect(earlier).toHaveLength(5);
    expect(earlier.every(one => one.outcome !== undefined)).toBe(true);
  });
});

describe('the scorecard of the example', () => {
  it.each([
    ['referenced-customers', 0.31, 2],
    ['csat', 0.854, 3],
    ['nps', 39, 0],
    ['interaction', 4.6, 1],
    ['acquisition-rate', 0.171, 3],
    ['employee-satisfaction', 7.4, 1],
    ['renewal', 0.917, 3],
    ['contacts-to-close', 7.8, 1],
    ['churn', 0.043, 3],
    ['net-revenue-retention', 1.027, 3],
    ['gross-revenue-retention', 0.95, 2],
  ])('has %s at %f', (kpi, value, decimals) => {
    expect(rounded(`kpi.${kpi}.value`, decimals)).toBe(value);
  });

  it('rests on 41 answers of 58 people asked', () => {
    expect(analysis.figures.get('kpi.nps.value')?.coverage).toEqual({ n: 41, of: 58 });
  });

  it('counts the goals of customers that fell due in a year', () => {
    const outcomes = analysis.figures.get('kpi.customer-outcomes.value');
    expect(outcomes?.value).toBeGreaterThan(0);
    expect(outcomes?.value).toBeLessThanOrEqual(1);
    expect(outcomes?.coverage?.of).toBe(figureValue('kpi.customer-outcomes.due'));
  });
});
