import type { LocalizedText } from '../../model/text.ts';
import { isSpec, objectsOf, type Path, type Spec } from './spec.ts';

/** Properties of Vega-Lite that a reader reads, or that are constants: only there can an expression stand. */
const readable = new Set(['title', 'subtitle', 'text', 'description', 'value', 'datum']);

/** A text per language in place of a string: `title: { es: …, en: … }`. */
const isLocalized = (value: unknown, languages: ReadonlySet<string>): value is Record<string, string> =>
  isSpec(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([key, text]) => languages.has(key) && typeof text === 'string');

/** A spec in the language of its reader: of texts per language one remains, and expressions are filled in. */
export const resolveTexts = (
  value: unknown,
  languages: ReadonlySet<string>,
  plain: (text: LocalizedText) => string,
): unknown => {
  if (isLocalized(value, languages)) return plain(value);
  if (typeof value === 'string') return value.includes('{{') ? plain(value) : value;
  if (Array.isArray(value)) return value.map(child => resolveTexts(child, languages, plain));
  if (!isSpec(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, resolveTexts(child, languages, plain)]),
  );
};

/**
 * Places of expressions in what Vega evaluates. What an expression prints comes from the data, and would become a part of
 * a program there.
 */
export const misplacedExpressions = (spec: Spec, languages: ReadonlySet<string>): readonly Path[] =>
  [...objectsOf(spec)].flatMap(([object, path]) =>
    isLocalized(object, languages)
      ? []
      : Object.entries(object).flatMap(([key, value]) =>
          !readable.has(key) && hasExpression(value) ? [[...path, key]] : [],
        ),
  );

const hasExpression = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(hasExpression) : typeof value === 'string' && value.includes('{{');

/** Languages in which texts may be given: those of the documents, with and without their region. */
export const languagesOf = (tags: readonly string[]): ReadonlySet<string> =>
  new Set(tags.flatMap(tag => [tag, tag.replace(/-.*/, '')]));
