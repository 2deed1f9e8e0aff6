import { Document, isCollection, isPair, Scalar, visit } from 'yaml';

const options = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;

/** 932.375 could be taken for thousands, and the workspace asks about it; 932.3750 says what it is. */
const hasThreeDecimals = (value: unknown): boolean =>
  typeof value === 'number' && /^-?\d+\.\d{3}$/.test(String(value));

const documentOf = (value: unknown): Document => {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, scalar) => {
      if (hasThreeDecimals(scalar.value)) scalar.minFractionDigits = 4;
    },
  });
  return document;
};

/**
 * A value on one line, as it may stand after a colon.
 * @param place whether it stands inside braces or brackets, where commas part
 * @param quotes how the text that stood there was quoted
 */
export const inline = (value: unknown, place: 'flow' | 'block', quotes?: string): string => {
  const made = documentOf(place === 'flow' ? [value] : value);
  const scalar = place === 'flow' ? made.get(0, true) : made.contents;
  if (scalar instanceof Scalar && typeof value === 'string' && isQuote(quotes)) scalar.type = quotes;
  visit(made, {
    Scalar: (_, one) => {
      if (/[\r\n]/.test(String(one.value))) one.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = made.toString({ ...options, collectionStyle: 'flow', blockQuote: false }).trimEnd();
  return place === 'flow' ? text.slice(2, -2) : text;
};

const isQuote = (type: string | undefined): type is Scalar.Type =>
  type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;

/** A key of a map as it may stand before a colon. */
export const keyText = (key: string): string => inline(key, 'flow');

/**
 * A value in block style, without a line end at its end.
 * @param tables whether the entries of its lists and maps take one line each
 * @param indent columns a level
 */
export const block = (
  value: unknown,
  { tables, indent }: { readonly tables: boolean; readonly indent: number },
): string => {
  const made = documentOf(value);
  if (tables)
    visit(made, {
      Collection: (_, collection, path) => {
        if (path.filter(isCollection).length >= 2) collection.flow = true;
      },
    });
  return made.toString({ ...options, indent }).trimEnd();
};

/**
 * A whole file in block style.
 * @param tables keys whose entries take one line each
 */
export const document = (
  value: Readonly<Record<string, unknown>>,
  { tables }: { readonly tables: readonly string[] },
): string => {
  const made = documentOf(value);
  for (const key of tables) {
    const collection = made.get(key);
    if (!isCollection(collection)) continue;
    for (const item of collection.items) {
      const entry = isPair(item) ? item.value : item;
      if (isCollection(entry)) entry.flow = true;
    }
  }
  return made.toString(options);
};

/** Lines moved to the right; empty ones stay empty. */
export const indented = (text: string, columns: number): string =>
  text.replace(/^(?=.)/gm, ' '.repeat(columns));
