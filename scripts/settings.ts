import type { z } from 'zod';
import { programNames, programSchemas } from '../src/model/program.ts';
import { workspaceSettingsSchema } from '../src/model/workspace-settings.ts';
import { programFile, settingsFile } from '../src/workspace/layout.ts';

/** A setting as the workspace declares it. */
export interface Setting {
  readonly file: string;
  /** Keys below the file's root, joined by dots. */
  readonly key: string;
  readonly description?: string;
  /** What holds where the workspace says nothing; absent where nothing does. */
  readonly fallback?: unknown;
}

/**
 * The setting behind a method's name for it: `workspace.thresholds.attention`, `scoring.nearTie`.
 * @throws Error where no schema has such a key: a slip in the method
 */
export const settingOf = (name: string): Setting => {
  const [head = '', ...keys] = name.split('.');
  const program = programNames.find(known => known === head);
  const root = head === 'workspace' ? workspaceSettingsSchema : program && programSchemas[program];
  if (root === undefined) throw new Error(`No file holds the setting ${name}`);
  const file = program === undefined ? settingsFile : programFile(program);
  return { file, key: keys.join('.'), ...read(root, keys, name) };
};

const read = (
  root: z.core.$ZodType,
  keys: readonly string[],
  name: string,
): Pick<Setting, 'description' | 'fallback'> => {
  let schema: z.core.$ZodType = root;
  for (const key of keys) {
    const { def } = stripped(schema).schema._zod as z.core.$ZodTypes['_zod'];
    const next = def.type === 'object' && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
    if (next === undefined) throw new Error(`No schema has the setting ${name}: there is no ${key}`);
    schema = next;
  }
  const { description, fallback } = stripped(schema);
  return {
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { fallback }),
  };
};

interface Stripped {
  readonly schema: z.core.$ZodType;
  readonly description?: string;
  readonly fallback?: unknown;
}

/** The schema behind optional and default, with the description and the default met on the way. */
const stripped = (schema: z.core.$ZodType, above: Omit<Stripped, 'schema'> = {}): Stripped => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const description = above.description ?? (schema as z.ZodType).description;
  const known = { ...above, ...(description === undefined ? {} : { description }) };
  switch (def.type) {
    case 'default':
      return stripped(def.innerType, { fallback: def.defaultValue, ...known });
    case 'prefault':
    case 'optional':
      return stripped(def.innerType, known);
    default:
      return { schema, ...known };
  }
};
