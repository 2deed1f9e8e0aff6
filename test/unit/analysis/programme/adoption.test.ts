import { describe, expect, it } from 'vitest';
import { adoption } from '../../../../src/analysis/methods/adoption.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';
import type { Stage } from './adoption-fixture.ts';
import { accounts, codes, depth, extension, hypothesis, judged, pilot, run } from './adoption-fixture.ts';

describe('the stage', () => {
  const path = [pilot, extension];

  it('is the last one that has begun, as known in the quarter', () => {
    const stageIn = (period: string) => run(path, {}, period).figure('programme.adoption.stage');
    expect(stageIn('2025-Q3').unavailable?.code).toBe('no-stage-begun');
    expect(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map(period => stageIn(period).value)).toEqual([
      1, 1, 2, 2,
    ]);
    expect(run(path).figure('programme.adoption.step').value).toBe('B-A');
  });

  it('is not available where no path is declared', () => {
    const found = runMethod(adoption, {});
    expect(found.figure('programme.adoption.stage').unavailable?.code).toBe('no-stages');
    expect(found.figure('programme.adoption.hypotheses.rejected').unavailable?.code).toBe('no-hypotheses');
    expect(found.series('programme.adoption.path').rows).toEqual([]);
    expect(found.results.findings).toEqual([]);
  });

  it.each([
    ['2025-Q3', 'planned'],
    ['2025-Q4', 'running'],
    ['2026-Q1', 'running'],
    ['2026-Q2', 'overdue'],
  ])('that has begun on time and has not ended stands in %s as %s', (period, state) => {
    const open = { ...pilot, actual: { start: '2025-Q4' } };
    expect(run([open], {}, period).series('programme.adoption.stages').rows[0]?.state).toBe(state);
  });

  it('is late when it should have begun, and says so', () => {
    const found = run([{ ...pilot, actual: undefined }]);
    expect(found.series('programme.adoption.stages').rows[0]?.state).toBe('late');
    expect(codes(found)).toContain('adoption.late');
  });

  it('that runs past its planned end is a finding', () => {
    expect(codes(run([{ ...pilot, actual: { start: '2025-Q4' } }]))).toContain('adoption.overdue');
  });

  it('overlaps where the next one begins before it ends', () => {
    const found = run([{ ...pilot, actual: { start: '2025-Q4' } }, extension]);
    expect(found.finding('adoption.overlap')?.params).toMatchObject({ before: { text: 'Pilot' } });
    expect(codes(run(path))).not.toContain('adoption.overlap');
  });
});

describe('criteria', () => {
  it('give the share met of the current stage; what is open is not met', () => {
    const exit = [
      judged('a', { '2026-Q3': 'met' }),
      judged('b', { '2026-Q3': 'not-met' }),
      judged('c'),
      judged('d', { '2026-Q4': 'met' }),
    ];
    const figure = run([pilot, { ...extension, exit }]).figure('programme.adoption.exit-met');
    expect(figure).toMatchObject({ value: 0.25, coverage: { n: 1, of: 4 } });
    expect(run([pilot, extension]).figure('programme.adoption.exit-met').unavailable?.code).toBe(
      'no-criteria',
    );
  });

  it('are read when the stage ended, not with what became of them later', () => {
    const exit = [judged('a', { '2026-Q1': 'not-met', '2026-Q2': 'met' })];
    const found = run([{ ...pilot, exit }, extension]);
    expect(found.series('programme.adoption.stages').rows[0]).toMatchObject({
      state: 'left-early',
      exitMet: 0,
      exitCriteria: 1,
    });
    expect(found.finding('adoption.left-early')?.params).toMatchObject({
      unmet: { value: 1 },
      period: { id: '2026-Q1' },
    });
    expect(found.finding('adoption.left-early')?.rank).toBeLessThan(50);
    const late = { ...pilot, actual: { start: '2025-Q4', end: '2026-Q2' } };
    const justClosed = run([{ ...late, exit: [judged('a', { '2026-Q2': 'not-met' })] }, extension]);
    expect(justClosed.finding('adoption.left-early')?.rank).toBe(80);
    const later = { ...late, exit };
    expect(codes(run([later]))).not.toContain('adoption.left-early');
  });

  const states = (exit: Stage['exit'], more: WorkspaceInput) =>
    run([{ ...pilot, actual: { start: '2025-Q4' }, exit }], more)
      .series('programme.adoption.criteria')
      .rows.map(({ state, measuredValue, unit, criterionMeasure }) => [
        state,
        measuredValue,
        unit,
        criterionMeasure,
      ]);

  it('can be held against a measure; a value on the limit meets it', () => {
    const limits = (atLeast: number, atMost: number): Stage['exit'] => [
      { kind: 'computed', id: 'a', text: 'A', measure: 'depth', atLeast },
      { kind: 'computed', id: 'b', text: 'B', measure: 'key-accounts', atMost },
    ];
    const more = { accounts: accounts({ '2025-Q4': 4 }), commitment: depth({ '2026-Q1': 0.5 }) };
    expect(states(limits(0.5, 4), more)).toEqual([
      ['met', 0.5, 'index', 'depth'],
      ['met', 4, 'count', 'key-accounts'],
    ]);
    expect(states(limits(0.51, 3), more)).toEqual([
      ['not-met', 0.5, 'index', 'depth'],
      ['not-met', 4, 'count', 'key-accounts'],
    ]);
  });

  it('held against a measure say the quarter it was taken at: those of entry, at the start of the stage', () => {
    const limit: Stage['exit'] = [
      { kind: 'computed', id: 'a', text: 'A', measure: 'key-accounts', atMost: 9 },
    ];
    const stage = { ...pilot, actual: { start: '2025-Q4' }, entry: limit, exit: limit };
    const { rows } = run([stage], { accounts: accounts({ '2025-Q4': 4 }) }).series(
      'programme.adoption.criteria',
    );
    expect(rows.map(({ date }) => date)).toEqual(['2025-12-31', '2026-09-30']);
  });

  it('are open where the measure is not available, which is not zero', () => {
    const exit: Stage['exit'] = [{ kind: 'computed', id: 'a', text: 'A', measure: 'depth', atMost: 0.5 }];
    expect(states(exit, {})).toEqual([['open', null, 'index', 'depth']]);
  });
});

