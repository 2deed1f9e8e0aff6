const nbsp = '\u00a0';

/** Elements whose text is not lines of prose: code, styles, and drawings, which place their own. */
const opaque = /<(script|style|svg|title|template|pre|code)\b/y;

/** A line may end between a sign and the currency after it. No joiner is put there, which a search for the amount would miss. */
const signed = /(?<![^\s(])(?:−\p{Sc}(?:\d[\d.,]*)?|\+\p{Sc}\d[\d.,]*)(?<![.,])/gu;

/** Marks within a line: a number may end with the box that explains it, its unit after it. */
const inline = /<\/?(?:span|b|strong|em|i|a|button|sup)\b/y;

/**
 * The page with no number parted from what it counts at a line end: `90 mil`, `24 horas`, `30 de noviembre`, `1 y 2`,
 * `−2 a +2`, `n.º 8`, `T3 2026`, `−€0.40`. Texts come from the locales, the notebooks and the workspace, and numbers are filled into
 * them: only where all have met can a rule hold for them all. The word after a year is its own.
 */
export const keptTogether = (html: string): string => {
  const parts: string[] = [];
  let copied = 0;
  // The end of the text before, where only marks within a line part it from the next.
  let before = '';
  for (let at = 0; at < html.length; ) {
    const tag = html.indexOf('<', at);
    const end = tag < 0 ? html.length : tag;
    if (end > at) {
      const text = html.slice(at, end);
      const kept = keptText(before, text);
      if (kept !== text) {
        parts.push(html.slice(copied, at), kept);
        copied = end;
      }
      before = text.slice(-5);
    }
    if (tag < 0) break;
    if (!standsAt(inline, html, tag)) before = '';
    at = afterTag(html, tag);
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(copied);
};

const standsAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Where a tag ends, or the whole element where its text is not prose. */
const afterTag = (html: string, tag: number): number => {
  opaque.lastIndex = tag;
  const [, name] = opaque.exec(html) ?? [];
  const closing = name === undefined ? -1 : html.indexOf(`</${name}>`, tag);
  const end = html.indexOf('>', closing < 0 ? tag : closing);
  return end < 0 ? html.length : end + 1;
};

const keptText = (before: string, text: string): string => {
  const joined = before + text;
  // Most of a page is words, or a number alone.
  const bound = joined.includes(' ') && /\d/.test(joined) ? boundNumbers(joined).slice(before.length) : text;
  return /[−+]\p{Sc}/u.test(bound) ? bound.replaceAll(signed, '<span class="kept">$&</span>') : bound;
};

const boundNumbers = (text: string): string =>
  text
    .replaceAll(/(?<=\d) (a|y|e|o|to|and|or|of|de) (?=[+−]?\d)/g, `${nbsp}$1${nbsp}`)
    .replaceAll(/(?<=\d)(?<!(?<![\d.,])(?:19|20)\d\d) (?=\p{Ll}|%|€)/gu, nbsp)
    .replaceAll(/(?<=(?:n\.º|n\.os|\bno\.)) (?=\d)/g, nbsp)
    .replaceAll(/(?<=\b[TQ][1-4]) (?=\d{4}\b)/g, nbsp);
