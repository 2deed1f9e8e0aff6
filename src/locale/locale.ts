import { decimalsOf } from '../model/decimals.ts';
import type { Figure, Unavailable, Unit } from '../model/figure.ts';
import type { LocalizedText } from '../model/text.ts';
import { conventionsOf } from './conventions.ts';
import { createDateFormats, type DateFormats } from './dates.ts';
import { isolated } from './direction.ts';
import { listFormat } from './lists.ts';
import { type MessageParams, type Messages, messageFormatter } from './messages.ts';
import { createNumberFormats, type NumberFormats, type NumberStyle } from './numbers.ts';
import { parametersOf } from './own-texts.ts';

/** A text of the workspace in the reader's language, or in another one when it has no translation. */
export interface PickedText {
  readonly text: string;
  /** The language it is in, when that is not the reader's: mark it so. */
  readonly fallback?: string;
}

export interface LargeMoneyStyle {
  /** "60,3 millones de euros" in a sentence, "60,3 M€" where there is little room. */
  readonly style?: 'words' | 'symbol';
  /** A plus sign before more than nothing. */
  readonly signed?: boolean;
}

/** The only place that turns values into text. */
export interface Locale extends NumberFormats, DateFormats {
  /** BCP 47 tag: es, es-ES, en-GB. */
  readonly tag: string;
  /** Its language: es, en. */
  readonly language: string;
  /** The text under a key, filled in. @throws Error for an unknown key: a bug, found by the tests of the locale files */
  t(key: string, params?: MessageParams): string;
  /** The same as a sentence: counts up to ten, and up to twenty where they begin it, in words; a capital first. */
  say(key: string, params?: MessageParams): string;
  has(key: string): boolean;
  /** Every key that has a text. */
  readonly keys: ReadonlySet<string>;
  /** Names of what a text needs to be said; none for a key that has no text. */
  parameters(key: string): readonly string[];
  /** A figure as a sentence says it: value and unit, or "n. d." */
  figure(figure: Figure, style?: Partial<NumberStyle>): string;
  /** Why a figure has no value, as a sentence. */
  reason(unavailable: Unavailable): string;
  /** A language as its own speakers call it, with a capital: Español, English, English (US). */
  languageName(tag: string): string;
  /** "a, b y c" */
  list(items: readonly string[]): string;
  /** A large amount as prose says it: 60,3 millones de euros. */
  largeMoney(value: number, currency: string, style?: LargeMoneyStyle): string;
  term(vocabulary: string, code: string): string;
  text(text: LocalizedText): PickedText;
  /** The same where only plain text can stand: one in another language says which, "Lime [en]". */
  marked(text: LocalizedText): string;
  /** Prose of a notebook, written in the language, as the region writes it: American spelling, a decimal point in Mexico. */
  prose(text: string): string;
}

/** @param tag BCP 47 tag; its language must be that of the messages */
export const createLocale = (tag: string, messages: Messages): Locale => {
  const conventions = conventionsOf(messages);
  const numbers = createNumberFormats(conventions, (unit, value) =>
    has(`units.${unit}`) ? t(`units.${unit}`, { n: Math.abs(value) }) : '',
  );
  const digits = (count: number): string =>
    numbers.number(count, { precision: Math.min(decimalsOf(count), 3), place: 'text' });
  const prose = messages.regional === undefined ? {} : { prose: messages.regional };
  const format = messageFormatter(tag, { digits, count: digits, ...prose });
  const textOf = textsOf(messages);
  const bare = new Map<string, string>();
  const t = (key: string, params?: MessageParams): string => {
    if (params !== undefined) return format(textOf(key), params);
    const known = bare.get(key) ?? format(textOf(key), {});
    bare.set(key, known);
    return known;
  };
  const has = (key: string): boolean => messages.texts.has(key);
  const words = messageFormatter(tag, {
    digits,
    count: count =>
      messages.texts.get(`numbers.${count}`) ??
      (messages.texts.has(`openingNumbers.${count}`) ? `${openable}${count}` : digits(count)),
    ...prose,
  });
  const numberWords = new Set(
    [...messages.texts].flatMap(([key, text]) => (/^(?:openingN|n)umbers\./.test(key) ? [text] : [])),
  );
  const opened = (text: string): string =>
    text
      .replaceAll(openingCount, (_, count: string) => messages.texts.get(`openingNumbers.${count}`) ?? count)
      .replaceAll(openable, '');
  const say = (key: string, params: MessageParams = {}): string =>
    capitalized(opened(words(textOf(key), params)), numberWords, tag);
  const picked = (text: LocalizedText): PickedText => {
    const bare = bound(pick(text, tag, messages.language));
    return { ...bare, text: isolated(bare.text) };
  };
  return {
    tag,
    language: messages.language,
    t,
    say,
    has,
    keys: new Set(messages.texts.keys()),
    parameters: key => [parametersOf(messages.texts.get(key) ?? '')].flat(),
    ...numbers,
    ...createDateFormats(conventions, messages),
    figure: (figure, style = {}) => figureText({ t, term: termOf(t), numbers }, figure, style),
    reason: ({ code, params }) => t(`reasons.${code}`, params ?? {}),
    languageName: other => messages.texts.get(`languages.${other}`) ?? other,
    list: listFormat(conventions),
    largeMoney: (value, currency, style = {}) => largeMoney(t, numbers, value, currency, style),
    term: termOf(t),
    text: picked,
    marked: text => marked(picked(text)),
    prose: messages.regional ?? (text => text),
  };
};

