import type { AdoptionMeasure } from '../../model/adoption.ts';
import type { FigureInput, Unit } from '../../model/figure.ts';
import type { Scope } from '../scope.ts';
import { adaptation } from './adaptation.ts';
import { breadth } from './breadth.ts';
import { congruence } from './congruence.ts';
import { depth } from './depth.ts';
import { measured, type ProgrammeMeasurement, phaseMeasureDefinitions } from './phase-measures.ts';

interface AdoptionMeasureDefinition {
  readonly unit: Unit;
  readonly precision: number;
  readonly measure: (scope: Scope) => ProgrammeMeasurement;
}

const evidenceOf = (scope: Scope): FigureInput[] =>
  scope.of(depth).dimensions.flatMap(({ evidence }) => evidence.map(one => one.source));

const ratingsOf = (scope: Scope): FigureInput[] =>
  scope.of(congruence).elements.flatMap(({ source }) => source ?? []);

/** Level of the weakest rated dimension of depth, 0–1. */
const weakestDimension = (scope: Scope): ProgrammeMeasurement => {
  const levels = scope.of(depth).dimensions.flatMap(({ level }) => level ?? []);
  return measured(levels.length === 0 ? { code: 'no-evidence' } : Math.min(...levels), evidenceOf(scope));
};

/** Dimensions at or above the cut of depth, 0–4. */
const variety = (scope: Scope): ProgrammeMeasurement => {
  const { rated, variety: wide } = scope.of(depth);
  return measured(rated === 0 ? { code: 'no-evidence' } : wide, evidenceOf(scope));
};

/** Everything that a criterion of a stage can be held against, with its unit. */
export const adoptionMeasureDefinitions: Readonly<Record<AdoptionMeasure, AdoptionMeasureDefinition>> = {
  ...phaseMeasureDefinitions,
  'key-accounts': {
    unit: 'count',
    precision: 0,
    measure: scope => measured(scope.of(breadth).key, () => scope.of(breadth).inputs),
  },
  breadth: {
    unit: 'share',
    precision: 1,
    measure: scope =>
      measured(scope.of(breadth).value ?? { code: 'no-revenue' }, () => scope.of(breadth).inputs),
  },
  depth: {
    unit: 'index',
    precision: 2,
    measure: scope => measured(scope.of(depth).value ?? { code: 'no-evidence' }, evidenceOf(scope)),
  },
  'weakest-dimension': { unit: 'index', precision: 2, measure: weakestDimension },
  variety: { unit: 'count', precision: 0, measure: variety },
  'congruence-minimum': {
    unit: 'index',
    precision: 0,
    measure: scope => measured(scope.of(congruence).minimum ?? { code: 'no-maturities' }, ratingsOf(scope)),
  },
  'congruence-spread': {
    unit: 'index',
    precision: 0,
    measure: scope =>
      measured(scope.of(congruence).spread ?? { code: 'too-few-maturities' }, ratingsOf(scope)),
  },
  'stale-plans': {
    unit: 'count',
    precision: 0,
    measure: scope => {
      const { plans } = scope.of(adaptation);
      return measured(
        plans.length === 0
          ? { code: 'no-key-accounts' }
          : plans.filter(({ state }) => state !== 'current').length,
        () => plans.flatMap(plan => plan.inputs),
      );
    },
  },
};
