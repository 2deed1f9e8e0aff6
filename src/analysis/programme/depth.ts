import { type Commitment, type DepthDimension, depthDimensions } from '../../model/commitment.ts';
import type { Coverage } from '../../model/figure.ts';
import { type PeriodId, shift } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import { settingsIn } from '../portfolio/assumptions.ts';
import { weightedMean } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { latestOf } from './quarters.ts';

type Evidence = Commitment['evidence'][number];

/** Evidence with the rating that holds in the period. */
export interface RatedEvidence {
  readonly evidence: Evidence;
  readonly rated: PeriodId;
  readonly date: string;
  readonly level: number;
  /** Whether it stands at the cut of depth or above: the resource is there, not only begun. */
  readonly inPlace: boolean;
  readonly note?: LocalizedText;
  readonly source: SourceRef;
}

export interface DimensionDepth {
  readonly dimension: DepthDimension;
  /** Mean level of its evidence, 0–1; absent where none has been rated by then. */
  readonly level?: number;
  readonly evidence: readonly RatedEvidence[];
  /** Evidence that has been rated by then, of all that is declared. */
  readonly coverage: Coverage;
  /** Variety within the dimension: kinds of resources in place, of those rated. */
  readonly resources: Coverage;
}

/** Level and variety of the resources in four dimensions (domain 2.1; Capon 2001). */
export interface Depth {
  /** Mean of the dimensions that have rated evidence, 0–1; absent where none has. */
  readonly value?: number;
  /** Dimensions with rated evidence, 0–4: a dimension without any is missing, not zero. */
  readonly rated: number;
  /** Dimensions at or above the cut, 0–4. */
  readonly variety: number;
  readonly dimensions: readonly DimensionDepth[];
}

/** Cuts and evidence as declared, or the defaults of the product. */
export const commitmentOf = (scope: Scope): Commitment => settingsIn(scope, 'commitment');

export const depth = (scope: Scope): Depth => {
  const evidence = ratedEvidence(scope);
  const dimensions = depthDimensions.map(dimension => {
    const own = evidence.filter(one => one.evidence.dimension === dimension);
    const level = mean(own.map(one => one.level));
    const declared = commitmentOf(scope).evidence.filter(one => one.dimension === dimension);
    const coverage = { n: own.length, of: declared.length };
    const resources = { n: own.filter(one => one.inPlace).length, of: own.length };
    return { dimension, evidence: own, coverage, resources, ...(level === undefined ? {} : { level }) };
  });
  const levels = dimensions.flatMap(({ level }) => level ?? []);
  const value = mean(levels);
  return {
    ...(value === undefined ? {} : { value }),
    rated: levels.length,
    variety: levels.filter(level => level >= commitmentOf(scope).depthCut).length,
    dimensions,
  };
};

const ratedEvidence = (scope: Scope): RatedEvidence[] => {
  const { commitment } = scope.workspace.program;
  if (commitment === undefined) return [];
  return commitment.evidence.flatMap((evidence, index) => {
    const rated = latestOf(evidence.ratings, scope.period);
    const rating = rated === undefined ? undefined : evidence.ratings[rated];
    if (rated === undefined || rating === undefined) return [];
    const source = at(commitment.source, 'evidence', index, 'ratings', rated, 'level');
    const { level, date, note } = rating;
    return [
      {
        evidence,
        rated,
        date,
        level,
        inPlace: level >= commitment.depthCut,
        ...(note === undefined ? {} : { note }),
        source,
      },
    ];
  });
};

/** Whether its rating was given so long ago that it is not to speak for the present unsaid. */
export const isStale = (scope: Scope, { rated }: Pick<RatedEvidence, 'rated'>): boolean =>
  rated <= shift(scope.period, -commitmentOf(scope).staleAfter);

const mean = (levels: readonly number[]): number | undefined =>
  weightedMean(levels.map(points => ({ weight: 1, points })));
