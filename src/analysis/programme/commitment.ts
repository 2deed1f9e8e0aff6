import type { PeriodId } from '../../model/period.ts';
import type { Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';
import { type Breadth, breadth } from './breadth.ts';
import { commitmentOf, type Depth, depth } from './depth.ts';

/**
 * The four archetypes (domain 2.1; Capon 2001): D minimal effort, C many named and nothing changed, B a serious
 * experiment with few accounts, A full commitment.
 */
export type Archetype = 'A' | 'B' | 'C' | 'D';

export interface CommitmentState {
  readonly period: PeriodId;
  readonly breadth: Breadth;
  readonly depth: Depth;
  /** Absent where breadth or depth is. */
  readonly archetype?: Archetype;
}

/** The programme's place in the matrix of breadth and depth. A value on a cut counts as high. */
export const commitmentState = (scope: Scope): CommitmentState => {
  const [wide, deep] = [scope.of(breadth), scope.of(depth)];
  const archetype = archetypeOf(wide.value, deep.value, commitmentOf(scope));
  return {
    period: scope.period,
    breadth: wide,
    depth: deep,
    ...(archetype === undefined ? {} : { archetype }),
  };
};

const archetypeOf = (
  wide: number | undefined,
  deep: number | undefined,
  cuts: { readonly breadthCut: number; readonly depthCut: number },
): Archetype | undefined => {
  if (wide === undefined || deep === undefined) return undefined;
  if (deep >= cuts.depthCut) return wide >= cuts.breadthCut ? 'A' : 'B';
  return wide >= cuts.breadthCut ? 'C' : 'D';
};

/** Its places over the last eight quarters, those without any data left out, oldest first. */
export const commitmentTrail = (scope: Scope): readonly CommitmentState[] =>
  trailOf(scope.period)
    .map(period => scope.at(period).of(commitmentState))
    .filter(state => state.breadth.value !== undefined || state.depth.value !== undefined);

/**
 * A step of the trail that skips the experiment: from D or C straight to A. The failure pattern of domain 2.2. A quarter without
 * an archetype hides no jump: what counts is the last one known.
 */
export interface Jump {
  readonly period: PeriodId;
  readonly from: Archetype;
}

export const jumpsToFullCommitment = (trail: readonly CommitmentState[]): readonly Jump[] => {
  const placed = trail.filter(({ archetype }) => archetype !== undefined);
  return placed.flatMap(({ period, archetype }, index) => {
    const from = placed[index - 1]?.archetype;
    return archetype === 'A' && (from === 'D' || from === 'C') ? [{ period, from }] : [];
  });
};
