import { createMask, type Term, wordsOf } from './mask.ts';

/** A single short word is more often a word than a name. */
const shortestAlone = 6;

/** What a page shows and names, without the bytes of its pictures and type. */
const readable = (page: string): string =>
  page
    .replaceAll(/data:[a-z/+;-]+(?:charset=[\w-]+;)?base64,[A-Za-z0-9+/=]+/g, ' ')
    .replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, ' ')
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/&nbsp;|&shy;|&amp;/g, ' ');

/**
 * The last gate before a page is written: finds a hidden name that came in by another way than the data, such as a template.
 * @returns the code of the name
 */
export const leakIn = (terms: readonly Term[]): ((page: string) => string | undefined) => {
  const sure = terms.filter(({ name }) => wordsOf(name).length > 1 || name.length >= shortestAlone);
  const marks = new Map(sure.map(({ code }, index) => [`\uE000${index}\uE001`, code]));
  const mask = createMask(sure.map(({ name }, index) => ({ name, code: `\uE000${index}\uE001` })));
  return page => {
    const found = /\uE000\d+\uE001/.exec(mask(readable(page)))?.[0];
    return found === undefined ? undefined : marks.get(found);
  };
};
