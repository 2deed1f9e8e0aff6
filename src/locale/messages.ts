import { IntlMessageFormat } from 'intl-messageformat';

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

/** A formatter of messages that compiles each one once. Apostrophes and tags are plain text. */
export const messageFormatter = (tag: string): ((text: string, params: MessageParams) => string) => {
  const compiled = new Map<string, IntlMessageFormat>();
  return (text, params) => {
    let format = compiled.get(text);
    if (format === undefined) {
      format = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
      compiled.set(text, format);
    }
    const result = format.format(params);
    return typeof result === 'string' ? result : String(result);
  };
};
