const escapeCharacter = String.fromCharCode(27);
const colour = new RegExp(String.raw`${escapeCharacter}\[[\d;]*m`, 'g');
const lengthOf = (text: string): number => text.replace(colour, '').length;

/** Lines of a code frame stand under each other as they do in the file. */
const isFrame = (line: string): boolean => /^[> ] +\d* ?│/.test(line.replace(colour, ''));

/**
 * Breaks lines at spaces where they are longer than a terminal is wide; what a line goes on with hangs under its beginning.
 * Colours count nothing. A word that is longer than a line stays whole.
 * @param hang how far the rest of a line is indented; by default two more than the line, or under the text after an arrow
 */
export const fittedText = (text: string, width: number, hang?: number): string =>
  text
    .split('\n')
    .map(line => (lengthOf(line) <= width || isFrame(line) ? line : broken(line, width, hang)))
    .join('\n');

const broken = (line: string, width: number, hang: number | undefined): string => {
  const [, indent = ''] = /^( *)/.exec(line) ?? [];
  const rest = ' '.repeat(hang ?? indent.length + 2);
  const lines: string[] = [];
  let [current, gap] = ['', indent];
  for (const part of line.slice(indent.length).match(/ +|[^ ]+/g) ?? []) {
    if (part.startsWith(' ')) {
      gap = part;
      continue;
    }
    if (current !== '' && lengthOf(current) + gap.length + lengthOf(part) > width) {
      lines.push(current);
      [current, gap] = ['', rest];
    }
    current += gap + part;
    gap = '';
  }
  return [...lines, current].join('\n');
};
