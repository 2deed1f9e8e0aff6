/** What no page may show: a number that is none, a value without words. */
export const nonsense = /\bNaN\b|Infinity|∞|undefined|\[object /;
const minusNothing = /(?<![\p{L}\d.,])[-−]0(?:[.,]0+)?(?![\d.,]*\d)/u;

/** Nonsense in a page with what stands around it, attributes and pictures included; scripts and styles are ours. */
export const nonsenseIn = (html: string): readonly string[] => {
  const shown = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
  const words = shown.replace(/<[^>]*>/g, ' ');
  return [around(shown, nonsense), around(words, minusNothing)].flatMap(found => found ?? []);
};

const around = (text: string, pattern: RegExp): string | undefined => {
  const at = text.search(pattern);
  return at < 0 ? undefined : text.slice(Math.max(0, at - 150), at + 60);
};
