import { type Conventions, conventionsOf } from './conventions.ts';
import type { Messages } from './messages.ts';

/** Words that a region spells its own way, by the form of the language: `programme` → `program`. Whole words, lower case. */
export type Spellings = ReadonlyMap<string, string>;

/**
 * A language as a region writes it: the texts that differ take the place of the others.
 * @param own texts of the region; those below `words` are spellings, `formats` conventions, the rest whole texts
 */
export const withRegion = (base: Messages, own: ReadonlyMap<string, string>): Messages => {
  const entries = [...own].filter(([key]) => !key.startsWith(wordsPrefix));
  const region = { language: base.language, texts: new Map([...base.texts, ...entries]) };
  return { ...region, regional: regionalForm(base, region, spellingsOf(own)) };
};

const wordsPrefix = 'words.';

export const spellingsOf = (own: ReadonlyMap<string, string>): Spellings =>
  new Map(
    [...own].flatMap(([key, text]) =>
      key.startsWith(wordsPrefix) ? [[key.slice(wordsPrefix.length), text] as const] : [],
    ),
  );

/** Rewrites prose of the language for the region: its spellings, and the numbers that stand in it. */
const regionalForm = (base: Messages, region: Messages, words: Spellings): ((prose: string) => string) => {
  const [from, to] = [conventionsOf(base), conventionsOf(region)];
  const respell = spelling(words);
  const renumber = from.of('decimal') === to.of('decimal') ? (text: string) => text : swapSeparators;
  const percent = percentForm(from, to);
  return prose => percent(renumber(respell(prose)));
};

const spelling = (words: Spellings): ((text: string) => string) => {
  if (words.size === 0) return text => text;
  const any = new RegExp(`(?<![\\p{L}\\d])(?:${[...words.keys()].join('|')})(?![\\p{L}\\d])`, 'giu');
  return text =>
    text.replaceAll(any, found => {
      const other = words.get(found.toLowerCase()) ?? found;
      // An abbreviation stays one: DAFO, FODA.
      if (found.length > 1 && found === found.toUpperCase()) return other.toUpperCase();
      return /^\p{Lu}/u.test(found) ? other.slice(0, 1).toUpperCase() + other.slice(1) : other;
    });
};

const swapSeparators = (text: string): string =>
  text.replaceAll(/\d+(?:[.,]\d+)+/g, number =>
    number.replaceAll(/[.,]/g, mark => (mark === ',' ? '.' : ',')),
  );

const percentForm = (from: Conventions, to: Conventions): ((text: string) => string) =>
  from.of('percent') === to.of('percent')
    ? text => text
    : text => text.replaceAll(/(\d)\s?%/g, (_, n: string) => to.fill('percent', { n }));
