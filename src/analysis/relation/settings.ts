import type { Assumption } from '../../model/figure.ts';
import type { RelationshipSettings } from '../../model/relationship.ts';
import { at } from '../../model/source.ts';
import { asOf, declaredAsOf } from '../as-of.ts';
import { assumption, setting, settingsIn } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';

/** Cuts of the relationship as declared, or the defaults of the product. */
export const relationshipOf = (scope: Scope): RelationshipSettings => settingsIn(scope, 'relationship');

/** A cut of `relationship`, named by its path: `warnings.silence`. */
export const declared = (scope: Scope, ...path: readonly string[]): Assumption =>
  setting(scope, 'relationship', ...path);

/** The day against which things are late. */
export const dateOfData = (scope: Scope): Assumption => scope.of(dateAssumed);

const dateAssumed = (scope: Scope): Assumption => {
  const { settings } = scope.workspace;
  return assumption(
    'workspace.document.dataAsOf',
    asOf(scope),
    declaredAsOf(scope) === undefined ? asOf(scope) : undefined,
    at(settings.source, 'document', 'dataAsOf'),
  );
};
