import type { z } from 'zod';
import { unwrap } from '../../src/workspace/schema.ts';

type Schema = z.core.$ZodType;
type Types = z.core.$ZodTypes;

/** Any text will do for it: no pattern, no closed set, no rule of its own. */
const isFree = ({ _zod: { def } }: Types): boolean =>
  def.type === 'string' &&
  !('format' in def) &&
  (def.checks ?? []).every(({ _zod }) => /length$/.test(_zod.def.check));

/** One text for all languages, or one for each. */
const isLocalized = ({ _zod: { def } }: Types): boolean =>
  def.type === 'union' &&
  def.options.length === 2 &&
  def.options.some(option => isFree(unwrap(option))) &&
  def.options.some(option => {
    const { def: other } = unwrap(option)._zod;
    return other.type === 'record' && isFree(unwrap(other.valueType));
  });

const isText = (schema: Schema): boolean => isFree(unwrap(schema)) || isLocalized(unwrap(schema));

/** Every text field of a schema, entries of lists as `[]` and of records as `*`: `activity[].note`. Keys of records too: `fields.*!`. */
export const textFields = (schema: Schema, path = '', above: readonly Schema[] = []): readonly string[] => {
  const known = unwrap(schema);
  if (above.includes(known)) return [];
  if (isText(known)) return [path];
  const { def } = known._zod;
  const inside = [...above, known];
  if (def.type === 'object')
    return Object.entries(def.shape).flatMap(([key, child]) => textFields(child, joined(path, key), inside));
  if (def.type === 'array') return textFields(def.element, `${path}[]`, inside);
  if (def.type === 'union')
    return [...new Set(def.options.flatMap(option => textFields(option, path, inside)))];
  if (def.type !== 'record') return [];
  const keys = isFree(unwrap(def.keyType)) ? [`${path}.*!`] : [];
  return [...keys, ...textFields(def.valueType, `${path}.*`, inside)];
};

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Gives the text for a field. @returns undefined where the field is left as it is */
export type Writer = (field: string, before: unknown) => unknown;

/**
 * A value with its texts written anew: those that it has, and those that its objects may have and do not.
 * @param value that fits the schema
 */
export const withTexts = (schema: Schema, value: unknown, write: Writer, path = ''): unknown => {
  const known = unwrap(schema);
  if (isText(known)) return write(path, value) ?? value;
  const { def } = known._zod;
  if (def.type === 'union') {
    const option = def.options.find(one => (one as z.ZodType).safeParse(value).success);
    return option === undefined ? value : withTexts(option, value, write, path);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (def.type === 'array' && Array.isArray(value))
    return value.map(item => withTexts(def.element, item, write, `${path}[]`));
  if (def.type === 'record') {
    const entries = Object.entries(value).map(([key, child]) => [
      key,
      withTexts(def.valueType, child, write, `${path}.*`),
    ]);
    // Other fields refer to the keys that there are, so a new one comes beside them.
    const key = isFree(unwrap(def.keyType)) ? write(`${path}.*!`, undefined) : undefined;
    return Object.fromEntries(key === undefined ? entries : [...entries, [key, entries[0]?.[1]]]);
  }
  if (def.type !== 'object') return value;
  return Object.fromEntries(
    Object.entries(def.shape).flatMap(([key, child]) => {
      const own = joined(path, key);
      const present = Object.hasOwn(value, key);
      const before: unknown = present ? Reflect.get(value, key) : undefined;
      if (!present && !isText(child)) return [];
      const after = withTexts(child, before, write, own);
      return after === undefined ? [] : [[key, after]];
    }),
  );
};
