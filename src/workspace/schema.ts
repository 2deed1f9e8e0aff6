import type { z } from 'zod';
import { localizedTextSchema } from '../model/text.ts';

type Schema = z.core.$ZodType;

/** Walks zod schemas by path, so that a message can name what would be right at a place. */

/** The schema behind optional, default and the other wrappers. */
export const unwrap = (schema: Schema): z.core.$ZodTypes => {
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unwrap(def.innerType);
    case 'pipe':
      return unwrap(def.in);
    case 'lazy':
      return unwrap(def.getter());
    default:
      return known;
  }
};

/** The schemas that could hold at `path` below `schema`; several where a union leaves it open. `value` decides among discriminated options. */
export const schemasAt = (
  schema: Schema,
  path: readonly (string | number)[],
  value: unknown,
): readonly z.core.$ZodTypes[] => {
  const candidates = optionsOf(schema, value);
  const [step, ...rest] = path;
  if (step === undefined) return [unwrap(schema)];
  const child = isContainer(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return candidates.flatMap(candidate => {
    const below = childOf(candidate, step);
    return below === undefined ? [] : schemasAt(below, rest, child);
  });
};

/** The children of a value, each with its step and the schema that it has to fit. */
export function* stepsInto(
  schema: Schema,
  value: object,
): Generator<readonly [step: string | number, schema: Schema, child: unknown]> {
  const options = optionsOf(schema, value);
  for (const [key, child] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    for (const option of options) {
      const below = childOf(option, step);
      if (below !== undefined) yield [step, below, child];
    }
  }
}

/** The keys that a schema knows: those of an object, or of a record over a closed set of keys. */
export const keysOf = (schema: Schema, value: unknown): readonly string[] => [
  ...new Set(
    optionsOf(schema, value).flatMap(option => {
      const { def } = option._zod;
      if (def.type === 'object') return Object.keys(def.shape);
      return def.type === 'record' ? namesOf(def.keyType) : [];
    }),
  ),
];

const namesOf = (schema: Schema): readonly string[] => {
  const { def } = unwrap(schema)._zod;
  return def.type === 'enum' ? Object.values(def.entries).map(String) : [];
};

/** The options of a union that a value may be meant for; the schema itself where it is no union. */
export const optionsOf = (schema: Schema, value: unknown): readonly z.core.$ZodTypes[] => {
  const known = unwrap(schema);
  const { def } = known._zod;
  if (def.type !== 'union') return [known];
  const options = def.options.map(unwrap);
  const discriminator = 'discriminator' in def ? String(def.discriminator) : undefined;
  if (discriminator === undefined || !isContainer(value)) return options;
  const chosen = options.filter(option => accepts(option, discriminator, value[discriminator]));
  return chosen.length > 0 ? chosen : options;
};

const accepts = (option: z.core.$ZodTypes, key: string, value: unknown): boolean =>
  (option._zod.propValues?.[key] as ReadonlySet<unknown> | undefined)?.has(value) ?? false;

export const childOf = (schema: z.core.$ZodTypes, step: string | number): Schema | undefined => {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return Object.hasOwn(def.shape, step) ? def.shape[step] : undefined;
    case 'record':
      return def.valueType;
    case 'array':
      return def.element;
    case 'tuple':
      return def.items[Number(step)];
    default:
      return undefined;
  }
};

const isContainer = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether it is a text that a reader sees. `.describe()` copies a schema but shares the options of its union. */
export const isLocalizedText = (schema: Schema): boolean => {
  const { def } = unwrap(schema)._zod;
  return def.type === 'union' && def.options === localizedTextSchema.def.options;
};
