import type {
  IncentiveMeasure,
  IncentiveScenario,
  IncentiveScheme,
  Incentives,
} from '../../model/incentives.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { type Kam, kams } from '../kams.ts';
import { settingsIn } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { kindOf, type Looked, lookAt, type MeasureKind } from './measures.ts';
import { paySchemeOf, type SchemePay } from './payout.ts';

/** The declared schemes and cases, or none. */
export const incentivesOf = (scope: Scope): Incentives => settingsIn(scope, 'incentives');

/** The place of a scheme, of a rule, of the line of churn. */
export const incentivePlace = (scope: Scope, ...path: readonly (string | number)[]): SourceRef =>
  at(scope.workspace.program.incentives?.source ?? scope.workspace.settings.source, ...path);

export interface Case {
  readonly scenario: IncentiveScenario;
  readonly pay: SchemePay;
}

/** What one scheme pays one person now and in every declared case. */
export interface Simulated {
  readonly kam: Kam;
  readonly scheme: IncentiveScheme;
  /** Place of the scheme in its list. */
  readonly index: number;
  readonly now: SchemePay;
  readonly cases: readonly Case[];
}

/** Every key account manager, by id, under every scheme, in the order of the file. */
export const simulation = (scope: Scope): readonly Simulated[] => {
  const { schemes, scenarios } = incentivesOf(scope);
  if (schemes.length === 0) return [];
  return scope.of(kams).flatMap(kam => {
    const look = scope.of(lookers)(kam);
    return schemes.map((scheme, index) => ({
      kam,
      scheme,
      index,
      now: paySchemeOf(scheme, look),
      cases: scenarios.map(scenario => ({ scenario, pay: paySchemeOf(scheme, look, scenario.changes) })),
    }));
  });
};

type Look = (measure: IncentiveMeasure) => Looked & MeasureKind;

/** Measures of everyone, each taken once. */
export const lookers = (scope: Scope): ((kam: Kam) => Look) => {
  const { keepEach } = scope.reading;
  return keepEach((kam: Kam) =>
    keepEach((measure: IncentiveMeasure) =>
      Object.assign(lookAt(scope, kam, measure), kindOf(scope, measure)),
    ),
  );
};
