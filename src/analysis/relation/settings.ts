import type { Assumption } from '../../model/figure.ts';
import { type RelationshipSettings, relationshipSchema } from '../../model/relationship.ts';
import { at } from '../../model/source.ts';
import { programFile } from '../../workspace/layout.ts';
import { asOf } from '../as-of.ts';
import { assumption } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';

const defaults = relationshipSchema.parse({});

/** Cuts of the relationship as declared, or the defaults of the product. */
export const relationshipOf = (scope: Scope): RelationshipSettings =>
  scope.workspace.program.relationship ?? defaults;

type Value = number | string | readonly (number | string)[] | Readonly<Record<string, number>>;

/** A cut of `relationship`, named by its path: `warnings.silence`. */
export const declared = (scope: Scope, ...path: readonly string[]): Assumption => {
  const known = scope.of(declaredCuts);
  const name = path.join('.');
  const assumed = known.get(name) ?? cutAt(scope, path);
  known.set(name, assumed);
  return assumed;
};

/** The cuts that have been asked for: every account asks for the same ones. */
const declaredCuts = (_: Scope): Map<string, Assumption> => new Map();

const cutAt = (scope: Scope, path: readonly string[]): Assumption => {
  const source = scope.workspace.program.relationship?.source ?? {
    file: programFile('relationship'),
    path: [],
  };
  return assumption(
    ['relationship', ...path].join('.'),
    printed(valueAt(relationshipOf(scope), path)),
    printed(valueAt(defaults, path)),
    at(source, ...path),
  );
};

/** The day against which things are late. */
export const dateOfData = (scope: Scope): Assumption => scope.of(dateAssumed);

const dateAssumed = (scope: Scope): Assumption => {
  const { settings } = scope.workspace;
  return assumption(
    'workspace.document.dataAsOf',
    asOf(scope),
    settings.document.dataAsOf === undefined ? asOf(scope) : undefined,
    at(settings.source, 'document', 'dataAsOf'),
  );
};

const valueAt = (settings: RelationshipSettings, path: readonly string[]): Value =>
  path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), settings) as Value;

const printed = (value: Value): number | string => {
  if (typeof value !== 'object') return value;
  return Array.isArray(value)
    ? value.join(', ')
    : Object.entries(value)
        .map(([key, one]) => `${key}: ${one}`)
        .join(', ');
};
