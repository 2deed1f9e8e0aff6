/**
 * Brings imported order lines into an order file that people write in. A line has no name of its own, so that lines count as
 * a bag: those that the import before brought and this one no longer does go, those written by hand stay where they are, new
 * ones follow at the end.
 * @param base the order file as the import before made it; undefined where there was none
 * @returns the text, or how many lines stand in the file of which nobody knows whether the import would double them
 */
export const mergeOrderLines = (
  text: string,
  imported: string,
  base: string | undefined,
): { readonly text: string } | { readonly unknown: number } => {
  const [head = '', ...lines] = linesOf(text);
  const [newHead = '', ...newLines] = linesOf(imported);
  const [, ...baseLines] = linesOf(base ?? '');
  const byHand = rest(lines, baseLines);
  if (head !== newHead || (base === undefined && rest(lines, newLines).length > 0))
    return { unknown: base === undefined ? rest(lines, newLines).length : byHand.length };
  const gone = rest(baseLines, newLines);
  const stays = rest(lines, gone);
  const fresh = rest(newLines, stays);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { text: `${mark}${[head, ...stays, ...fresh].join(lineBreak)}${lineBreak}` };
};

const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => line !== '');

/** The lines that are left when each of the others has taken one of its kind, from the end. */
const rest = (lines: readonly string[], others: readonly string[]): string[] => {
  const taken = new Map<string, number>();
  for (const line of others) taken.set(line, (taken.get(line) ?? 0) + 1);
  return lines
    .toReversed()
    .filter(line => {
      const count = taken.get(line) ?? 0;
      if (count > 0) taken.set(line, count - 1);
      return count === 0;
    })
    .toReversed();
};
