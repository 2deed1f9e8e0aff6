import type { z } from 'zod';

/** What a schema says about a key, its wrappers taken off. */
export interface Field {
  readonly schema: z.core.$ZodTypes;
  readonly required: boolean;
  readonly description?: string;
  /** What holds where the workspace says nothing; absent where nothing does. */
  readonly fallback?: unknown;
}

/** A schema without its wrappers, and what they say. */
export const fieldOf = (
  schema: z.core.$ZodType,
  above: Omit<Field, 'schema'> = { required: true },
): Field => {
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  const description = above.description ?? (schema as z.ZodType).description;
  const told = { ...above, ...(description === undefined ? {} : { description }) };
  switch (def.type) {
    case 'default':
      return fieldOf(def.innerType, { fallback: def.defaultValue, ...told, required: false });
    case 'prefault':
    case 'optional':
      return fieldOf(def.innerType, { ...told, required: false });
    case 'pipe':
      return fieldOf(def.in, told);
    default:
      return { schema: known, ...told };
  }
};
