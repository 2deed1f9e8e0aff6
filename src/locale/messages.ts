import { type Formatters, IntlMessageFormat } from 'intl-messageformat';

/** The texts of one language: a tree of strings, addressed by dotted keys. ICU MessageFormat, so plurals follow CLDR. */
export interface Messages {
  readonly language: string;
  readonly texts: ReadonlyMap<string, string>;
}

export type MessageParams = Readonly<Record<string, string | number>>;

/** Flattens a nested tree of strings into dotted keys. Anything but strings and maps is skipped; the loader has refused it. */
export const flattenMessages = (tree: unknown, prefix = ''): [string, string][] => {
  if (typeof tree === 'string') return [[prefix, tree]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    flattenMessages(value, prefix === '' ? key : `${prefix}.${key}`),
  );
};

export const createMessages = (language: string, tree: unknown): Messages => ({
  language,
  texts: new Map(flattenMessages(tree)),
});

/** Prints the `#` of plurals; digits where it knows no word. */
export type CountWords = (count: number) => string | undefined;

/**
 * A formatter of messages that compiles each one once. Tags are plain text.
 * @param words counts in words, for sentences; digits everywhere when absent
 */
export const messageFormatter = (
  tag: string,
  words?: CountWords,
): ((text: string, params: MessageParams) => string) => {
  const compiled = new Map<string, IntlMessageFormat>();
  const formatters = words === undefined ? {} : { formatters: wordFormatters(words) };
  return (text, params) => {
    let format = compiled.get(text);
    if (format === undefined) {
      format = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true, ...formatters });
      compiled.set(text, format);
    }
    const result = format.format(params);
    return typeof result === 'string' ? result : String(result);
  };
};

const wordFormatters = (words: CountWords): Formatters => ({
  getNumberFormat: (...args) => {
    const digits = new Intl.NumberFormat(...args);
    const format = (count: number): string => words(count) ?? digits.format(count);
    // `format` is a getter that cannot be assigned; an object that inherits the rest has one of its own.
    return Object.create(digits, { format: { value: format } });
  },
  getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  getPluralRules: (...args) => new Intl.PluralRules(...args),
});
