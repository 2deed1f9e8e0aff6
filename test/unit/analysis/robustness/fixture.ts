import type { z } from 'zod';
import { type Robustness, robustness } from '../../../../src/analysis/robustness/robustness.ts';
import type { scoringSchema } from '../../../../src/model/scoring.ts';
import { scopeOf } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type ScoringInput = z.input<typeof scoringSchema>;
/** Points by account, criterion by criterion; `null` is not rated. */
export type Points = Readonly<Record<string, readonly (number | null)[]>>;

/** A workspace whose accounts are rated on criteria c0, c1, … with the given weights. */
export const ratedWorkspace = (
  points: Points,
  weights: readonly number[],
  scoring: Partial<ScoringInput> = {},
): WorkspaceInput => ({
  scoring: {
    scale: { min: 0, max: 10 },
    ...scoring,
    criteria: weights.map((weight, index) => ({ id: `c${index}`, name: `Criterion ${index}`, weight })),
  },
  accounts: Object.fromEntries(
    Object.entries(points).map(([id, row]) => [
      id,
      {
        ratings: {
          '2026-Q3': Object.fromEntries(
            row.flatMap((value, index) => (value === null ? [] : [[`c${index}`, value] as const])),
          ),
        },
      },
    ]),
  ),
});

export const robustnessOf = (input: WorkspaceInput): Robustness => {
  const found = scopeOf(input).of(robustness);
  if (found === undefined) throw new Error('No account has a score');
  return found;
};

/** Part of the weightings in which an account took a rank, from 1. */
export const shareOfRank = (
  { grid, any, near }: Robustness,
  account: string,
  rank: number,
  kind: 'any' | 'near' = 'any',
): number => {
  const found = kind === 'any' ? any : near;
  const row = grid.rows.findIndex(({ customer }) => customer.id === account);
  return (found.ranks[row * found.leading + rank - 1] ?? 0) / found.samples;
};

/** Part of the weightings in which an account belonged to the key set. */
export const shareAdmitted = (
  { grid, any, near }: Robustness,
  account: string,
  kind: 'any' | 'near' = 'any',
): number => {
  const found = kind === 'any' ? any : near;
  return (
    (found.admitted[grid.rows.findIndex(({ customer }) => customer.id === account)] ?? 0) / found.samples
  );
};
