import type { Assumption } from '../../model/figure.ts';
import type { ProgrammeResources } from '../../model/resources.ts';
import { setting, settingsIn } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';

/** What the workspace declares about resources, or the defaults of the product. */
export const resourceSettings = (scope: Scope): ProgrammeResources => settingsIn(scope, 'resources');

/** Criterion of the points table that stands for the potential of an account. */
export const potentialCriterion = (scope: Scope): string => resourceSettings(scope).potential ?? 'potential';

export const weightAssumptions = (scope: Scope): readonly Assumption[] =>
  ['hours', 'money'].map(name => setting(scope, 'resources', 'weights', name));

export const fullTimeAssumption = (scope: Scope): Assumption => setting(scope, 'resources', 'fullTime');

export const toleranceAssumption = (scope: Scope): Assumption =>
  setting(scope, 'resources', 'budgetTolerance');

export const difficultyAssumptions = (scope: Scope): readonly Assumption[] =>
  ['risk', 'weakness', 'exposure'].map(name => setting(scope, 'resources', 'difficulty', name));

export const loadAssumptions = (scope: Scope): readonly Assumption[] =>
  (['low', 'high', 'accounts'] as const)
    .filter(name => resourceSettings(scope).load[name] !== undefined)
    .map(name => setting(scope, 'resources', 'load', name));
