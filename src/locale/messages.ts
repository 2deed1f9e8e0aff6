import { type Formatters, IntlMessageFormat } from 'intl-messageformat';

/** The texts of one language: a tree of strings, addressed by dotted keys. ICU MessageFormat, so plurals follow CLDR. */
export interface Messages {
  readonly language: string;
  readonly texts: ReadonlyMap<string, string>;
  /** Prose of the language as the region writes it; absent where the region is that of the language file. */
  readonly regional?: (prose: string) => string;
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

/** How messages print what is not their own text. */
export interface MessageStyle {
  /** Numbers that stand in a text as they are. */
  readonly digits: (value: number) => string;
  /** The `#` of plurals: digits, or words in a sentence. */
  readonly count: (count: number) => string;
  /** What becomes of the text between the parameters. */
  readonly prose?: (text: string) => string;
}

/** A formatter of messages that compiles each one once. Tags are plain text. */
export const messageFormatter = (
  tag: string,
  { digits, count, prose = text => text }: MessageStyle,
): ((text: string, params: MessageParams) => string) => {
  const compiled = new Map<string, (params: MessageParams) => string>();
  const options = { ignoreTag: true, formatters: formattersWith(count) };
  const compile = (text: string): ((params: MessageParams) => string) => {
    const ast = rewritten(new IntlMessageFormat(text, tag, undefined, options).getAst(), prose);
    const message = new IntlMessageFormat(ast, tag, undefined, options);
    const say = (params: MessageParams): string => {
      const shown = Object.entries(params).map(([name, value]) => [
        shownName(name),
        typeof value === 'number' ? digits(value) : value,
      ]);
      return withSingleStops(String(message.format({ ...params, ...Object.fromEntries(shown) })));
    };
    // What has no parameters always says the same.
    if (!ast.every(({ type }) => type === literal)) return say;
    const said = say({});
    return () => said;
  };
  return (text, params) => {
    const say = compiled.get(text) ?? compile(text);
    compiled.set(text, say);
    return say(params);
  };
};

/**
 * An abbreviation or a quoted sentence that ends in a full stop brings its own to the end of a message: "S.A..",
 * "vacante.».". One of the two is enough; in a quotation, the one after it. Before a comma, a quoted sentence has none.
 */
const withSingleStops = (text: string): string =>
  // Few messages have two stops, and thousands are made for a page.
  !/\.[.»”]/.test(text)
    ? text
    : text
        .replaceAll(/(?<=\p{L})\.(?=\.(?:\s|$))/gu, '')
        .replaceAll(/\.(?=[»”]\.(?:\s|$))/gu, '')
        .replaceAll(/(?<=\p{Ll}{2})\.(?=[»”][,;:])/gu, '');

/** Plurals and choices need the value of a parameter, its place in the text what the reader sees of it. */
const shownName = (name: string): string => `${name} as text`;

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Element = Ast[number];
const literal = 0;
const argument = 1;

/** The message with its own text rewritten, down to the branches of plurals and choices. */
const rewritten = (ast: Ast, prose: (text: string) => string): Ast =>
  ast.map((element): Element => {
    if (element.type === literal) return { ...element, value: prose(element.value) };
    if (element.type === argument) return { ...element, value: shownName(element.value) };
    if (!('options' in element)) return element;
    const options = Object.entries(element.options).map(([key, option]) => [
      key,
      { ...option, value: rewritten(option.value, prose) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  });

/** To make a formatter of the platform takes longer than to use it a hundred times: each is made once. */
const formattersWith = (count: (count: number) => string): Formatters => {
  // `format` is a getter that cannot be assigned; an object that inherits the rest has one of its own.
  const numbers = once(
    (...args: ConstructorParameters<typeof Intl.NumberFormat>): Intl.NumberFormat =>
      Object.create(new Intl.NumberFormat(...args), { format: { value: count } }),
  );
  const plurals = once(
    (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
  );
  return {
    getNumberFormat: numbers,
    getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
    getPluralRules: plurals,
  };
};

const once = <Args extends readonly unknown[], T>(make: (...args: Args) => T): ((...args: Args) => T) => {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
};
