import { describe, expect, it } from 'vitest';
import {
  type Archetype,
  type CommitmentState,
  jumpsToFullCommitment,
} from '../../../../src/analysis/programme/commitment.ts';
import { accounts, codes, depth, extension, pilot, run } from './adoption-fixture.ts';

describe('jumps to full commitment', () => {
  const jumpOf = (wide: boolean, levels: Readonly<Record<string, number>>) => {
    const more = {
      settings: { basis: 'quarter' as const },
      accounts: accounts(wide ? { '2025-Q4': 10 } : { '2025-Q4': 2, '2026-Q3': 10 }),
      commitment: depth(levels),
    };
    return run([pilot, extension], more);
  };

  it('are flagged from D and from C, and not on the way by B', () => {
    expect(jumpOf(false, { '2025-Q4': 0.2, '2026-Q3': 0.8 }).figure('programme.adoption.jump').value).toBe(
      'D-A',
    );
    expect(jumpOf(true, { '2025-Q4': 0.2, '2026-Q3': 0.8 }).figure('programme.adoption.jump').value).toBe(
      'C-A',
    );
    const path = jumpOf(false, { '2025-Q4': 0.2, '2026-Q1': 0.8 });
    expect(path.figure('programme.adoption.jump').value).toBe('none');
    expect(path.figure('programme.adoption.jumps').value).toBe(0);
  });

  it('are seen across quarters without an archetype', () => {
    const state = (period: string, archetype?: Archetype) =>
      ({ period, ...(archetype === undefined ? {} : { archetype }) }) as CommitmentState;
    const gap = [state('2026-Q1', 'D'), state('2026-Q2'), state('2026-Q3', 'A')];
    expect(jumpsToFullCommitment(gap)).toEqual([{ period: '2026-Q3', from: 'D' }]);
    const byB = [state('2026-Q1', 'C'), state('2026-Q2', 'B'), state('2026-Q3'), state('2026-Q4', 'A')];
    expect(jumpsToFullCommitment(byB)).toEqual([]);
  });

  it('stand in the path at their quarter, beside the cell', () => {
    const rows = jumpOf(true, { '2025-Q4': 0.2, '2026-Q3': 0.8 }).series('programme.adoption.path').rows;
    expect(rows.slice(-2).map(({ archetype, jump }) => [archetype, jump])).toEqual([
      ['C', null],
      ['A', 'C-A'],
    ]);
  });

  it('are a finding already where the plan leads from D or C to A', () => {
    const planned = (from: 'D' | 'C' | 'B') => codes(run([{ ...extension, from }]));
    expect(planned('D')).toContain('adoption.planned-jump');
    expect(planned('C')).toContain('adoption.planned-jump');
    expect(planned('B')).not.toContain('adoption.planned-jump');
  });
});
