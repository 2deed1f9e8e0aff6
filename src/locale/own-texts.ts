import { IntlMessageFormat } from 'intl-messageformat';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Span, topOf } from '../model/source.ts';
import { suggest } from '../workspace/suggest.ts';

/** A text of a locale file of a workspace. */
export interface OwnText {
  readonly key: string;
  readonly text: string;
  /** The place of its key. */
  readonly span: () => Span;
}

/** Texts that only the workspace has stand below this key; anything else there takes the place of a text of the product. */
export const ownPrefix = 'own.';

/**
 * What is wrong with the texts of a workspace: keys that the product does not have, messages that cannot be read, and parameters
 * that nobody fills in. Each is an error: what was written would never be shown, or would break a page.
 * @param known the texts of the product in the same language, or in the one whose texts stand in for those that are not there
 */
export const checkOwnTexts = (
  texts: readonly OwnText[],
  known: ReadonlyMap<string, string>,
): readonly Diagnostic[] =>
  texts.flatMap(own => {
    const { key, text, span } = own;
    const base = known.get(key);
    if (base === undefined && !key.startsWith(ownPrefix)) return [unknownText(own, known.keys())];
    const used = parametersOf(text);
    if (typeof used === 'string')
      return [
        wrong(
          'locale/message',
          `The text "${key}" cannot be read: ${used}.`,
          span(),
          'Braces hold the name of a parameter: {count}. A choice needs a branch for all others: {count, plural, one {…} other {…}}.',
        ),
      ];
    // A text of the workspace's own is given what its notebook says.
    if (base === undefined) return [];
    const offered = parametersOf(base);
    const strange = used.filter(name => !offered.includes(name));
    return strange.map(name => unknownParameter(own, name, offered));
  });

const unknownText = ({ key, span }: OwnText, known: Iterable<string>): Diagnostic => {
  const meant = suggest(key, known);
  return wrong(
    'locale/unknown-text',
    `The product has no text "${key}".`,
    span(),
    ...(meant === undefined ? [] : [`Did you mean "${meant}"?`]),
    `Texts of your own stand below "own": {{t "own.${key.split('.').at(-1)}"}} prints one in a notebook.`,
  );
};

const unknownParameter = (
  { key, span }: OwnText,
  name: string,
  offered: readonly string[] | string,
): Diagnostic => {
  const names = typeof offered === 'string' ? [] : offered;
  const meant = suggest(name, names);
  return wrong(
    'locale/unknown-parameter',
    `Nothing fills in {${name}} of the text "${key}".`,
    span(),
    ...(meant === undefined ? [] : [`Did you mean {${meant}}?`]),
    names.length === 0
      ? 'This text has no parameters.'
      : `It may have ${names.map(one => `{${one}}`).join(', ')}.`,
  );
};

/** A language that only the workspace has. @param lacking keys that the product has and the language lacks */
export const incompleteLanguage = (
  file: string,
  language: string,
  lacking: readonly string[],
  of: number,
  standIn: string,
): readonly Diagnostic[] => {
  const [formats, others] = [
    lacking.filter(key => key.startsWith('formats.')),
    lacking.filter(key => !key.startsWith('formats.')),
  ];
  const span = topOf(file);
  return [
    ...(formats.length === 0
      ? []
      : [
          wrong(
            'locale/formats',
            `The language "${language}" does not say how it writes numbers and dates: ${listed(formats)}.`,
            span,
            `Copy "formats" from templates/locales/${standIn}.yaml of the product and change what differs.`,
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          {
            ...wrong(
              'locale/incomplete',
              `${others.length} of ${of} texts are missing in "${language}" and stand in "${standIn}": ${listed(others)}.`,
              span,
              `Each is a line of templates/locales/${standIn}.yaml of the product.`,
            ),
            severity: 'warning' as const,
          },
        ]),
  ];
};

const shown = 5;
const listed = (keys: readonly string[]): string =>
  keys.slice(0, shown).join(', ') + (keys.length > shown ? ` and ${keys.length - shown} more` : '');

const wrong = (code: string, message: string, span: Span, ...hints: readonly string[]): Diagnostic => ({
  code,
  severity: 'error',
  message,
  span,
  hints,
});

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the parameters that a text takes, sorted; what is wrong with it, where it cannot be read. */
export const parametersOf = (text: string): readonly string[] | string => {
  const names = new Set<string>();
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== 0) names.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  try {
    visit(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  } catch (error) {
    return readable(error);
  }
  return [...names].sort();
};

/** The parser says what is wrong in one word: EXPECT_ARGUMENT_CLOSING_BRACE. */
const readable = (error: unknown): string =>
  (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
    .toLowerCase()
    .replaceAll('_', ' ');
