import type { Locale } from './locale.ts';

/** What a figure is called, and the key whose text says so. */
export interface FigureName {
  readonly key: string;
  readonly text: string;
}

/** A key `figures.<pattern>`, ready to be held against ids. */
interface NamePattern {
  readonly key: string;
  readonly form: RegExp;
  /** Vocabularies of the codes that the form captures, in their order. */
  readonly vocabularies: readonly string[];
  /** How much the pattern leaves open. */
  readonly openness: number;
}

interface NamesOfLocale {
  /** Patterns by their last part; under '' those that leave it open. */
  readonly patterns: ReadonlyMap<string, readonly NamePattern[]>;
  readonly found: Map<string, FigureName | undefined>;
}

const prefix = 'figures.';
const perLocale = new WeakMap<Locale, NamesOfLocale>();

/** What a figure is called; undefined where the locale has no name for it. */
export const figureName = (id: string, locale: Locale): string | undefined =>
  findFigureName(id, locale)?.text;

/**
 * The name of a figure, from the texts `figures.<pattern>`. In a pattern, each part between dots stands for itself;
 * `*` for any part; `**` for any number of parts, even none; and `{kpi}` for a code for which there is a term under
 * `terms.kpi`. The text says that term as `{1}`, and that of the next code as `{2}`. Where several patterns fit, the
 * one that leaves least open names the figure.
 * @param id of one account (`account.aceros-montgo.share`) or generic (`account.*.share`)
 */
export const findFigureName = (id: string, locale: Locale): FigureName | undefined => {
  const { patterns, found } = namesOf(locale);
  if (!found.has(id)) found.set(id, nameFrom(patterns, id, locale));
  return found.get(id);
};

const namesOf = (locale: Locale): NamesOfLocale => {
  const known = perLocale.get(locale);
  if (known !== undefined) return known;
  const names = { patterns: patternsOf(locale), found: new Map() };
  perLocale.set(locale, names);
  return names;
};

const patternsOf = ({ keys }: Locale): NamesOfLocale['patterns'] => {
  const byEnding = new Map<string, NamePattern[]>();
  for (const key of keys) {
    if (!key.startsWith(prefix)) continue;
    const ending = endingOf(key);
    const patterns = byEnding.get(ending);
    if (patterns === undefined) byEnding.set(ending, [patternOf(key)]);
    else patterns.push(patternOf(key));
  }
  return byEnding;
};

const lastPart = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

const endingOf = (key: string): string => {
  const last = lastPart(key);
  return partOf(last).openness === 0 ? last : '';
};

const nameFrom = (
  patterns: NamesOfLocale['patterns'],
  id: string,
  locale: Locale,
): FigureName | undefined => {
  const candidates = [lastPart(id), ''].flatMap(ending => patterns.get(ending) ?? []);
  for (const { key, form, vocabularies } of candidates.sort((a, b) => a.openness - b.openness)) {
    const match = form.exec(id);
    if (match === null) continue;
    const terms = vocabularies.map((vocabulary, index) => `terms.${vocabulary}.${match[index + 1]}`);
    if (!terms.every(term => locale.has(term))) continue;
    const params = Object.fromEntries(terms.map((term, index) => [index + 1, locale.t(term)]));
    return { key, text: locale.t(key, params) };
  }
  return undefined;
};

const patternOf = (key: string): NamePattern => {
  const parts = key.slice(prefix.length).split('.').map(partOf);
  const form = parts.map(part => part.form).join('\\.');
  return {
    key,
    form: new RegExp(`^${form.replaceAll('**\\.', '(?:[^.]+\\.)*')}$`),
    vocabularies: parts.flatMap(({ vocabulary }) => vocabulary ?? []),
    openness: parts.reduce((sum, { openness }) => sum + openness, 0),
  };
};

interface Part {
  readonly form: string;
  readonly openness: number;
  readonly vocabulary?: string;
}

const partOf = (part: string): Part => {
  if (part === '**') return { form: part, openness: 100 };
  if (part === '*') return { form: '[^.]+', openness: 10 };
  const [, vocabulary] = /^\{(.+)\}$/.exec(part) ?? [];
  return vocabulary === undefined
    ? { form: part, openness: 0 }
    : { form: '([^.]+)', openness: 1, vocabulary };
};
