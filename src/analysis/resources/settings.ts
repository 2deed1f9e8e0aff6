import type { Assumption } from '../../model/figure.ts';
import { type ProgrammeResources, resourcesSchema } from '../../model/resources.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { assumption } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';

const defaults = resourcesSchema.parse({});

/** What the workspace declares about resources, or the defaults of the product. */
export const resourceSettings = (scope: Scope): ProgrammeResources =>
  scope.workspace.program.resources ?? defaults;

/** Criterion of the points table that stands for the potential of an account. */
export const potentialCriterion = (scope: Scope): string => resourceSettings(scope).potential ?? 'potential';

const placeOf = (scope: Scope, path: readonly string[]): SourceRef =>
  at(scope.workspace.program.resources?.source ?? scope.workspace.settings.source, ...path);

export const weightAssumptions = (scope: Scope): readonly Assumption[] =>
  (['hours', 'money'] as const).map(name =>
    assumption(
      `resources.weights.${name}`,
      resourceSettings(scope).weights[name],
      defaults.weights[name],
      placeOf(scope, ['weights', name]),
    ),
  );

export const fullTimeAssumption = (scope: Scope): Assumption =>
  assumption(
    'resources.fullTime',
    resourceSettings(scope).fullTime,
    defaults.fullTime,
    placeOf(scope, ['fullTime']),
  );

export const toleranceAssumption = (scope: Scope): Assumption =>
  assumption(
    'resources.budgetTolerance',
    resourceSettings(scope).budgetTolerance,
    defaults.budgetTolerance,
    placeOf(scope, ['budgetTolerance']),
  );

export const difficultyAssumptions = (scope: Scope): readonly Assumption[] =>
  (['risk', 'weakness', 'exposure'] as const).map(name =>
    assumption(
      `resources.difficulty.${name}`,
      resourceSettings(scope).difficulty[name],
      defaults.difficulty[name],
      placeOf(scope, ['difficulty', name]),
    ),
  );

export const loadAssumptions = (scope: Scope): readonly Assumption[] =>
  (['low', 'high', 'accounts'] as const).flatMap(name => {
    const value = resourceSettings(scope).load[name];
    return value === undefined
      ? []
      : [assumption(`resources.load.${name}`, value, defaults.load[name], placeOf(scope, ['load', name]))];
  });
