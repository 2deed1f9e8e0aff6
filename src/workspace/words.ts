import type { z } from 'zod';
import { unwrap } from './schema.ts';

/** What stands there, in plain words and short. */
export const describeFound = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return typeof value === 'number' ? `the number ${value}` : String(value);
};

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
};

/** What a zod type name asks for, in plain words. */
export const describeType = (type: string): string => typeWords[type] ?? type;

/** What a schema asks for, in plain words: `a number or a map`. */
export const describeSchema = (schema: z.core.$ZodType): string => {
  const known = unwrap(schema);
  const { def } = known._zod;
  if (def.type === 'union') return [...new Set(def.options.map(describeSchema))].join(' or ');
  if (def.type === 'enum') return oneOf(Object.values(def.entries).map(String));
  if (def.type === 'literal') return def.values.map(value => JSON.stringify(value)).join(' or ');
  if (def.type === 'number' && 'format' in def) return describeType('int');
  return describeType(def.type);
};

/** Nobody reads eighty words in a message; the closest of them is a hint of its own. */
const oneOf = (words: readonly string[]): string =>
  words.length <= 24 ? `one of ${words.join(', ')}` : `one of ${words.length} words, such as ${words[0]}`;