const textsOf = (messages: Messages): ((key: string) => string) => {
  const known = new Map<string, string>();
  return key => {
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    const text = messages.texts.get(key);
    if (text === undefined) throw new Error(`The locale ${messages.language} has no text "${key}"`);
    const prepared = bound({ text }).text;
    known.set(key, prepared);
    return prepared;
  };
};

/** Stands before a count that is written in digits within a sentence, and in words where it begins one. */
const openable = '\u0001';
const openingCount = new RegExp(`(?<=^|[.!?] )${openable}(\\d+)`, 'gu');

/** A capital at the beginning, and where a later sentence begins with a count in words. */
const capitalized = (text: string, numberWords: ReadonlySet<string>, tag: string): string => {
  const capital = (word: string): string => word.slice(0, 1).toLocaleUpperCase(tag) + word.slice(1);
  return capital(text).replaceAll(/(?<=[.!?] )\p{Ll}+/gu, word =>
    numberWords.has(word) ? capital(word) : word,
  );
};

const termOf =
  (t: Locale['t']) =>
  (vocabulary: string, code: string): string =>
    t(`terms.${vocabulary}.${code}`);

const figureText = (
  { t, term, numbers }: { t: Locale['t']; term: Locale['term']; numbers: NumberFormats },
  { value, unit, precision, method, vocabulary }: Figure,
  style: Partial<NumberStyle>,
): string => {
  if (value === undefined) return t('interface.notAvailable');
  if (typeof value === 'number')
    return numbers.measure(value, unit as Unit, { precision, place: 'text', ...style });
  return unit === 'term' ? term(vocabulary ?? method, value) : value;
};

const scales = [
  // What would round to a thousand thousands is a million.
  { from: 999_500, by: 1e6, key: 'millions', precision: 1 },
  { from: 1e4, by: 1e3, key: 'thousands', precision: 0 },
  { from: 0, by: 1, key: 'units', precision: 0 },
] as const;

/** Below a hundred thousand a whole thousand may be two digits: what is none is said to the hundred. */
const scaleOf = (size: number, style: 'words' | 'symbol') => {
  const [, thousands, units] = scales;
  const hundreds = Math.round(size / 100);
  if (size < thousands.from || hundreds >= 1000 || hundreds % 10 === 0)
    return { size, scale: scales.find(({ from }) => size >= from) ?? units };
  return { size: hundreds * 100, scale: style === 'symbol' ? { ...thousands, precision: 1 } : units };
};

const largeMoney = (
  t: Locale['t'],
  numbers: NumberFormats,
  value: number,
  currency: string,
  { style = 'words', signed = false }: LargeMoneyStyle,
): string => {
  const sign = value < 0 ? '\u2212' : signed && value > 0 ? '+' : '';
  const { size, scale } = scaleOf(Math.abs(value), style);
  const amount = numbers.number(size / scale.by, { precision: scale.precision, place: 'text' });
  return sign + t(`money.${style}.${scale.key}`, { amount, currency });
};

const marked = ({ text, fallback }: PickedText): string =>
  fallback === undefined ? text : `${text}\u00a0[${fallback}]`;

/** A percent sign is never parted from its number, nor the two letters of "p. p.", however an author typed them. */
const bound = ({ text, ...rest }: PickedText): PickedText => ({
  ...rest,
  text: text.replaceAll(/(\d) %/g, '$1\u00a0%').replaceAll('p. p.', 'p.\u00a0p.'),
});

const pick = (text: LocalizedText, tag: string, language: string): PickedText => {
  if (typeof text === 'string') return { text };
  const own = text[tag] ?? text[language];
  if (own !== undefined) return { text: own };
  const [fallback, other] = Object.entries(text)[0] ?? ['', ''];
  return { text: other, fallback };
};
