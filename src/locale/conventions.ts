import type { Messages } from './messages.ts';

/** How a region writes numbers, dates and lists: the texts `formats.*` of its locale. Templates hold `{name}` places. */
export interface Conventions {
  /** A text below `formats`. @throws Error where the locale lacks it: a bug, found by the tests of the locale files */
  readonly of: (key: string) => string;
  /** The same with its places filled. */
  readonly fill: (key: string, places: Readonly<Record<string, string | number>>) => string;
  /** What stands for a currency: its symbol, else its ISO 4217 code. */
  readonly symbol: (currency: string) => string;
}

export const conventionsOf = ({ language, texts }: Messages): Conventions => {
  const of = (key: string): string => {
    const text = texts.get(`formats.${key}`);
    if (text === undefined) throw new Error(`The locale ${language} has no formats.${key}`);
    return text;
  };
  return {
    of,
    fill: (key, places) => of(key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(places[name] ?? '')),
    symbol: currency => texts.get(`formats.symbols.${currency}`) ?? currency,
  };
};
