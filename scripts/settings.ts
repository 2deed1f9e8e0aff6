import type { z } from 'zod';
import { settingOf as placeOf } from '../src/explain/settings.ts';
import { programNames, programSchemas } from '../src/model/program.ts';
import { workspaceSettingsSchema } from '../src/model/workspace-settings.ts';
import { programFile, settingsFile } from '../src/workspace/layout.ts';
import { type Field, fieldOf } from './field.ts';

/** A setting as the workspace declares it. */
export interface Setting extends Field {
  readonly file: string;
  /** Keys below the file's root, joined by dots. */
  readonly key: string;
}

const schemas: ReadonlyMap<string, z.core.$ZodType> = new Map<string, z.core.$ZodType>([
  [settingsFile, workspaceSettingsSchema],
  ...programNames.map(name => [programFile(name), programSchemas[name]] as const),
]);

/**
 * The setting behind a method's name for it: `workspace.thresholds.attention`, `scoring.nearTie`.
 * @throws Error where no schema has such a key: a slip in the method
 */
export const settingOf = (name: string): Setting => {
  const { file = '', path = [] } = placeOf(name) ?? {};
  let schema = schemas.get(file);
  if (schema === undefined) throw new Error(`No file holds the setting ${name}`);
  for (const key of path) {
    const { def }: z.core.$ZodTypes['_zod'] = fieldOf(schema).schema._zod;
    schema = def.type === 'object' && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
    if (schema === undefined) throw new Error(`No schema has the setting ${name}: there is no ${key}`);
  }
  return { file, key: path.join('.'), ...fieldOf(schema) };
};
