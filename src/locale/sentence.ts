import type { ById } from '../model/by-id.ts';
import type { Figure } from '../model/figure.ts';
import type { Finding, FindingParam } from '../model/finding.ts';
import type { Locale } from './locale.ts';
import type { Names } from './names.ts';

export interface SentenceSources {
  readonly locale: Locale;
  readonly names: Names;
  readonly figures: ById<Figure>;
}

export type SentencePart = 'message' | 'detail' | 'decision';

/** A part of a finding in the reader's language, or undefined where the finding has no such part. */
export const sentenceOf = (
  finding: Finding,
  part: SentencePart,
  sources: SentenceSources,
): string | undefined => {
  const key = `findings.${finding.code}.${part}`;
  if (!sources.locale.has(key)) return undefined;
  const params = Object.entries(finding.params).map(
    ([name, param]) => [name, valueOfParam(param, sources)] as const,
  );
  return sources.locale.say(key, Object.fromEntries(params));
};

/** Headlines and decisions carry no full stop; before another sentence, or as one of several, they need it. */
export const withFullStop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** What stands before the stop of an abbreviation, with which names and notes may end. */
const abbreviation = /(?:\.\p{L}+|(?:^|\s)(?:\p{L}|etc|inc|ltd|co|corp|coop|cía|núm|pág))\.\P{L}*$/iu;

/** A whole sentence of the data, within or at the end of one of ours, leaves its full stop behind. */
export const withoutFullStop = (text: string): string =>
  /\.\./.test(text) || abbreviation.test(text) ? text : text.replace(/\.(?=[^\p{L}\p{N}]*$)/u, '');

/** The text as it begins a sentence. */
export const withCapital = (text: string, { tag }: Locale): string =>
  text.replace(/^\p{Ll}/u, letter => letter.toLocaleUpperCase(tag));

/** Names begin with a capital; after another one within a phrase only abbreviations keep it. */
export const withinPhrase = (name: string, { tag }: Locale): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.slice(0, 1).toLocaleLowerCase(tag) + name.slice(1) : name;

/** Counts stay numbers, so that plural rules can see them; everything else is formatted text. */
const valueOfParam = (param: FindingParam, { locale, names, figures }: SentenceSources): string | number => {
  switch (param.kind) {
    case 'count':
      return param.value;
    case 'number':
      return locale.measure(param.value, param.unit, {
        precision: param.precision,
        place: 'text',
        signed: param.signed ?? false,
      });
    case 'figure': {
      const figure = figures.get(param.id);
      if (figure === undefined)
        throw new Error(`A finding rests on the figure ${param.id}, which does not exist`);
      return figureParam(figure, locale);
    }
    case 'account':
      return names.shortAccount(param.id);
    case 'accounts':
      return locale.list(
        firstOf(
          param.ids.map(id => names.shortAccount(id)),
          locale,
        ),
      );
    case 'term':
      return locale.term(param.vocabulary, param.code);
    case 'terms':
      return locale.list(
        param.codes.map(code => {
          const text = locale.term(param.vocabulary, code);
          return param.quoted === true ? locale.t('interface.quoted', { text }) : text;
        }),
      );
    case 'period':
      return locale.period(param.id);
    case 'date':
      return locale.date(param.day);
    case 'largeMoney':
      return locale.largeMoney(param.value, param.currency);
    case 'texts':
      return locale.list(
        param.texts.map(text =>
          param.quoted === true
            ? locale.t('interface.quoted', { text: withoutFullStop(locale.marked(text)) })
            : withoutFullStop(locale.marked(text)),
        ),
      );
    case 'lines':
      return locale.list(
        param.lines.map(({ line, unit }) => {
          const name = names.word(line, locale);
          return unit === undefined ? name : `${name} (${unit})`;
        }),
      );
    case 'text':
      return withoutFullStop(locale.marked(param.text));
  }
};

const mostNamed = 10;

/** A sentence that names seventy accounts is not read: the first ones, and how many more there are. */
const firstOf = (accounts: readonly string[], locale: Locale): readonly string[] => {
  const named = namedOf(accounts);
  if (named.length === accounts.length) return accounts;
  return [...named, locale.t('interface.moreAccounts', { count: accounts.length - named.length })];
};

/** Those of a list that a sentence names; the others it counts. */
export const namedOf = <T>(accounts: readonly T[]): readonly T[] =>
  accounts.length <= mostNamed ? accounts : accounts.slice(0, mostNamed - 2);

/** Counts stay numbers; money is said in millions or thousands, as a sentence says it. */
const figureParam = (figure: Figure, locale: Locale): string | number => {
  if (typeof figure.value !== 'number') return locale.figure(figure);
  if (figure.unit === 'count') return figure.value;
  return figure.unit.startsWith('money:')
    ? locale.largeMoney(figure.value, figure.unit.slice(6))
    : locale.figure(figure);
};
