const nbsp = '\u00a0';

/** Elements whose text is not lines of prose: code, styles, and drawings, which place their own. */
const piece = /<(script|style|svg|title|template|pre|code)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g;

/** A line may end between a sign and the currency after it. No joiner is put there, which a search for the amount would miss. */
const signed = /(?<![^\s(])(?:−\p{Sc}(?:\d[\d.,]*)?|\+\p{Sc}\d[\d.,]*)(?<![.,])/gu;

/** Marks within a line: a number may end with the box that explains it, its unit after it. */
const inline = /^<\/?(?:span|b|strong|em|i|a|button|sup)\b/;

/**
 * The page with no number parted from what it counts at a line end: `90 mil`, `24 horas`, `30 de noviembre`, `1 y 2`,
 * `−2 a +2`, `n.º 8`, `T3 2026`, `−€0.40`. Texts come from the locales, the notebooks and the workspace, and numbers are filled into
 * them: only where all have met can a rule hold for them all. The word after a year is its own.
 */
export const keptTogether = (html: string): string => {
  let before = '';
  return html.replace(piece, text => {
    if (text.startsWith('<')) {
      if (!inline.test(text)) before = '';
      return text;
    }
    const kept = boundNumbers(before + text).slice(before.length);
    before = text.slice(-5);
    return kept.replaceAll(signed, '<span class="kept">$&</span>');
  });
};

const boundNumbers = (text: string): string =>
  text
    .replaceAll(/(?<=\d) (a|y|e|o|to|and|or|of|de) (?=[+−]?\d)/g, `${nbsp}$1${nbsp}`)
    .replaceAll(/(?<=\d)(?<!(?<![\d.,])(?:19|20)\d\d) (?=\p{Ll}|%|€)/gu, nbsp)
    .replaceAll(/(?<=(?:n\.º|n\.os|\bno\.)) (?=\d)/g, nbsp)
    .replaceAll(/(?<=\b[TQ][1-4]) (?=\d{4}\b)/g, nbsp);
