import {
  type Congruence,
  type CongruenceElement,
  congruenceElements,
  type Maturity,
  type TargetCell,
} from '../../model/congruence.ts';
import type { Interval } from '../../model/figure.ts';
import { type PeriodId, shift } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import { settingsIn } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';
import { destination } from './adoption-timing.ts';
import { latestOf } from './quarters.ts';

/** Ends of the scale of maturity. */
export const [lowestLevel, highestLevel] = [1, 5] as const;

/** One of the four elements with the rating that holds in the period. */
export interface ElementMaturity {
  readonly element: CongruenceElement;
  /** Maturity that the target cell needs, 1–5. */
  readonly needed: number;
  /** 1–5; absent where nobody has rated it by then. */
  readonly level?: number;
  /** Levels missing to what the cell needs, 0 where it has them; absent without a rating. */
  readonly gap?: number;
  readonly rated?: PeriodId;
  readonly date?: string;
  readonly evidence?: LocalizedText;
  readonly owner?: string;
  readonly source?: SourceRef;
}

/** Two elements and how far apart they are, 0–4; absent where one is not rated. */
export interface ElementPair {
  readonly a: CongruenceElement;
  readonly b: CongruenceElement;
  readonly gap?: number;
}

/** How far strategy, organisation, human resources, systems and processes agree (domain 2.3; Capon 2001). */
export interface CongruenceReading {
  readonly period: PeriodId;
  readonly target: TargetCell;
  readonly elements: readonly ElementMaturity[];
  /** All six pairs. */
  readonly pairs: readonly ElementPair[];
  readonly rated: number;
  /** Lowest maturity; absent without any rating. */
  readonly minimum?: number;
  /** Highest minus lowest; absent under two ratings. */
  readonly spread?: number;
  /** The elements at the minimum: one, or several that tie. */
  readonly weakest: readonly CongruenceElement[];
}

/** Needed levels, line and maturities as declared, or the defaults of the product. */
export const congruenceOf = (scope: Scope): Congruence => settingsIn(scope, 'congruence');

/** The cell that the programme aims for: as declared, else that of the running stage of adoption, else full commitment. */
export const targetCell = (scope: Scope): TargetCell =>
  congruenceOf(scope).target ?? scope.of(destination) ?? 'A';

export const congruence = (scope: Scope): CongruenceReading => {
  const target = targetCell(scope);
  const elements = congruenceElements.map(element => elementMaturity(scope, element, target));
  const levels = elements.flatMap(({ level }) => level ?? []);
  const minimum = levels.length === 0 ? undefined : Math.min(...levels);
  return {
    period: scope.period,
    target,
    elements,
    pairs: pairsOf(elements),
    rated: levels.length,
    ...(minimum === undefined ? {} : { minimum }),
    ...(minimum === undefined || levels.length < 2 ? {} : { spread: Math.max(...levels) - minimum }),
    weakest:
      minimum === undefined
        ? []
        : elements.filter(({ level }) => level === minimum).map(({ element }) => element),
  };
};

const elementMaturity = (scope: Scope, element: CongruenceElement, target: TargetCell): ElementMaturity => {
  const needed = congruenceOf(scope).needed[target][element];
  const { congruence: declared } = scope.workspace.program;
  const index = declared?.maturities.findIndex(one => one.element === element) ?? -1;
  const maturity: Maturity | undefined = declared?.maturities[index];
  const rated = maturity === undefined ? undefined : latestOf(maturity.ratings, scope.period);
  const rating = rated === undefined ? undefined : maturity?.ratings[rated];
  if (declared === undefined || rated === undefined || rating === undefined) return { element, needed };
  const { level, date, evidence } = rating;
  return {
    element,
    needed,
    level,
    gap: Math.max(0, needed - level),
    rated,
    date,
    evidence,
    ...(maturity?.owner === undefined ? {} : { owner: maturity.owner }),
    source: at(declared.source, 'maturities', index, 'ratings', rated, 'level'),
  };
};

/** Whether its rating was given so long ago that it is not to speak for the present unsaid. */
export const isStale = (scope: Scope, { rated }: Pick<ElementMaturity, 'rated'>): boolean =>
  rated !== undefined && rated <= shift(scope.period, -congruenceOf(scope).staleAfter);

const pairsOf = (elements: readonly ElementMaturity[]): ElementPair[] =>
  elements.flatMap((one, index) =>
    elements.slice(index + 1).map(other => ({
      a: one.element,
      b: other.element,
      ...(one.level === undefined || other.level === undefined
        ? {}
        : { gap: Math.abs(one.level - other.level) }),
    })),
  );

/** What minimum and spread could be if the elements that nobody rated were known; undefined where all are. */
export const possibleMinimum = ({ rated, minimum }: CongruenceReading): Interval | undefined =>
  minimum === undefined || rated === congruenceElements.length
    ? undefined
    : { low: lowestLevel, high: minimum, kind: 'possible' };

export const possibleSpread = ({ rated, minimum, spread }: CongruenceReading): Interval | undefined =>
  minimum === undefined || spread === undefined || rated === congruenceElements.length
    ? undefined
    : {
        low: spread,
        high: widestSpread(minimum, spread, congruenceElements.length - rated),
        kind: 'possible',
      };

// With two unknowns one may lie at either end; a single one widens the spread to the farther end.
const widestSpread = (minimum: number, spread: number, unknown: number): number =>
  unknown > 1 ? highestLevel - lowestLevel : Math.max(highestLevel - minimum, minimum + spread - lowestLevel);

/** Readings of the last eight quarters that have any rating, oldest first. */
export const congruenceTrail = (scope: Scope): readonly CongruenceReading[] =>
  trailOf(scope.period)
    .map(period => scope.at(period).of(congruence))
    .filter(({ rated }) => rated > 0);
