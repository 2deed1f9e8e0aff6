import type { z } from 'zod';
import { childOf, isLocalizedText, optionsOf, unwrap } from '../workspace/schema.ts';
import { blankOf } from './fields.ts';

/** What becomes of the parts of a value. Steps are the keys from the top of its file, without places in lists. */
export interface Change {
  /** Whether what stands at a key is taken away. */
  hides(steps: readonly string[]): boolean;
  /** A text of one line or more that a reader sees, in one language. */
  prose(text: string): string;
  /** Any other text of the data but the words of closed lists: an id, a name, a place. */
  text(text: string): string;
  /** A key that somebody chose: an id, a quarter. */
  key(key: string): string;
}

type Schemas = readonly z.core.$ZodType[];

/** Makes a value anew, led by its schemas; nothing of the old one is shared but numbers and flags. */
export const rebuilt = (
  value: unknown,
  schemas: Schemas,
  change: Change,
  steps: readonly string[] = [],
): unknown => {
  if (typeof value === 'string') {
    if (schemas.some(isLocalizedText)) return change.prose(value);
    return schemas.some(schema => isWordOf(schema, value)) ? value : change.text(value);
  }
  if (Array.isArray(value))
    return value.map((item, index) => rebuilt(item, below(schemas, value, index), change, steps));
  if (typeof value !== 'object' || value === null) return value;
  if (schemas.some(isLocalizedText))
    return Object.fromEntries(
      Object.entries(value).map(([language, text]) => [language, change.prose(String(text))]),
    );
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]): readonly (readonly [string, unknown])[] => {
      const [under, here] = [below(schemas, value, key), [...steps, key]];
      if (change.hides(here)) {
        const blank = under.map(blankOf).find(one => one !== undefined);
        return blank?.value === undefined ? [] : [[key, blank.value]];
      }
      const isChosen = schemas.some(schema => optionsOf(schema, value).some(isKeyedBy(key)));
      return [[isChosen ? change.key(key) : key, rebuilt(child, under, change, here)]];
    }),
  );
};

const below = (schemas: Schemas, value: object, step: string | number): Schemas =>
  schemas.flatMap(schema =>
    optionsOf(schema, value).flatMap(option => {
      const child = childOf(option, step);
      return child === undefined ? [] : [child];
    }),
  );

/** Whether somebody chose the key: it is one of a record, and no word of a closed list. */
const isKeyedBy =
  (key: string) =>
  ({ _zod: { def } }: z.core.$ZodTypes): boolean =>
    def.type === 'record' && !isWordOf(def.keyType, key);

/** Whether a text is a word of a closed list, or a quarter or day: those name nobody. */
const isWordOf = (schema: z.core.$ZodType, text: string): boolean => {
  const { def } = unwrap(schema)._zod;
  if (def.type === 'enum') return Object.values(def.entries).includes(text);
  if (def.type === 'literal') return def.values.includes(text);
  return def.type === 'union' && def.options.some(option => isWordOf(option, text));
};