describe('hypotheses', () => {
  const hypotheses = [
    hypothesis('works', { '2026-Q1': 'supported' }),
    hypothesis('fails', { '2025-Q4': 'supported', '2026-Q1': 'rejected' }),
    hypothesis('waits'),
  ];

  it('are counted by what is known in the quarter', () => {
    const counts = (period: string) =>
      ['supported', 'rejected', 'open'].map(
        state =>
          run([{ ...pilot, hypotheses }], {}, period).figure(`programme.adoption.hypotheses.${state}`).value,
      );
    expect(counts('2025-Q4')).toEqual([1, 0, 2]);
    expect(counts('2026-Q3')).toEqual([1, 1, 1]);
  });

  it('that were rejected are a finding once the programme extends anyway', () => {
    expect(codes(run([{ ...pilot, hypotheses }]))).not.toContain('adoption.extended-anyway');
    const found = run([{ ...pilot, hypotheses }, extension]);
    expect(found.finding('adoption.extended-anyway')?.params).toMatchObject({
      rejected: { value: 1 },
      hypothesis: { text: 'fails' },
      stage: { text: 'Extension' },
    });
  });
});

describe('accounts against the plan', () => {
  // The number of accounts in the text of Capon's example: two, then twenty.
  const path: Stage[] = [
    { ...pilot, accounts: { '2025-Q4': 2 } },
    { ...extension, accounts: { '2026-Q3': 20 } },
  ];

  it('follow the plan by quarter; a number holds until the next', () => {
    const found = run(path, { accounts: accounts({ '2025-Q4': 2, '2026-Q3': 5 }) });
    const rows = found.series('programme.adoption.path').rows;
    expect(
      rows.slice(-4).map(row => [row.period, row.accountsPlanned, row.keyAccounts, row.accountsDifference]),
    ).toEqual([
      ['2025-Q4', 2, 2, 0],
      ['2026-Q1', 2, 2, 0],
      ['2026-Q2', 2, 2, 0],
      ['2026-Q3', 20, 5, -15],
    ]);
    // A stage that has ended keeps the number it ended with; one that goes on has today's.
    expect(
      found.series('programme.adoption.stages').rows.map(row => [row.accountsPlanned, row.keyAccounts]),
    ).toEqual([
      [2, 2],
      [20, 5],
    ]);
    expect(rows[0]).toMatchObject({ accountsPlanned: null, accountsDifference: null, stage: null });
    expect(found.finding('adoption.accounts')).toMatchObject({
      severity: 'notable',
      params: { side: { text: 'behind' }, difference: { value: 15 } },
    });
  });

  it('ahead of the plan ask for attention, on the plan for nothing', () => {
    const ahead = run(path, { accounts: accounts({ '2025-Q4': 3 }) }, '2026-Q1');
    expect(ahead.finding('adoption.accounts')).toMatchObject({
      severity: 'attention',
      params: { side: { text: 'ahead' }, difference: { value: 1 } },
    });
    expect(ahead.figure('programme.adoption.accounts.difference').value).toBe(1);
    expect(run(path, { accounts: accounts({ '2025-Q4': 2 }) }, '2026-Q1').finding('adoption.accounts')).toBe(
      undefined,
    );
  });

  it('have no difference where nobody planned any', () => {
    const found = run([pilot], { accounts: accounts({ '2025-Q4': 2 }) });
    expect(found.figure('programme.adoption.accounts').value).toBe(2);
    expect(found.figure('programme.adoption.accounts.difference').unavailable?.code).toBe(
      'no-accounts-planned',
    );
  });
});
