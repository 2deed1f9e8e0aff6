import type { Assumption } from '../../model/figure.ts';
import { programSchemas } from '../../model/program.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { thresholdsSchema, type WorkspaceSettings } from '../../model/workspace-settings.ts';
import type { Scope } from '../scope.ts';

const thresholdDefaults = thresholdsSchema.parse({});

/** What the files of the programme say where nothing is declared: those in which every setting has a default. */
const defaults = {
  commitment: programSchemas.commitment.parse({}),
  congruence: programSchemas.congruence.parse({}),
  changes: programSchemas.changes.parse({}),
  phase: programSchemas.phase.parse({}),
  lifetime: programSchemas.lifetime.parse({}),
  kpis: programSchemas.kpis.parse({}),
  resources: programSchemas.resources.parse({}),
  incentives: programSchemas.incentives.parse({}),
  rationalisation: programSchemas.rationalisation.parse({}),
  relationship: programSchemas.relationship.parse({}),
};
type SettingsFile = keyof typeof defaults;

/** A file of the programme as declared, or the defaults of the product. */
export const settingsIn = <Name extends SettingsFile>(scope: Scope, file: Name) =>
  scope.workspace.program[file] ?? defaults[file];

/** A declared cut-off; it has a source only where the workspace departs from the product's default. */
export const assumption = (
  name: string,
  value: number | string,
  fallback: number | string | undefined,
  source: SourceRef,
): Assumption => ({ name, value, ...(value === fallback ? {} : { source }) });

/** A cut-off of `workspace.thresholds`. */
export const threshold = (scope: Scope, name: keyof WorkspaceSettings['thresholds']): Assumption => {
  const { thresholds, source } = scope.workspace.settings;
  return assumption(
    `workspace.thresholds.${name}`,
    thresholds[name],
    thresholdDefaults[name],
    at(source, 'thresholds', name),
  );
};

/** Over which quarters revenue is summed. */
export const basis = (scope: Scope): Assumption => {
  const { settings } = scope.workspace;
  return assumption('workspace.basis', settings.basis, 'year-to-date', at(settings.source, 'basis'));
};

/**
 * A setting of a file of the programme by its path: `setting(scope, 'lifetime', 'cuts', 'profit')`. Its name is the path below
 * the file; lists and tables print as one text, `true` as 1.
 * @throws where nothing is declared and there is no default: ask first for what may be left out
 */
export const setting = (scope: Scope, file: SettingsFile, ...path: readonly string[]): Assumption => {
  const declared = scope.workspace.program[file];
  const name = [file, ...path].join('.');
  const fallback = printed(valueAt(defaults[file], path));
  const value = declared === undefined ? fallback : printed(valueAt(declared, path));
  if (value === undefined) throw new Error(`${name} is not declared and has no default`);
  return declared === undefined
    ? { name, value }
    : assumption(name, value, fallback, at(declared.source, ...path));
};

const valueAt = (settings: object, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), settings);

const printed = (value: unknown): number | string | undefined => {
  if (value === undefined || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return Number(value);
  return Array.isArray(value)
    ? value.join(', ')
    : Object.entries(Object(value))
        .map(([key, one]) => `${key}: ${one}`)
        .join(', ');
};
