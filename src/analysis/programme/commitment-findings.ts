import type { DepthDimension } from '../../model/commitment.ts';
import type { Finding, FindingParam, FindingSeverity } from '../../model/finding.ts';
import { previous } from '../../model/period.ts';
import { choice, count, figure, finding, index, period, share, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import {
  type CommitmentState,
  commitmentState,
  commitmentTrail,
  jumpsToFullCommitment,
} from './commitment.ts';
import { dimensionFigureId } from './commitment-figures.ts';
import { commitmentOf, isStale } from './depth.ts';

const figures = {
  breadth: 'programme.commitment.breadth',
  depth: 'programme.commitment.depth',
  archetype: 'programme.commitment.archetype',
  stale: 'programme.commitment.stale',
} as const;

const dimension = (code: DepthDimension): FindingParam => term('dimension', code);

/** What the matrix of breadth and depth says about the programme. */
export const commitmentFindings = (scope: Scope): Finding[] => {
  const state = scope.of(commitmentState);
  return [
    ...placeFinding(scope, state),
    ...emptyBreadthFinding(state),
    ...jumpFinding(scope),
    ...weakDimensionFinding(scope, state),
    ...unratedFinding(state),
    ...staleFinding(scope, state),
  ];
};

const depthMovement = (now: number, before: number | undefined): string => {
  if (before === undefined || Math.round(now * 100) === Math.round(before * 100)) return 'same';
  return now < before ? 'falls' : 'rises';
};

const placeFinding = (scope: Scope, { archetype, breadth, depth }: CommitmentState): Finding[] => {
  if (archetype === undefined || depth.value === undefined || breadth.value === undefined) return [];
  const before = scope.at(previous(scope.period)).of(commitmentState);
  const movement = depthMovement(depth.value, before.depth.value);
  const entered = before.archetype !== undefined && before.archetype !== archetype;
  const severity: Record<typeof archetype, FindingSeverity> = {
    A: movement === 'falls' ? 'attention' : 'good',
    B: 'notable',
    C: 'attention',
    D: 'attention',
  };
  return [
    finding(
      entered ? 'commitment.enters-cell' : 'commitment.stays-in-cell',
      severity[archetype],
      entered ? 90 : 60,
      Object.values(figures),
      {
        cell: choice(archetype),
        movement: choice(movement),
        accounts: count(breadth.key),
        customers: count(breadth.customers),
        breadth: share(breadth.value),
        depth: index(depth.value),
        from: choice(before.archetype ?? 'none'),
        depthBefore: index(before.depth.value ?? depth.value),
        variety: count(depth.variety),
      },
    ),
  ];
};

const emptyBreadthFinding = ({ archetype, breadth }: CommitmentState): Finding[] =>
  archetype === 'C'
    ? [
        finding('commitment.named-without-depth', 'attention', 80, [figures.breadth, figures.depth], {
          accounts: count(breadth.key),
          depth: figure(figures.depth),
        }),
      ]
    : [];

const jumpFinding = (scope: Scope): Finding[] => {
  const jump = jumpsToFullCommitment(scope.of(commitmentTrail)).at(-1);
  return jump === undefined
    ? []
    : [
        finding('commitment.jump', 'attention', 85, [figures.archetype], {
          from: choice(jump.from),
          period: period(jump.period),
        }),
      ];
};

const weakDimensionFinding = (scope: Scope, { depth }: CommitmentState): Finding[] => {
  const [weakest] = depth.dimensions
    .flatMap(({ dimension: name, level }) => (level === undefined ? [] : [{ name, level }]))
    .sort((a, b) => a.level - b.level);
  const { depthCut } = commitmentOf(scope);
  if (weakest === undefined || weakest.level >= depthCut) return [];
  return [
    finding('commitment.weak-dimension', 'attention', 70, [dimensionFigureId(weakest.name)], {
      dimension: dimension(weakest.name),
      level: index(weakest.level),
      cut: index(depthCut),
    }),
  ];
};

const unratedFinding = ({ depth }: CommitmentState): Finding[] => {
  const missing = depth.dimensions.filter(({ level }) => level === undefined);
  const [first] = missing;
  if (first === undefined || depth.rated === 0) return [];
  return [
    finding('commitment.unrated-dimension', 'notable', 40, [figures.depth], {
      missing: count(missing.length),
      rated: count(depth.rated),
      dimension: dimension(first.dimension),
    }),
  ];
};

const staleFinding = (scope: Scope, { depth }: CommitmentState): Finding[] => {
  const evidence = depth.dimensions.flatMap(one => one.evidence);
  const stale = evidence.filter(one => isStale(scope, one));
  return stale.length === 0
    ? []
    : [
        finding('commitment.stale-evidence', 'notable', 30, [figures.stale], {
          quarters: count(commitmentOf(scope).staleAfter),
          stale: count(stale.length),
          evidence: count(evidence.length),
        }),
      ];
};
